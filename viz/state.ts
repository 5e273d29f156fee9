/**
 * The whole state of the page as one value, and the pure updates that lead from one to the next.
 *
 * Every view, the filters and the panel only read it: what is selected in one is selected in all.
 */
import type { EdgeType, IndicatorStatus, NodeLabel, Status } from '../src/schema.js';
import type { Change } from './years.js';

export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark';
/** What a fact can say of its standing; `none` where the sentence leaves it open. */
export type Standing = Status | IndicatorStatus | 'none';

/** In the order of the rail. */
export const VIEW_NAMES = [
  'overview',
  'graph',
  'common',
  'projects',
  'honours',
  'indicators',
  'table',
  'ask',
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

export type Selection =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'fact'; readonly index: number };

export type Hover =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'link'; readonly index: number };

/** How much of the graph the canvas holds before filters: what towns share, everything, or what was unfolded by hand. */
export type Scope = 'shared' | 'all' | 'unfolded';

/** One step of exploring: the neighbours of a node by one relation seen from one side, or all of them. */
export interface Unfolding {
  readonly node: number;
  readonly relation: { readonly type: EdgeType; readonly side: 'subject' | 'object' } | null;
}

export interface Filters {
  readonly hiddenTypes: ReadonlySet<NodeLabel>;
  readonly hiddenRelations: ReadonlySet<EdgeType>;
  readonly hiddenStandings: ReadonlySet<Standing>;
  /** Only what the reports of these towns speak of; empty: all. */
  readonly towns: ReadonlySet<number>;
  /** Years of facts, both included; null: all, and facts of no known year. */
  readonly years: readonly [from: number, to: number] | null;
  /** Least number of sentences behind a fact. */
  readonly sources: number;
  /** Only facts that changed in this way in the reports on this year; null: all. */
  readonly changes: { readonly year: number; readonly change: Change } | null;
}

export interface State {
  readonly view: ViewName;
  readonly selection: Selection | null;
  /** What was selected before, oldest first: Esc steps back through it. */
  readonly trail: readonly Selection[];
  readonly hover: Hover | null;
  readonly filters: Filters;
  readonly scope: Scope;
  /** Steps of exploring, in order; they make the canvas's contents where scope is `unfolded`. */
  readonly unfolded: readonly Unfolding[];
  /** Nodes put away by hand, and nodes that stay in sight and named whatever is looked at. */
  readonly hidden: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
  /** What the last answer speaks of: it stands out while nothing is selected. */
  readonly lit: ReadonlySet<number>;
  /** Two things whose shortest paths are shown; the end is null while the reader has still to choose it. */
  readonly path: { readonly from: number; readonly to: number | null } | null;
  /** Towns picked for comparison. */
  readonly picked: readonly number[];
  /** Choices that belong to one view alone (a column to sort by, a level of honour), by name; kept in the address. */
  readonly options: ReadonlyMap<string, string>;
  readonly query: string;
  readonly language: Language;
  readonly theme: Theme;
}

export const NO_FILTERS: Filters = {
  hiddenTypes: new Set(),
  hiddenRelations: new Set(),
  hiddenStandings: new Set(),
  towns: new Set(),
  years: null,
  sources: 1,
  changes: null,
};

/** Figures are many and each belongs to one town: they have a view of their own, and are drawn when asked for. */
export const initialState: State = {
  view: 'overview',
  selection: null,
  trail: [],
  hover: null,
  filters: { ...NO_FILTERS, hiddenTypes: new Set<NodeLabel>(['Indicator']) },
  scope: 'shared',
  unfolded: [],
  hidden: new Set(),
  pinned: new Set(),
  lit: new Set(),
  path: null,
  picked: [],
  options: new Map(),
  query: '',
  language: 'zh',
  theme: 'light',
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
  if (state.selection === null && state.lit.size > 0) return { ...state, lit: new Set() };
  if (state.selection === null && state.path !== null) return { ...state, path: null };
  const previous = state.trail.at(-1) ?? null;
  return { ...state, selection: previous, trail: state.trail.slice(0, -1) };
};

export const hover = (state: State, next: Hover | null): State =>
  state.hover?.kind === next?.kind && state.hover?.index === next?.index ? state : { ...state, hover: next };

export const search = (state: State, query: string): State => ({ ...state, query });

export const open = (state: State, view: ViewName): State => ({ ...state, view });

/** A set with `item` put in, or taken out where it was in. */
export const toggled = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
};

export const filter = (state: State, change: Partial<Filters>): State => ({
  ...state,
  filters: { ...state.filters, ...change },
});

export const toggleType = (state: State, type: NodeLabel): State =>
  filter(state, { hiddenTypes: toggled(state.filters.hiddenTypes, type) });

export const toggleRelation = (state: State, type: EdgeType): State =>
  filter(state, { hiddenRelations: toggled(state.filters.hiddenRelations, type) });

export const toggleStanding = (state: State, standing: Standing): State =>
  filter(state, { hiddenStandings: toggled(state.filters.hiddenStandings, standing) });

export const toggleTown = (state: State, town: number): State =>
  filter(state, { towns: toggled(state.filters.towns, town) });

export const light = (state: State, lit: ReadonlySet<number>): State => ({ ...state, lit });

/** Everything there is: no filter, nothing put away. */
export const clearFilters = (state: State): State => ({
  ...state,
  filters: NO_FILTERS,
  hidden: new Set(),
});

/** An option of one view; null takes it back to what the view has of itself. */
export const option = (state: State, name: string, value: string | null): State => {
  const options = new Map(state.options);
  if (value === null) options.delete(name);
  else options.set(name, value);
  return { ...state, options };
};
