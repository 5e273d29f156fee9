/**
 * What a load changes, found by comparing rows before anything is written.
 *
 * The engines' own counters do not say it: Neo4j counts a SET of an equal value, the embedded engine is
 * written anew.
 */
import { type Columns, EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import type { EdgeRow, NodeRow, Props } from './rows.js';

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface LoadReport {
  readonly nodes: Counts;
  readonly relationships: Counts;
  /** With `prune`: nodes no longer in the graph that stay, because others tied relationships to them. */
  readonly kept?: number;
  /** Reports that the loaded ones are new versions of; what only those supported is removed. */
  readonly superseded?: readonly { readonly title: string; readonly year: number | null }[];
  /** With `dryRun`: ids of what would be removed. */
  readonly plan?: { readonly nodes: readonly string[]; readonly relationships: readonly string[] };
}

/** Properties as a store returns them, by id; what is absent counts as null. */
export type Existing = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface Changes<T> {
  /** Rows to write: new ones and changed ones. */
  readonly write: readonly T[];
  readonly counts: Counts;
}

/** Text, numbers and lists of text, as the stores keep them. */
const sameValue = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]));

export function sameProps(
  columns: Columns,
  wanted: Props,
  found: Readonly<Record<string, unknown>>,
): boolean {
  for (const name in columns) {
    if (!sameValue(wanted[name] ?? null, found[name] ?? null)) return false;
  }
  return true;
}

function compare<T extends { id: string; props: Props }>(
  rows: readonly T[],
  existing: Existing,
  columnsOf: (row: T) => Columns,
): Changes<T> {
  const created = rows.filter((row) => !existing.has(row.id));
  const updated = rows.filter((row) => {
    const found = existing.get(row.id);
    return found !== undefined && !sameProps(columnsOf(row), row.props, found);
  });
  const unchanged = rows.length - created.length - updated.length;
  return {
    write: [...created, ...updated],
    counts: { created: created.length, updated: updated.length, unchanged, removed: 0 },
  };
}

export const compareNodes = (rows: readonly NodeRow[], existing: Existing): Changes<NodeRow> =>
  compare(rows, existing, (row) => NODE_COLUMNS[row.label]);

export const compareEdges = (rows: readonly EdgeRow[], existing: Existing): Changes<EdgeRow> =>
  compare(rows, existing, () => EDGE_COLUMNS);

export const addCounts = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  removed: a.removed + b.removed,
});

export const NO_COUNTS: Counts = { created: 0, updated: 0, unchanged: 0, removed: 0 };
