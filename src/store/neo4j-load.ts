/**
 * Rows into Neo4j: what is there is read and compared before anything is written, batch by batch.
 *
 * So the counts are true (the server counts a SET of an equal value as a change), an unchanged graph writes nothing,
 * and a load that was interrupted continues by being run again. Rows come sorted, and one transaction follows the
 * other: two that lock the same town in another order would stop each other.
 */
import neo4j from 'neo4j-driver';
import { batches } from './batches.js';
import { EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import {
  addCounts,
  type Counts,
  compareEdges,
  compareNodes,
  type Existing,
  type LoadReport,
  NO_COUNTS,
} from './compare.js';
import { inSession, type Link, write } from './neo4j-session.js';
import { fromDriver, propsToDriver } from './neo4j-values.js';
import { type EdgeRow, groupRows, type NodeRow, type Rows } from './rows.js';
import { countOwnNodes, mergeEdges, mergeNodes, readEdges, readNodes } from './statements.js';
import { type Foreign, withForeignEvidence, withForeignNames } from './versions.js';

export interface RowsOptions {
  readonly dryRun: boolean;
  /** The rows are all there shall be: what other reports say of a node goes with them. */
  readonly prune: boolean;
  /** Whether a report is one that this load neither brings nor replaces; what it supports stays. */
  readonly foreign: Foreign;
  /** Reports that this load brings or replaces. */
  readonly reports: readonly string[];
  readonly step: (rows: number) => void;
}

interface Found extends Existing {
  /** Ids of nodes that foreign reports name. */
  readonly shared?: ReadonlySet<string>;
}

const NOTHING: Existing = new Map();

const read = (link: Link, statement: string, params: object): Promise<Found> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const { records } = await tx.run(statement, params);
    const found = new Map<string, Record<string, unknown>>();
    const shared = new Set<string>();
    for (const record of records) {
      const id = String(record.get('id'));
      found.set(id, fromDriver(record.get('props')) as Record<string, unknown>);
      if (record.has('shared') && record.get('shared') === true) shared.add(id);
    }
    return Object.assign(found, { shared });
  });

/** False on a database that this program has never written to: there is nothing to compare with. */
const holdsOwnNodes = (link: Link): Promise<boolean> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const { records } = await tx.run(countOwnNodes);
    return records.some((record) => neo4j.int(record.get('n')).toNumber() > 0);
  });

const nodeValue = ({ id, label, props }: NodeRow): object => ({
  id,
  props: propsToDriver(NODE_COLUMNS[label], props),
});

const edgeValue = ({ id, from, to, props }: EdgeRow): object => ({
  id,
  from,
  to,
  props: propsToDriver(EDGE_COLUMNS, props),
});

/** `created` takes up the ids of nodes that were not there: nothing can hang on those yet. */
async function loadNodes(
  link: Link,
  rows: readonly NodeRow[],
  created: Set<string>,
  { dryRun, prune, reports, step }: RowsOptions,
): Promise<Counts> {
  let total = NO_COUNTS;
  const compare = await holdsOwnNodes(link);
  for (const batch of [...groupRows(rows, (row) => row.label).values()].flatMap((group) => batches(group))) {
    const { label } = batch[0] as NodeRow;
    const ids = batch.map((row) => row.id);
    const found: Found = compare ? await read(link, readNodes, { ids, reports }) : NOTHING;
    const wanted = batch.map((row) => {
      const old = !prune && found.shared?.has(row.id) ? found.get(row.id) : undefined;
      return old ? { ...row, props: withForeignNames(NODE_COLUMNS[label], row.props, old) } : row;
    });
    const changes = compareNodes(wanted, found);
    if (!dryRun && changes.write.length > 0) {
      await write(link, mergeNodes(label), changes.write.map(nodeValue));
    }
    for (const id of ids) if (!found.has(id)) created.add(id);
    total = addCounts(total, changes.counts);
    step(batch.length);
  }
  return total;
}

async function loadEdges(
  link: Link,
  rows: readonly EdgeRow[],
  created: ReadonlySet<string>,
  { dryRun, foreign, step }: RowsOptions,
): Promise<Counts> {
  let total = NO_COUNTS;
  for (const batch of [...groupRows(rows, (row) => row.type).values()].flatMap((group) => batches(group))) {
    const { type } = batch[0] as EdgeRow;
    const known = batch
      .filter(({ from, to }) => !created.has(from) && !created.has(to))
      .map(({ id, from, to }) => ({ id, from, to }));
    const found = known.length > 0 ? await read(link, readEdges(type), { rows: known }) : NOTHING;
    const wanted = batch.map((row) => {
      const old = found.get(row.id);
      return old ? { ...row, props: withForeignEvidence(EDGE_COLUMNS, row.props, old, foreign) } : row;
    });
    const changes = compareEdges(wanted, found);
    if (!dryRun && changes.write.length > 0) {
      await write(link, mergeEdges(type), changes.write.map(edgeValue));
    }
    total = addCounts(total, changes.counts);
    step(batch.length);
  }
  return total;
}

/** Nodes before the relationships between them. */
export async function loadRows(link: Link, rows: Rows, options: RowsOptions): Promise<LoadReport> {
  const created = new Set<string>();
  const nodes = await loadNodes(link, rows.nodes, created, options);
  return { nodes, relationships: await loadEdges(link, rows.edges, created, options) };
}
