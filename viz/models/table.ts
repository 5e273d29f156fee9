/**
 * The table beside the graph: what is shown as rows that can be sorted, things or facts.
 *
 * Rows are numbers of nodes or edges; what a cell says is looked up when it is drawn, so a table of forty thousand
 * rows costs a list of numbers.
 */
import { EDGE_TYPES, NODE_LABELS } from '../../src/schema.js';
import { at, type Data, nameOf } from '../data.js';
import { standingOf } from '../visible.js';
import { STANDING_ORDER } from '../words.js';
import { perData } from './per-data.js';

export const TABLES = ['things', 'facts'] as const;
export type TableKind = (typeof TABLES)[number];

export const COLUMNS = {
  things: ['type', 'name', 'towns', 'facts', 'support'],
  facts: ['subject', 'relation', 'object', 'standing', 'year', 'sentences'],
} as const satisfies Readonly<Record<TableKind, readonly string[]>>;
export type Column = (typeof COLUMNS)[TableKind][number];

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export const FIRST_ORDER: Readonly<Record<TableKind, Order>> = {
  things: { column: 'support', descending: true },
  facts: { column: 'subject', descending: false },
};

type Key = string | number;

/** Names in the order of a Chinese dictionary: by pinyin, and among names that sound alike by their characters. */
const nameKeys = perData((data: Data): readonly string[] =>
  data.nodes.map((node) => `${node.pinyin}\u0000${nameOf(node)}`),
);

const keyOf: Readonly<Record<Column, (data: Data, row: number) => Key>> = {
  type: (data, row) => NODE_LABELS.indexOf(at(data.nodes, row).label),
  name: (data, row) => at(nameKeys(data), row),
  towns: (data, row) => at(data.nodes, row).towns.length,
  facts: (data, row) => at(data.edgesOf, row).length,
  support: (data, row) => at(data.nodes, row).support,
  subject: (data, row) => at(nameKeys(data), at(data.edges, row).from),
  relation: (data, row) => EDGE_TYPES.indexOf(at(data.edges, row).type),
  object: (data, row) => at(nameKeys(data), at(data.edges, row).to),
  standing: (data, row) => STANDING_ORDER.indexOf(standingOf(at(data.edges, row))),
  year: (data, row) => at(data.yearOf, row) ?? 0,
  sentences: (data, row) => at(data.sentencesOf, row),
};

/** The rows in this order; rows that are equal in it keep their own. */
export const sortRows = (
  data: Data,
  rows: readonly number[],
  { column, descending }: Order,
): readonly number[] => {
  const keys = new Map(rows.map((row) => [row, keyOf[column](data, row)]));
  const sign = descending ? -1 : 1;
  const key = (row: number): Key => keys.get(row) ?? 0;
  return [...rows].sort((a, b) => {
    const [p, q] = [key(a), key(b)];
    return p < q ? -sign : p > q ? sign : a - b;
  });
};

/** Another column begins with what one looks for there: names from A, numbers from the largest. */
export const orderBy = (order: Order, column: Column): Order => {
  if (order.column === column) return { column, descending: !order.descending };
  const numbers: readonly Column[] = ['towns', 'facts', 'support', 'year', 'sentences'];
  return { column, descending: numbers.includes(column) };
};

export interface Window {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
}

/** Which rows a box of this height needs when it is scrolled so far; some more on either side, for quick scrolling. */
export const windowOf = (count: number, rowHeight: number, scrolled: number, height: number): Window => {
  const spare = 12;
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - spare));
  return { first, end: Math.min(count, Math.ceil((scrolled + height) / rowHeight) + spare) };
};
