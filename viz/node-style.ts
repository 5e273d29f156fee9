/** How a disc looks: its size by support, number of links or what passes through it; its colour by type or group. */
import type { Palette } from './colour.js';
import { at, type Data } from './data.js';
import { perData } from './models/per-data.js';
import type { State } from './state.js';

export const SIZES = ['support', 'degree', 'betweenness'] as const;
export type SizeBy = (typeof SIZES)[number];
export const COLOURS = ['type', 'group'] as const;
export type ColourBy = (typeof COLOURS)[number];

const TOWN_SIZE = 16;
const MOST_ROOM = 1.7;
/** Of discs that stand for how much there is of something. */
const MOST_SUPPORT = 10;
const MOST_MEASURE = 14;
/** Radius that no disc exceeds. */
export const LARGEST = Math.max(TOWN_SIZE, MOST_ROOM * Math.max(MOST_SUPPORT, MOST_MEASURE));

export const sizeBy = ({ options }: State): SizeBy =>
  SIZES.find((name) => name === options.get('size')) ?? 'support';
export const colourBy = ({ options }: State): ColourBy =>
  COLOURS.find((name) => name === options.get('colour')) ?? 'type';

/** Where few things have the canvas to themselves they are larger. */
export const roomFor = (shown: number): number =>
  Math.min(MOST_ROOM, Math.max(1, Math.sqrt(420 / Math.max(1, shown))));

const townsOf = perData((data: Data): ReadonlySet<number> => new Set(data.towns));

/** Radius in pixels of each thing; `shown`: how many things are drawn. */
export const sizer = (data: Data, state: State, shown: number): ((index: number) => number) => {
  const by = sizeBy(state);
  const room = roomFor(shown);
  const towns = townsOf(data);
  return (index) => {
    const { support, betweenness } = at(data.nodes, index);
    if (by === 'betweenness') return room * Math.min(MOST_MEASURE, 2.6 + 26 * Math.sqrt(betweenness));
    if (by === 'degree')
      return room * Math.min(MOST_MEASURE, 2.6 + 1.25 * Math.sqrt(at(data.linksOf, index).length));
    return towns.has(index) ? TOWN_SIZE : room * Math.min(MOST_SUPPORT, 2.6 + 1.25 * Math.sqrt(support));
  };
};

export const colorOf = (data: Data, index: number, state: State, palette: Palette): string => {
  const { label, group } = at(data.nodes, index);
  return colourBy(state) === 'group' ? palette.group(group) : palette.type(label);
};
