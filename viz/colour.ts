/** Colours of the canvas in both themes, and tones between two colours: mixed, since transparency darkens crossings. */
import { LABEL_STYLE, type NodeLabel } from '../src/schema.js';
import type { Standing, Theme } from './state.js';
import { STANDINGS } from './words.js';

export const PAPER = '#FAFAF7';

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));

const mixed = new Map<string, string>();

/** `share` of `b` in `a`, both `#rrggbb`. Few colours are mixed, each for thousands of lines: they are remembered. */
export const mix = (a: string, b: string, share: number): string => {
  const key = `${a}${b}${share}`;
  const known = mixed.get(key);
  if (known !== undefined) return known;
  const other = channels(b);
  const color = channels(a).map((value, index) =>
    Math.round(value * (1 - share) + (other[index] ?? 0) * share),
  );
  const text = `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  mixed.set(key, text);
  return text;
};

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  /** Of the mark on a disc. */
  readonly mark: string;
  /** Of a name that does not stand out. */
  readonly dimInk: string;
  readonly dimLink: string;
  /** How much of their tone lines may lose where many cross; on a dark ground thin lines vanish sooner. */
  readonly fade: number;
  readonly sheet: string;
  readonly frame: string;
  readonly type: (label: NodeLabel) => string;
  readonly standing: (standing: Standing) => string;
  readonly group: (group: number | undefined) => string;
}

/** Told apart by most eyes; a group past the last one is grey. */
const GROUPS = [
  '#1F4E8C',
  '#C77F1A',
  '#3F8F63',
  '#B94A78',
  '#74489B',
  '#2F7F96',
  '#B8452F',
  '#71902F',
  '#A67C00',
  '#4E5BB0',
];
const NO_GROUP = '#8A8A84';

/** On a dark ground the same hues need light: 3 : 1 at least. */
const LIGHTER = 0.32;

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: PAPER,
    ink: '#222222',
    mark: '#FFFFFF',
    dimInk: '#9C9C95',
    dimLink: '#F0F0EC',
    fade: 1,
    sheet: '#FFFFFF',
    frame: '#CFCFC8',
    type: (label) => LABEL_STYLE[label].color,
    standing: (standing) => STANDINGS[standing].color,
    group: (group) => GROUPS[group ?? -1] ?? NO_GROUP,
  },
  dark: {
    paper: '#17191D',
    ink: '#E6E4DE',
    mark: '#17191D',
    dimInk: '#7C7C76',
    dimLink: '#202328',
    fade: 0.75,
    sheet: '#1F2227',
    frame: '#555A63',
    type: (label) => mix(LABEL_STYLE[label].color, '#FFFFFF', LIGHTER),
    standing: (standing) => mix(STANDINGS[standing].color, '#FFFFFF', 0.15),
    group: (group) => mix(GROUPS[group ?? -1] ?? NO_GROUP, '#FFFFFF', LIGHTER),
  },
};
