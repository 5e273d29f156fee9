/**
 * Rows into Neo4j: what is there is read and compared before anything is written.
 *
 * So the counts are true (the server counts a SET of an equal value as a change), an unchanged graph writes nothing,
 * and a load that was interrupted continues by being run again. Rows come sorted, and one transaction follows the
 * other: two that lock the same town in another order would stop each other.
 */
import { STORE_EDGE_TYPES } from '../schema.js';
import { batches } from './batches.js';
import { EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import { addCounts, type Counts, type LoadReport, NO_COUNTS, sameProps } from './compare.js';
import { type FoundEdge, type FoundNode, openEdgeReading, readNodeRows } from './neo4j-read.js';
import { type Link, writeBatches } from './neo4j-session.js';
import { propsToDriver } from './neo4j-values.js';
import { type EdgeRow, groupRows, type NodeRow, type Props, type Rows } from './rows.js';
import { mergeEdges, mergeNodes } from './statements.js';
import { type Foreign, withForeignEvidence, withForeignNames } from './versions.js';

export interface RowsOptions {
  readonly dryRun: boolean;
  readonly foreign: Foreign;
  /** Reports that this load brings or replaces; null where there are no others that could share a node. */
  readonly reports: readonly string[] | null;
  readonly step: (rows: number) => void;
  /** Told of relationships that are none of the rows', if all are read. */
  readonly stray: (type: EdgeRow['type'], found: FoundEdge) => void;
}

export interface Loaded extends LoadReport {
  /** `stray` was told of all there are. */
  readonly readAll: boolean;
}

const nodeValue = ({ row: { id, label, props }, state }: Pending<NodeRow>): object => ({
  id,
  props: propsToDriver(NODE_COLUMNS[label], props, state === 'missing'),
});

const edgeValue = ({ row: { id, from, to, props }, state }: Pending<EdgeRow>): object => ({
  id,
  from,
  to,
  props: propsToDriver(EDGE_COLUMNS, props, state === 'missing'),
});

/** A row and what is known of it: missing until something is found, which then says the same or does not. */
interface Pending<T> {
  row: T;
  state: 'missing' | 'same' | 'differs';
}

type PendingRows<T> = ReadonlyMap<string, Pending<T>>;

const pendingOf = <T extends { readonly id: string }>(rows: readonly T[]): PendingRows<T> =>
  new Map(rows.map((row) => [row.id, { row, state: 'missing' }]));

/** Notes what a row shall be, and whether it is so already; bears being told twice, and says whether it is news. */
function settle<T extends { readonly props: Props }>(
  pending: Pending<T>,
  props: Props,
  same: boolean,
): boolean {
  const news = pending.state === 'missing';
  pending.state = same ? 'same' : 'differs';
  if (!same) pending.row = { ...pending.row, props };
  return news;
}

const changed = <T>(pending: PendingRows<T>): Pending<T>[] =>
  [...pending.values()].filter(({ state }) => state !== 'same');

function countsOf<T>(pending: PendingRows<T>): Counts {
  const write = changed(pending);
  const created = write.filter(({ state }) => state === 'missing').length;
  return { created, updated: write.length - created, unchanged: pending.size - write.length, removed: 0 };
}

/**
 * Of one transaction, which is so as large as it would be with one batch of the usual size: twice as large it costs the
 * server a sixth more.
 */
const BATCHES_AT_ONCE = 2;
const ROWS = 2500;
const BYTES = 2_000_000;

async function writeAll<T>(
  link: Link,
  statement: string,
  rows: readonly Pending<T>[],
  value: (row: Pending<T>) => object,
  { dryRun, step }: RowsOptions,
): Promise<void> {
  const all = batches(rows, ROWS, BYTES);
  for (let at = 0; at < all.length; at += BATCHES_AT_ONCE) {
    const group = all.slice(at, at + BATCHES_AT_ONCE);
    if (!dryRun) await writeBatches(link, statement, group, value);
    step(group.reduce((sum, { length }) => sum + length, 0));
  }
}

/** Returns the ids of nodes that were not there as well: nothing can hang on those yet. */
async function loadNodes(
  link: Link,
  rows: readonly NodeRow[],
  options: RowsOptions,
): Promise<{ counts: Counts; created: ReadonlySet<string> }> {
  const pending = pendingOf(rows);
  const visit = ({ props: found, labels, shared }: FoundNode): void => {
    const known = pending.get(found.id as string);
    if (!known) return;
    const { label, props: own } = known.row;
    const columns = NODE_COLUMNS[label];
    const props = shared ? withForeignNames(columns, own, found) : own;
    const same = labels.includes(label) && sameProps(columns, props, found);
    if (settle(known, props, same) && same) options.step(1);
  };
  await readNodeRows(link, rows, options.reports, visit);
  const write = changed(pending);
  for (const [label, group] of groupRows(write, ({ row }) => row.label)) {
    await writeAll(link, mergeNodes(label as NodeRow['label']), group, nodeValue, options);
  }
  const created = new Set(write.filter(({ state }) => state === 'missing').map(({ row }) => row.id));
  return { counts: countsOf(pending), created };
}

async function loadEdges(
  link: Link,
  rows: readonly EdgeRow[],
  created: ReadonlySet<string>,
  options: RowsOptions,
): Promise<{ counts: Counts; readAll: boolean }> {
  const isKnown = ({ from, to }: EdgeRow): boolean => !created.has(from) && !created.has(to);
  const groups = groupRows(rows, (row) => row.type);
  const known = new Map([...groups].map(([type, group]) => [type, group.filter(isKnown)]));
  const reading = await openEdgeReading(link, [...known.values()].flat().length);
  let counts = NO_COUNTS;
  for (const type of STORE_EDGE_TYPES) {
    const group = groups.get(type) ?? [];
    const pending = pendingOf(group);
    await reading.read(type, known.get(type) ?? [], (found) => {
      const of = pending.get(found.props.id as string);
      if (!of || of.row.from !== found.from || of.row.to !== found.to) return options.stray(type, found);
      const props = withForeignEvidence(of.row.props, found.props, options.foreign);
      const same = sameProps(EDGE_COLUMNS, props, found.props);
      if (settle(of, props, same) && same) options.step(1);
    });
    await writeAll(link, mergeEdges(type), changed(pending), edgeValue, options);
    counts = addCounts(counts, countsOf(pending));
  }
  return { counts, readAll: reading.all };
}

/** Nodes before the relationships between them. */
export async function loadRows(link: Link, rows: Rows, options: RowsOptions): Promise<Loaded> {
  const { counts: nodes, created } = await loadNodes(link, rows.nodes, options);
  const { counts: relationships, readAll } = await loadEdges(link, rows.edges, created, options);
  return { nodes, relationships, readAll };
}
