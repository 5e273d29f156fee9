/**
 * State ⇄ what the address bar says after `#`. Things go by their ids in graph.json, so that an address outlives
 * a build; what is as it is at first is left out; what names nothing of this graph is passed over.
 */
import { EDGE_TYPES, NODE_LABELS } from '../src/schema.js';
import { type Data, edgeId } from './data.js';
import {
  type Filters,
  initialState,
  type Standing,
  type State,
  type Unfolding,
  VIEW_NAMES,
} from './state.js';
import { STANDING_ORDER } from './words.js';
import { CHANGES } from './years.js';

interface Field {
  /** What stands for this part of `state`; '' for what is as it is at first. */
  readonly write: (data: Data, state: State) => string;
  readonly read: (data: Data, text: string, state: State) => State;
}

/** Between ids, which may hold commas and blanks. */
const BETWEEN = '~';

const idOf = (data: Data, node: number): string => data.nodes[node]?.id ?? '';
const ids = (data: Data, nodes: Iterable<number>): string =>
  [...nodes].map((node) => idOf(data, node)).join(BETWEEN);
const nodesOf = (data: Data, text: string): readonly number[] =>
  text.split(BETWEEN).flatMap((id) => data.nodeById.get(id) ?? []);
const members = <T extends string>(all: readonly T[], text: string): ReadonlySet<T> =>
  new Set(text.split(BETWEEN).filter((part): part is T => all.includes(part as T)));
const equal = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
const withFilters = (state: State, change: Partial<Filters>): State => ({
  ...state,
  filters: { ...state.filters, ...change },
});

/** A set of words of the schema; `-` where all are in that are out at first. */
const words = <T extends string>(
  all: readonly T[],
  part: 'hiddenTypes' | 'hiddenRelations' | 'hiddenStandings',
): Field => ({
  write: (_, state) => {
    const set = state.filters[part] as ReadonlySet<string>;
    return equal(set, initialState.filters[part] as ReadonlySet<string>) ? '' : [...set].join(BETWEEN) || '-';
  },
  read: (_, text, state) => withFilters(state, { [part]: members(all, text) }),
});

const FIELDS: Readonly<Record<string, Field>> = {
  v: {
    write: (_, { view }) => (view === initialState.view ? '' : view),
    read: (_, text, state) => ({ ...state, view: VIEW_NAMES.find((name) => name === text) ?? state.view }),
  },
  n: {
    write: (data, { selection }) => (selection?.kind === 'node' ? idOf(data, selection.index) : ''),
    read: (data, text, state) => {
      const index = data.nodeById.get(text);
      return index === undefined ? state : { ...state, selection: { kind: 'node', index } };
    },
  },
  e: {
    write: (data, { selection }) => {
      const edge = selection?.kind === 'fact' ? data.edges[selection.index] : undefined;
      return edge === undefined ? '' : edgeId(data, edge);
    },
    read: (data, text, state) => {
      const index = data.edgeById.get(text);
      return index === undefined ? state : { ...state, selection: { kind: 'fact', index } };
    },
  },
  hide: words(NODE_LABELS, 'hiddenTypes'),
  relations: words(EDGE_TYPES, 'hiddenRelations'),
  standings: words<Standing>(STANDING_ORDER, 'hiddenStandings'),
  towns: {
    write: (data, { filters }) => ids(data, filters.towns),
    read: (data, text, state) => withFilters(state, { towns: new Set(nodesOf(data, text)) }),
  },
  years: {
    write: (_, { filters }) => filters.years?.join('-') ?? '',
    read: (_, text, state) => {
      const [, from, to] = /^(\d{4})-(\d{4})$/.exec(text) ?? [];
      return to === undefined ? state : withFilters(state, { years: [Number(from), Number(to)] });
    },
  },
  sources: {
    write: (_, { filters }) => (filters.sources === 1 ? '' : String(filters.sources)),
    read: (_, text, state) => withFilters(state, { sources: Math.max(1, Number.parseInt(text, 10) || 1) }),
  },
  changes: {
    write: (_, { filters }) =>
      filters.changes === null ? '' : `${filters.changes.year}-${filters.changes.change}`,
    read: (_, text, state) => {
      const [, year, word] = /^(\d{4})-(.+)$/.exec(text) ?? [];
      const change = CHANGES.find((name) => name === word);
      return change === undefined ? state : withFilters(state, { changes: { year: Number(year), change } });
    },
  },
  path: {
    write: (data, { path }) =>
      path === null ? '' : ids(data, path.to === null ? [path.from] : [path.from, path.to]),
    read: (data, text, state) => {
      const [from, to = null] = nodesOf(data, text);
      return from === undefined ? state : { ...state, path: { from, to } };
    },
  },
  scope: {
    write: (_, { scope }) => (scope === initialState.scope ? '' : scope),
    read: (_, text, state) => ({
      ...state,
      scope: (['shared', 'all', 'unfolded'] as const).find((name) => name === text) ?? state.scope,
    }),
  },
  unfold: {
    write: (data, { unfolded }) =>
      unfolded
        .map(({ node, relation }) =>
          [idOf(data, node), ...(relation === null ? [] : [relation.type, relation.side])].join('!'),
        )
        .join(BETWEEN),
    read: (data, text, state) => ({
      ...state,
      unfolded: text.split(BETWEEN).flatMap((step): readonly Unfolding[] => {
        const [id = '', word, side] = step.split('!');
        const node = data.nodeById.get(id);
        const type = EDGE_TYPES.find((name) => name === word);
        if (node === undefined) return [];
        if (type === undefined) return [{ node, relation: null }];
        return [{ node, relation: { type, side: side === 'object' ? 'object' : 'subject' } }];
      }),
    }),
  },
  hidden: {
    write: (data, { hidden }) => ids(data, hidden),
    read: (data, text, state) => ({ ...state, hidden: new Set(nodesOf(data, text)) }),
  },
  pinned: {
    write: (data, { pinned }) => ids(data, pinned),
    read: (data, text, state) => ({ ...state, pinned: new Set(nodesOf(data, text)) }),
  },
  lit: {
    write: (data, { lit }) => ids(data, lit),
    read: (data, text, state) => ({ ...state, lit: new Set(nodesOf(data, text)) }),
  },
  picked: {
    write: (data, { picked }) => ids(data, picked),
    read: (data, text, state) => ({ ...state, picked: nodesOf(data, text) }),
  },
};

/** How the page looks, whatever it shows: kept in the address, no step to undo. */
const LOOKS: Readonly<Record<string, Field>> = {
  lang: {
    write: (_, { language }) => (language === 'en' ? 'en' : ''),
    read: (_, text, state) => ({ ...state, language: text === 'en' ? 'en' : 'zh' }),
  },
  theme: {
    write: (_, { theme }) => (theme === 'dark' ? 'dark' : ''),
    read: (_, text, state) => ({ ...state, theme: text === 'dark' ? 'dark' : 'light' }),
  },
};

/** Options of views stand under their own names, after a point, which no field's name has. */
const OPTION = /^\.(.+)$/;

const written = (fields: typeof FIELDS, data: Data, state: State): readonly (readonly [string, string])[] =>
  Object.entries(fields)
    .map(([name, { write }]) => [name, write(data, state)] as const)
    .filter(([, text]) => text !== '');

const joined = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&');

/** What is shown, without how it looks: two states that agree in this are one step. */
export const contentOf = (data: Data, state: State): string =>
  joined([
    ...written(FIELDS, data, state),
    ...[...state.options].sort().map(([name, value]) => [`.${name}`, value] as const),
  ]);

export const toHash = (data: Data, state: State): string => {
  const text = [contentOf(data, state), joined(written(LOOKS, data, state))].filter(Boolean).join('&');
  return text === '' ? '' : `#${text}`;
};

/** The state an address describes; `base` is what the rest is like. */
export const fromHash = (data: Data, hash: string, base: State = initialState): State => {
  let state = base;
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [name = '', text = ''] = part.split('=').map(decode);
    const field = FIELDS[name] ?? LOOKS[name];
    const [, optionName] = OPTION.exec(name) ?? [];
    if (field !== undefined && text !== '') state = field.read(data, text, state);
    else if (optionName !== undefined)
      state = { ...state, options: new Map([...state.options, [optionName, text]]) };
  }
  return state;
};

/** What an address selects and the page does not hold, by id: a thing, or a fact with its subject. Null for none. */
export const absentFrom = (
  data: Data,
  hash: string,
): { readonly thing: string; readonly fact?: string } | null => {
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [name, text = ''] = part.split('=').map(decode);
    if (name === 'n' && text !== '' && !data.nodeById.has(text)) return { thing: text };
    const [, from] = text.split('|');
    if (name === 'e' && from !== undefined && !data.edgeById.has(text)) return { thing: from, fact: text };
  }
  return null;
};

/** An address typed by hand may hold a broken escape. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
