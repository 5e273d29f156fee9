/**
 * Names and type marks on the canvas, drawn by us on a layer of their own.
 *
 * Sigma places labels by grid cell and lets Chinese names run into one another. Here one that finds no room
 * waits until the reader comes closer.
 */
import type Sigma from 'sigma';
import { LABEL_STYLE } from '../src/schema.js';
import { PAPER } from './colour.js';
import { at, type Data, nameOf, shorten } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { boxOf, outside, placeNames, type Spot } from './place-names.js';

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const INK = '#222222';
/** A town that does not stand out is still named: one sees where one is. */
const DIM_INK = '#9C9C95';
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
}

/** `order`: all nodes, those to be named first in front. */
export const drawLabels = (
  context: NameCanvas,
  sigma: Sigma,
  data: Data,
  order: readonly number[],
  { focus, selected, hovered }: LabelView,
): void => {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const spots = spotsOnScreen(sigma, order, width, height);
  const stands = (index: number): boolean => focus === null || focus.has(index);

  context.textAlign = 'center';
  for (const [index, spot] of spots) {
    if (spot.r < BEARS_MARK) continue;
    context.font = `600 ${Math.round(spot.r * 1.05)}px ${FONT}`;
    context.fillStyle = stands(index) ? '#FFFFFF' : DIM_INK;
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
    .filter(([index]) => (stands(index) || towns.has(index)) && index !== hovered)
    .sort(([a], [b]) => Number(selected.has(b)) - Number(selected.has(a)))
    .slice(0, budget)
    .map(([index, spot]) => {
      const must = towns.has(index) || selected.has(index);
      const name = nameOf(at(data.nodes, index));
      const text = must ? name : shorten(name, LONGEST);
      const size = towns.has(index) ? 17 : 13;
      const font = `${must ? 700 : 400} ${size}px ${FONT}`;
      context.font = font;
      const r = spot.r + (selected.has(index) ? RING : 0);
      const color = !stands(index) ? DIM_INK : must ? LABEL_STYLE[at(data.nodes, index).label].color : INK;
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
  context.strokeStyle = PAPER;
  const boxes = placeNames(named, [...outside(width, height), ...obstacles.map(([, spot]) => boxOf(spot))]);
  named.forEach(({ text, font, color }, rank) => {
    const box = boxes[rank];
    if (box == null) return;
    context.font = font;
    context.fillStyle = color;
    context.strokeText(text, box.left, (box.top + box.bottom) / 2);
    context.fillText(text, box.left, (box.top + box.bottom) / 2);
  });

  for (const index of selected) {
    const spot = spots.get(index);
    if (spot !== undefined) drawRing(context, spot, LABEL_STYLE[at(data.nodes, index).label].color);
  }
  const under = hovered === null ? undefined : spots.get(hovered);
  if (hovered !== null && under !== undefined) {
    drawWholeName(context, under, nameOf(at(data.nodes, hovered)), width);
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
  }
  return spots;
};

const drawRing = (context: NameCanvas, { x, y, r }: Spot, color: string): void => {
  context.beginPath();
  context.arc(x, y, r + RING - 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = color;
  context.stroke();
};

/** In a box of its own, over everything, inside the canvas. */
const drawWholeName = (context: NameCanvas, { x, y, r }: Spot, text: string, width: number): void => {
  context.font = `600 13px ${FONT}`;
  const wide = context.measureText(text).width + 16;
  const right = x + r + 6;
  const left = right + wide > width ? Math.max(4, x - r - 6 - wide) : right;
  context.beginPath();
  context.roundRect(left, y - 14, wide, 28, 4);
  context.fillStyle = '#FFFFFF';
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = '#CFCFC8';
  context.stroke();
  context.fillStyle = INK;
  context.fillText(text, left + 8, y + 0.5);
};
