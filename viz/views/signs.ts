/** The sign of a standing: its shape tells it, its colour repeats it. Done is full, under way half, what is planned empty. */
import { s } from '../dom.js';
import type { Standing } from '../state.js';
import { STANDINGS } from '../words.js';

const SIZE = 14;

export const standingSign = (standing: Standing): SVGElement => {
  const { color } = STANDINGS[standing];
  const ring = (fill: string, dash = ''): SVGElement =>
    s('circle', {
      cx: 7,
      cy: 7,
      r: 5.2,
      fill,
      stroke: color,
      'stroke-width': 1.6,
      ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
    });
  const half = s('path', { d: 'M7 1.8 A5.2 5.2 0 0 1 7 12.2 Z', fill: color });
  const parts: Readonly<Record<Standing, readonly SVGElement[]>> = {
    done: [ring(color)],
    ongoing: [ring('none'), half],
    estimated: [ring('none'), half],
    planned: [ring('none', '2.7 2.7')],
    target: [ring('none', '2.7 2.7')],
    candidate: [ring('none', '1.5 1.77')],
    none: [s('circle', { cx: 7, cy: 7, r: 2.6, fill: color })],
  };
  return s(
    'svg',
    { class: 'sign', width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}`, 'aria-hidden': 'true' },
    ...parts[standing],
  );
};
