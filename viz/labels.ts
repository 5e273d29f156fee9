/**
 * Names and type marks on the canvas, drawn by us on a layer of their own.
 *
 * Sigma places labels by grid cell and lets Chinese names run into one another. Here one that finds no room
 * waits until the reader comes closer.
 */
import type Sigma from 'sigma';
import { LABEL_STYLE } from '../src/schema.js';
import type { Palette } from './colour.js';
import { at, type Data, nameOf, shorten } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { type Box, boxOf, outside, overlaps, placeNames, type Spot } from './place-names.js';

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** Letters of a name on the canvas; the whole of it is shown under the pointer. */
const LONGEST = 12;
/** Names tried at first sight; more with every step closer, never so many that drawing is felt. */
const FIRST = 36;
const MOST = 400;
/** Radius from which a disc can bear its mark, in pixels. */
const BEARS_MARK = 8;
/** Discs that stand out together and still leave room between them for names. */
const CROWD = 60;
/** The ring round what is selected. */
const RING = 5;

export interface LabelView {
  /** Nodes that stand out; null: all alike. */
  readonly focus: ReadonlySet<number> | null;
  readonly selected: ReadonlySet<number>;
  readonly hovered: number | null;
  /** Named whatever stands out. */
  readonly pinned: ReadonlySet<number>;
  readonly palette: Palette;
  /** Colour of a disc. */
  readonly colorOf: (index: number) => string;
  /** Names under the pointer only, and those of towns. */
  readonly few: boolean;
  /** What is written on lines: only where few show. */
  readonly lines: readonly LineLabel[];
}

export interface LineLabel {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color: string;
}

/** Discs looked at for names, of all that are on the screen: with more, drawing would be felt. */
const LOOKED_AT = 1500;

/** `order`: all nodes, those to be named first in front. */
export const drawLabels = (
  context: NameCanvas,
  sigma: Sigma,
  data: Data,
  order: readonly number[],
  { focus, selected, hovered, pinned, palette, colorOf, few, lines }: LabelView,
): void => {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const spots = spotsOnScreen(sigma, order, width, height);
  const always = new Set([...data.towns, ...selected, ...pinned]);
  const stands = (index: number): boolean => focus === null || focus.has(index);

  context.textAlign = 'center';
  for (const [index, spot] of spots) {
    if (spot.r < BEARS_MARK) continue;
    context.font = `600 ${Math.round(spot.r * 1.05)}px ${FONT}`;
    context.fillStyle = stands(index) ? palette.mark : palette.dimInk;
    context.fillText(LABEL_STYLE[at(data.nodes, index).label].mark, spot.x, spot.y + 0.5);
  }

  // Among hundreds of small discs no name would find room: only what is prominent, or shared, is kept clear of names.
  const crowded = focus === null || focus.size > CROWD;
  const obstacles = [...spots].filter(([index, { r }]) =>
    crowded ? r >= BEARS_MARK || at(data.nodes, index).towns.length > 1 : stands(index),
  );
  const { ratio } = sigma.getCamera().getState();
  const budget = Math.min(MOST, Math.max(FIRST, FIRST / ratio));
  const towns = new Set(data.towns);
  const named = [...spots]
    .filter(([index]) => (always.has(index) || (!few && stands(index))) && index !== hovered)
    .sort(
      ([a], [b]) =>
        Number(selected.has(b)) - Number(selected.has(a)) || Number(pinned.has(b)) - Number(pinned.has(a)),
    )
    .slice(0, budget)
    .map(([index, spot]) => {
      const must = always.has(index);
      const name = nameOf(at(data.nodes, index));
      const text = must ? name : shorten(name, LONGEST);
      const size = towns.has(index) ? 17 : 13;
      const font = `${must ? 700 : 400} ${size}px ${FONT}`;
      context.font = font;
      const r = spot.r + (selected.has(index) ? RING : 0);
      const color = !stands(index) ? palette.dimInk : must ? colorOf(index) : palette.ink;
      return {
        ...spot,
        r,
        text,
        font,
        color,
        must,
        width: context.measureText(text).width,
        height: size + 3,
      };
    });
  context.textAlign = 'left';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.paper;
  const boxes = placeNames(named, [...outside(width, height), ...obstacles.map(([, spot]) => boxOf(spot))]);
  named.forEach(({ text, font, color }, rank) => {
    const box = boxes[rank];
    if (box == null) return;
    context.font = font;
    context.fillStyle = color;
    context.strokeText(text, box.left, (box.top + box.bottom) / 2);
    context.fillText(text, box.left, (box.top + box.bottom) / 2);
  });

  const taken = [
    ...outside(width, height),
    ...boxes.filter((box) => box !== null),
    ...obstacles.map(([, spot]) => boxOf(spot)),
  ];
  writeOnLines(context, spots, lines, taken);
  for (const index of new Set([...selected, ...pinned])) {
    const spot = spots.get(index);
    if (spot !== undefined) drawRing(context, spot, colorOf(index));
  }
  const under = hovered === null ? undefined : spots.get(hovered);
  if (hovered !== null && under !== undefined) {
    drawWholeName(context, under, nameOf(at(data.nodes, hovered)), width, palette);
  }
};

/** In the order given; what is hidden or outside the canvas is left out. */
const spotsOnScreen = (
  sigma: Sigma,
  order: readonly number[],
  width: number,
  height: number,
): ReadonlyMap<number, Spot> => {
  const spots = new Map<number, Spot>();
  for (const index of order) {
    const shown = sigma.getNodeDisplayData(String(index));
    if (shown === undefined || shown.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(shown);
    const r = sigma.scaleSize(shown.size);
    if (x > -r && y > -r && x < width + r && y < height + r) spots.set(index, { x, y, r });
    if (spots.size >= LOOKED_AT) break;
  }
  return spots;
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
