/** A small bar chart of one indicator: a bar for each value, what is only aimed at hollow, what fell to the left of zero. */
import { s } from '../dom.js';

export interface Bar {
  readonly label: string;
  readonly size: number;
  /** What stands behind the bar. */
  readonly text: string;
  readonly hollow: boolean;
  readonly selected: boolean;
  readonly name: string;
  readonly onClick: () => void;
  readonly key: string;
}

const WIDTH = 420;
const ROW = 22;
const LABEL = 100;
const TEXT = 140;
const HEIGHT = 12;

export const barChart = (bars: readonly Bar[], title: string): SVGElement => {
  const sizes = bars.map(({ size }) => size);
  const low = Math.min(0, ...sizes);
  const high = Math.max(0, ...sizes);
  const room = WIDTH - LABEL - TEXT;
  const scale = room / (high - low || 1);
  const zero = LABEL - low * scale;
  const rows = bars.map((bar, index) => {
    const y = index * ROW;
    const width = Math.max(1.5, Math.abs(bar.size) * scale);
    const x = bar.size < 0 ? zero - width : zero;
    const row = s(
      'g',
      {
        class: 'bar-row',
        role: 'button',
        tabindex: index === 0 ? 0 : -1,
        'aria-label': bar.name,
        'data-at': `${index},0`,
        'data-key': bar.key,
        'data-testid': 'bar',
        ...(bar.selected ? { 'aria-current': 'true' } : {}),
      },
      s('rect', { class: 'bar-back', x: 0, y, width: WIDTH, height: ROW }),
      s('text', { x: LABEL - 8, y: y + ROW / 2, 'text-anchor': 'end' }, bar.label),
      s('rect', {
        x,
        y: y + (ROW - HEIGHT) / 2,
        width,
        height: HEIGHT,
        class: bar.hollow ? 'bar-hollow' : 'bar-solid',
      }),
      s('text', { class: 'bar-text', x: Math.max(zero, x + width) + 6, y: y + ROW / 2 }, bar.text),
    );
    row.addEventListener('click', bar.onClick);
    row.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      bar.onClick();
    });
    return row;
  });
  const height = bars.length * ROW;
  return s(
    'svg',
    { class: 'chart', viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': title },
    s('line', { class: 'axis', x1: zero, x2: zero, y1: 0, y2: height }),
    ...rows,
  );
};
