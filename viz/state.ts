/**
 * The whole state of the page as one value, and the pure updates that lead from one to the next.
 *
 * Canvas, legend and panel only read it: what is selected in one is selected in all.
 */
import type { IndicatorStatus, NodeLabel, Status } from '../src/schema.js';
import { type Data, edgeId } from './data.js';

export type Language = 'zh' | 'en';
/** What a fact can say of its standing; `none` where the sentence leaves it open. */
export type Standing = Status | IndicatorStatus | 'none';

export type Selection =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'fact'; readonly index: number };

export type Hover =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'link'; readonly index: number };

export interface State {
  readonly selection: Selection | null;
  /** What was selected before, oldest first: Esc steps back through it. */
  readonly trail: readonly Selection[];
  readonly hover: Hover | null;
  readonly hiddenTypes: ReadonlySet<NodeLabel>;
  readonly hiddenStandings: ReadonlySet<Standing>;
  readonly query: string;
  readonly language: Language;
}

/** Figures are many and each belongs to one town: they are read in the panel, and shown here when asked for. */
export const initialState: State = {
  selection: null,
  trail: [],
  hover: null,
  hiddenTypes: new Set<NodeLabel>(['Indicator']),
  hiddenStandings: new Set<Standing>(),
  query: '',
  language: 'zh',
};

const same = (a: Selection | null, b: Selection | null): boolean =>
  a?.kind === b?.kind && a?.index === b?.index;

export const select = (state: State, selection: Selection | null): State => {
  if (same(state.selection, selection)) return state;
  const trail =
    selection === null ? [] : state.selection === null ? state.trail : [...state.trail, state.selection];
  return { ...state, selection, trail, query: '' };
};

/** One step back: to what was selected before, or to nothing. */
export const stepBack = (state: State): State => {
  if (state.query !== '') return { ...state, query: '' };
  const previous = state.trail.at(-1) ?? null;
  return { ...state, selection: previous, trail: state.trail.slice(0, -1) };
};

export const hover = (state: State, next: Hover | null): State =>
  state.hover?.kind === next?.kind && state.hover?.index === next?.index ? state : { ...state, hover: next };

export const search = (state: State, query: string): State => ({ ...state, query });

const toggled = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
};

export const toggleType = (state: State, type: NodeLabel): State => ({
  ...state,
  hiddenTypes: toggled(state.hiddenTypes, type),
});

export const toggleStanding = (state: State, standing: Standing): State => ({
  ...state,
  hiddenStandings: toggled(state.hiddenStandings, standing),
});

export const clearFilters = (state: State): State => ({
  ...state,
  hiddenTypes: new Set(),
  hiddenStandings: new Set(),
});

export const setLanguage = (state: State, language: Language): State => ({ ...state, language });

/** What the address bar says after `#`: the id of what is selected. */
export const toHash = (data: Data, selection: Selection | null): string => {
  if (selection === null) return '';
  if (selection.kind === 'node') return `#n=${encodeURIComponent(data.nodes[selection.index]?.id ?? '')}`;
  const edge = data.edges[selection.index];
  return edge === undefined ? '' : `#e=${encodeURIComponent(edgeId(data, edge))}`;
};

/** The reverse; null for an address that names nothing of this graph. */
export const fromHash = (data: Data, hash: string): Selection | null => {
  const [, kind, id] = /^#([ne])=(.*)$/.exec(hash) ?? [];
  if (id === undefined) return null;
  const name = decode(id);
  const index = kind === 'n' ? data.nodeById.get(name) : data.edgeById.get(name);
  return index === undefined ? null : { kind: kind === 'n' ? 'node' : 'fact', index };
};

/** An address typed by hand may hold a broken escape. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
