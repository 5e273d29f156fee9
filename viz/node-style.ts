/** How a disc looks: its size by support, number of links or what passes through it; its colour by type or group. */
import type { Palette } from './colour.js';
import { at, type Data } from './data.js';
import type { State } from './state.js';

export const SIZES = ['support', 'degree', 'betweenness'] as const;
export type SizeBy = (typeof SIZES)[number];
export const COLOURS = ['type', 'group'] as const;
export type ColourBy = (typeof COLOURS)[number];

const TOWN_SIZE = 16;

export const sizeBy = ({ options }: State): SizeBy =>
  SIZES.find((name) => name === options.get('size')) ?? 'support';
export const colourBy = ({ options }: State): ColourBy =>
  COLOURS.find((name) => name === options.get('colour')) ?? 'type';

/** Radius in pixels; larger where few things have the canvas to themselves. */
export const sizeOf = (data: Data, index: number, state: State, shown: number): number => {
  const by = sizeBy(state);
  const { support, betweenness } = at(data.nodes, index);
  const room = Math.min(1.7, Math.max(1, Math.sqrt(420 / Math.max(1, shown))));
  if (by === 'betweenness') return room * Math.min(14, 2.6 + 26 * Math.sqrt(betweenness));
  const town = by === 'support' && data.towns.includes(index);
  if (town) return TOWN_SIZE;
  const measure = by === 'degree' ? at(data.linksOf, index).length : support;
  return room * Math.min(by === 'degree' ? 14 : 10, 2.6 + 1.25 * Math.sqrt(measure));
};

export const colorOf = (data: Data, index: number, state: State, palette: Palette): string => {
  const { label, group } = at(data.nodes, index);
  return colourBy(state) === 'group' ? palette.group(group) : palette.type(label);
};
