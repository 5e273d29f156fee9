/**
 * What a Neo4j database holds of the rows of a load, told one by one as it comes.
 *
 * Every value is read and compared: a mark of an earlier load would not know what somebody changed by hand since.
 * Looking up a row costs about three times what it costs to be told the next one, so where most of the database is
 * what the load brings, all of it is read, and only beside a larger one are rows looked up.
 */
import neo4j, { type Record as DriverRecord } from 'neo4j-driver';
import { STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { batches } from './batches.js';
import { inSession, type Link } from './neo4j-session.js';
import { fromDriver } from './neo4j-values.js';
import type { EdgeRow, NodeRow } from './rows.js';
import { countEdges, countOwnNodes, EDGE_FIELDS, NODE_FIELDS, readEdges, readNodes } from './statements.js';

const COST_OF_LOOKING_UP = 3;
/** The server need not be asked for every thousand records, and works while this program does; nothing is piled up. */
const UNASKED = -1;

export type FoundProps = Readonly<Record<string, unknown>>;

export interface FoundNode {
  readonly props: FoundProps;
  readonly labels: readonly string[];
  /** A report that is none of the load's names it as well. */
  readonly shared: boolean;
}

export interface FoundEdge {
  readonly props: FoundProps;
  readonly from: unknown;
  readonly to: unknown;
}

type Visit<T> = (found: T) => void;

/** One reading transaction. After a transient error it begins anew: `visit` may be told a record again. */
const each = (link: Link, statement: string, params: object, visit: Visit<DriverRecord>): Promise<void> =>
  inSession(
    link,
    neo4j.session.READ,
    (tx) =>
      new Promise((resolve, reject) => {
        // Not `for await`: a promise a record costs as much as the record.
        tx.run(statement, params).subscribe({
          onNext: visit,
          onCompleted: () => resolve(),
          onError: reject,
        });
      }),
    undefined,
    UNASKED,
  );

function propsAt(record: DriverRecord, fields: readonly string[]): FoundProps {
  const props: Record<string, unknown> = {};
  for (const [i, name] of fields.entries()) props[name] = fromDriver(record.get(i));
  return props;
}

const foundNode = (record: DriverRecord): FoundNode => ({
  props: propsAt(record, NODE_FIELDS),
  labels: record.get(NODE_FIELDS.length) as string[],
  shared: record.get(NODE_FIELDS.length + 1) === true,
});

const foundEdge = (record: DriverRecord): FoundEdge => ({
  props: propsAt(record, EDGE_FIELDS),
  from: record.get(EDGE_FIELDS.length),
  to: record.get(EDGE_FIELDS.length + 1),
});

async function only<T>(link: Link, statement: string): Promise<T> {
  let value: unknown;
  await each(link, statement, {}, (record) => {
    value = fromDriver(record.get(0));
  });
  return value as T;
}

const readAll = (total: number, wanted: number): boolean => total <= wanted * COST_OF_LOOKING_UP;

/** Nodes of the rows, and possibly others. `reports`: the load's own; null where nobody asks who shares a node. */
export async function readNodeRows(
  link: Link,
  rows: readonly NodeRow[],
  reports: readonly string[] | null,
  visit: Visit<FoundNode>,
): Promise<void> {
  const total = await only<number>(link, countOwnNodes);
  if (total === 0) return;
  const told = (record: DriverRecord): void => visit(foundNode(record));
  const sharing = reports !== null;
  if (readAll(total, rows.length)) return each(link, readNodes('all', sharing), { reports }, told);
  for (const ids of batches(rows.map(({ id }) => id))) {
    await each(link, readNodes('listed', sharing), { ids, reports }, told);
  }
}

export interface EdgeReading {
  /** Every relationship of ours is read, not only those of the rows. */
  readonly all: boolean;
  readonly read: (type: StoreEdgeType, rows: readonly EdgeRow[], visit: Visit<FoundEdge>) => Promise<void>;
}

/** How to read relationships, given how many rows there may be something to read for. */
export async function openEdgeReading(link: Link, wanted: number): Promise<EdgeReading> {
  const totals = await only<number[]>(link, countEdges);
  const total = totals.reduce((sum, n) => sum + n, 0);
  const all = readAll(total, wanted);
  return {
    all,
    async read(type, rows, visit) {
      if (totals[STORE_EDGE_TYPES.indexOf(type)] === 0) return;
      const told = (record: DriverRecord): void => visit(foundEdge(record));
      if (all) return each(link, readEdges('all', type), {}, told);
      for (const batch of batches(rows.map(({ id, from, to }) => ({ id, from, to })))) {
        await each(link, readEdges('listed', type), { rows: batch }, told);
      }
    },
  };
}
