/** A picture as SVG: lines under discs under texts, where they stand on the screen. */
import { xml } from './gexf.js';

export interface PictureLine {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly color: string;
  readonly width: number;
  /** As `stroke-dasharray` has it; empty for a solid line. */
  readonly dash: string;
}

export interface PictureDisc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly color: string;
  /** Shown by a viewer of SVG under the pointer. */
  readonly name: string;
}

export interface PictureText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** As CSS has it: weight, size, families. */
  readonly font: string;
  readonly color: string;
  readonly middle: boolean;
  /** Colour and width of a rim that keeps the text clear of lines. */
  readonly rim: readonly [color: string, width: number] | null;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly lines: readonly PictureLine[];
  readonly discs: readonly PictureDisc[];
  readonly rings: readonly Omit<PictureDisc, 'name'>[];
  readonly texts: readonly PictureText[];
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? n(value) : xml(value)}"`)
    .join('');

const line = ({ from: [x1, y1], to: [x2, y2], color, width, dash }: PictureLine): string =>
  `<line${attributes({ x1, y1, x2, y2, stroke: color, 'stroke-width': width, 'stroke-dasharray': dash })}/>`;

const disc = ({ x, y, r, color, name }: PictureDisc): string =>
  `<circle${attributes({ cx: x, cy: y, r, fill: color })}><title>${xml(name)}</title></circle>`;

const ring = ({ x, y, r, color }: Omit<PictureDisc, 'name'>): string =>
  `<circle${attributes({ cx: x, cy: y, r, fill: 'none', stroke: color, 'stroke-width': 2 })}/>`;

const text = ({ x, y, text, font, color, middle, rim }: PictureText): string => {
  const style =
    rim === null
      ? ''
      : `;paint-order:stroke;stroke:${rim[0]};stroke-width:${n(rim[1])}px;stroke-linejoin:round`;
  return `<text${attributes({ x, y, fill: color, 'text-anchor': middle ? 'middle' : '', style: `font:${font}${style}` })}>${xml(text)}</text>`;
};

export const svg = ({ width, height, paper, lines, discs, rings, texts }: Picture): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${n(width)} ${n(height)}` })}>`,
    `<rect width="100%" height="100%" fill="${xml(paper)}"/>`,
    ...lines.map(line),
    ...discs.map(disc),
    ...rings.map(ring),
    '<g dominant-baseline="central">',
    ...texts.map(text),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
