/** Over the names: what is written on lines, rings round what is selected, and the whole name of what the pointer is on. */
import type { Palette } from './colour.js';
import { at, type Data, nameOf } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { FONT, RING, type Written } from './labels.js';
import { type Box, overlaps, type Spot } from './place-names.js';

export interface LineLabel {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color: string;
}

export interface PointedView {
  readonly hovered: number | null;
  /** What has a ring. */
  readonly ringed: Iterable<number>;
  readonly lines: readonly LineLabel[];
  readonly palette: Palette;
  readonly colorOf: (index: number) => string;
}

export const drawPointed = (
  context: NameCanvas,
  width: number,
  data: Data,
  { spots, taken }: Pick<Written, 'spots' | 'taken'>,
  { hovered, ringed, lines, palette, colorOf }: PointedView,
): void => {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.paper;
  const rings = new Set(ringed);
  const asked = new Set([...rings, ...lines.flatMap(({ from, to }) => [from, to])]);
  if (hovered !== null) asked.add(hovered);
  const spotOf = new Map(spots.filter(({ index }) => asked.has(index)).map((spot) => [spot.index, spot]));
  writeOnLines(context, spotOf, lines, taken);
  for (const index of rings) {
    const spot = spotOf.get(index);
    if (spot !== undefined) drawRing(context, spot, colorOf(index));
  }
  const under = hovered === null ? undefined : spotOf.get(hovered);
  if (hovered !== null && under !== undefined) {
    drawWholeName(context, under, nameOf(at(data.nodes, hovered)), width, palette);
  }
};

/** In the middle of the line, or nearer to one end, wherever there is room; not at all where there is none. */
const writeOnLines = (
  context: NameCanvas,
  spots: ReadonlyMap<number, Spot>,
  lines: readonly LineLabel[],
  taken: readonly Box[],
): void => {
  context.font = `12px ${FONT}`;
  const used = [...taken];
  for (const { from, to, text, color } of lines) {
    const [a, b] = [spots.get(from), spots.get(to)];
    if (a === undefined || b === undefined) continue;
    const half = context.measureText(text).width / 2 + 2;
    for (const share of [0.5, 0.62, 0.38, 0.74, 0.26]) {
      const x = a.x + (b.x - a.x) * share;
      const y = a.y + (b.y - a.y) * share;
      const box = { left: x - half, right: x + half, top: y - 9, bottom: y + 9 };
      if (used.some((other) => overlaps(box, other))) continue;
      used.push(box);
      context.fillStyle = color;
      context.strokeText(text, box.left + 2, y);
      context.fillText(text, box.left + 2, y);
      break;
    }
  }
};

const drawRing = (context: NameCanvas, { x, y, r }: Spot, color: string): void => {
  context.beginPath();
  context.arc(x, y, r + RING - 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = color;
  context.stroke();
};

/** In a box of its own, over everything, inside the canvas. */
const drawWholeName = (
  context: NameCanvas,
  { x, y, r }: Spot,
  text: string,
  width: number,
  palette: Palette,
): void => {
  context.font = `600 13px ${FONT}`;
  const wide = context.measureText(text).width + 16;
  const right = x + r + 6;
  const left = right + wide > width ? Math.max(4, x - r - 6 - wide) : right;
  context.beginPath();
  context.roundRect(left, y - 14, wide, 28, 4);
  context.fillStyle = palette.sheet;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.frame;
  context.stroke();
  context.fillStyle = palette.ink;
  context.fillText(text, left + 8, y + 0.5);
};
