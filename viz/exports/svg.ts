/** A picture of the canvas as SVG: discs, lines and names where they stand on the screen. */
import { xml } from './gexf.js';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly lines: readonly {
    readonly from: readonly [x: number, y: number];
    readonly to: readonly [x: number, y: number];
    readonly color: string;
    readonly width: number;
    /** As `stroke-dasharray` has it; empty for a solid line. */
    readonly dash: string;
  }[];
  readonly discs: readonly {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly color: string;
    /** One character on the disc; empty where it is too small. */
    readonly mark: string;
    readonly name: string;
  }[];
  readonly names: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly size: number;
    readonly bold: boolean;
    readonly color: string;
  }[];
}

const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const n = (value: number): string => String(Math.round(value * 100) / 100);

export const svg = ({ width, height, paper, lines, discs, names }: Picture): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}">`,
    `<rect width="100%" height="100%" fill="${xml(paper)}"/>`,
    '<g stroke-linecap="round">',
    ...lines.map(
      ({ from: [x1, y1], to: [x2, y2], color, width: wide, dash }) =>
        `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${xml(color)}" stroke-width="${n(wide)}"${dash === '' ? '' : ` stroke-dasharray="${xml(dash)}"`}/>`,
    ),
    '</g>',
    '<g text-anchor="middle" dominant-baseline="central" font-weight="600">',
    ...discs.map(({ x, y, r, color, mark, name }) => {
      const disc = `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${xml(color)}"><title>${xml(name)}</title></circle>`;
      const sign =
        mark === ''
          ? ''
          : `<text x="${n(x)}" y="${n(y)}" font-size="${n(r * 1.05)}" fill="#FFFFFF">${xml(mark)}</text>`;
      return disc + sign;
    }),
    '</g>',
    `<g dominant-baseline="central" stroke="${xml(paper)}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">`,
    ...names.map(
      ({ x, y, text, size, bold, color }) =>
        `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${bold ? ' font-weight="700"' : ''} fill="${xml(color)}">${xml(text)}</text>`,
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
