/**
 * Names and type marks on the canvas, drawn by us on a layer of their own.
 *
 * Sigma places labels by grid cell and lets Chinese names run into one another. Here one that finds no room
 * waits until the reader comes closer.
 */
import { LABEL_STYLE } from '../src/schema.js';
import type { Palette } from './colour.js';
import { at, type Data, nameOf, shorten } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { type Box, boxOf, outside, placeNames } from './place-names.js';
import { type Placed, type Screen, spotsOnScreen } from './spots.js';

export const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
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
export const RING = 5;

export interface LabelView {
  /** Nodes that stand out; null: all alike. */
  readonly focus: ReadonlySet<number> | null;
  readonly selected: ReadonlySet<number>;
  /** Not named here: what the pointer is on has its whole name in a box. */
  readonly unnamed: number | null;
  /** Named whatever stands out. */
  readonly pinned: ReadonlySet<number>;
  readonly palette: Palette;
  /** Colour of a disc. */
  readonly colorOf: (index: number) => string;
  /** Its radius before the camera, null where none is drawn. */
  readonly sizeOf: (index: number) => number | null;
  /** What no radius exceeds. */
  readonly largest: number;
  /** Names under the pointer only, and those of towns. */
  readonly few: boolean;
}

/** What was written, for what is to be written over it. */
export interface Written {
  readonly spots: readonly Placed[];
  /** Where there is no more room. */
  readonly taken: readonly Box[];
  /** What has a name, or would have. */
  readonly named: ReadonlySet<number>;
}

/** Discs looked at for names, of all that are on the screen: with more, drawing would be felt. */
const LOOKED_AT = 1500;

/** Names and marks. `order`: all nodes, those to be named first in front. `ratio`: how far away they are seen from. */
export const drawNames = (
  context: NameCanvas,
  screen: Screen,
  ratio: number,
  data: Data,
  order: readonly number[],
  { focus, selected, unnamed, pinned, palette, colorOf, sizeOf, largest, few }: LabelView,
): Written => {
  const { width, height } = screen.getDimensions();
  context.clearRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const spots = spotsOnScreen(screen, data, order, sizeOf, LOOKED_AT, largest);
  const always = new Set([...data.towns, ...selected, ...pinned]);
  const stands = (index: number): boolean => focus === null || focus.has(index);

  context.textAlign = 'center';
  // To set a font is to parse it: what is written in one follows one another more often than not.
  let written = '';
  const setFont = (font: string): void => {
    if (font !== written) context.font = font;
    written = font;
  };
  for (const { index, x, y, r } of spots) {
    if (r < BEARS_MARK) continue;
    // Even sizes alone: letters of a size that was seen need not be drawn anew.
    setFont(`600 ${2 * Math.round(0.525 * r)}px ${FONT}`);
    context.fillStyle = stands(index) ? palette.mark : palette.dimInk;
    context.fillText(LABEL_STYLE[at(data.nodes, index).label].mark, x, y + 0.5);
  }

  // Among hundreds of small discs no name would find room: only what is prominent, or shared, is kept clear of names.
  const crowded = focus === null || focus.size > CROWD;
  const obstacles = spots
    .filter(({ index, r }) =>
      crowded
        ? r >= BEARS_MARK || at(data.nodes, index).towns.length > 1 || always.has(index)
        : stands(index),
    )
    .map(boxOf);
  const budget = Math.min(MOST, Math.max(FIRST, FIRST / ratio));
  const towns = new Set(data.towns);
  const wanted = spots
    .filter(({ index }) => always.has(index) || (!few && stands(index)))
    .sort(
      ({ index: a }, { index: b }) =>
        Number(selected.has(b)) - Number(selected.has(a)) || Number(pinned.has(b)) - Number(pinned.has(a)),
    )
    .slice(0, budget);
  const named = wanted
    .filter(({ index }) => index !== unnamed)
    .map((spot) => {
      const { index } = spot;
      const must = always.has(index);
      const name = nameOf(at(data.nodes, index));
      const text = must ? name : shorten(name, LONGEST);
      const size = towns.has(index) ? 17 : 13;
      const font = `${must ? 700 : 400} ${size}px ${FONT}`;
      setFont(font);
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
  const boxes = placeNames(named, [...outside(width, height), ...obstacles]);
  named.forEach(({ text, font, color }, rank) => {
    const box = boxes[rank];
    if (box == null) return;
    setFont(font);
    context.fillStyle = color;
    context.strokeText(text, box.left, (box.top + box.bottom) / 2);
    context.fillText(text, box.left, (box.top + box.bottom) / 2);
  });

  const taken = [...outside(width, height), ...boxes.filter((box) => box !== null), ...obstacles];
  return { spots, taken, named: new Set(wanted.map(({ index }) => index)) };
};
