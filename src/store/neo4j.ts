/**
 * The Neo4j store: constraint first, then UNWIND + MERGE on id, one managed transaction a batch.
 *
 * What is there is read and compared before anything is written, so the counts are true and an unchanged
 * graph writes nothing. A transaction may be retried by the driver: MERGE and SET bear that.
 */
import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../model.js';
import { batches } from './batches.js';
import { EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import {
  addCounts,
  type Changes,
  type Counts,
  compareEdges,
  compareNodes,
  type Existing,
  type LoadReport,
  NO_COUNTS,
} from './compare.js';
import { addressError, neo4jError } from './neo4j-errors.js';
import { planPrune, prune, sizeOf, withRemoved } from './neo4j-prune.js';
import { inSession, type Link, write } from './neo4j-session.js';
import { fromDriver, propsToDriver, toDriver } from './neo4j-values.js';
import { readOnlyError } from './readonly.js';
import { type EdgeRow, graphRows, groupRows, type NodeRow, type Rows } from './rows.js';
import { mergeEdges, mergeNodes, NEO4J_SCHEMA, readEdges, readNodes } from './statements.js';
import type { LoadOptions, Neo4jTarget, QueryOptions, QueryResult, Store } from './store.js';

/** A server that does not answer is reported within seconds, not after the driver's half minute. */
const PATIENCE = {
  connectionTimeout: 4000,
  connectionAcquisitionTimeout: 6000,
  maxTransactionRetryTime: 6000,
};

const existing = (link: Link, statement: string, params: object): Promise<Existing> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const { records } = await tx.run(statement, params);
    return new Map(
      records.map((record) => [
        String(record.get('id')),
        fromDriver(record.get('props')) as Record<string, unknown>,
      ]),
    );
  });

async function loadNodes(link: Link, rows: readonly NodeRow[], dryRun: boolean): Promise<Counts> {
  let total = NO_COUNTS;
  for (const group of groupRows(rows, (row) => row.label).values()) {
    for (const batch of batches(group)) {
      const { label } = batch[0] as NodeRow;
      const found = await existing(link, readNodes, { ids: batch.map((row) => row.id) });
      const changes: Changes<NodeRow> = compareNodes(batch, found);
      total = addCounts(total, changes.counts);
      const values = changes.write.map(({ id, props }) => ({
        id,
        props: propsToDriver(NODE_COLUMNS[label], props),
      }));
      if (!dryRun && values.length > 0) await write(link, mergeNodes(label), values);
    }
  }
  return total;
}

async function loadEdges(link: Link, rows: readonly EdgeRow[], dryRun: boolean): Promise<Counts> {
  let total = NO_COUNTS;
  for (const group of groupRows(rows, (row) => row.type).values()) {
    for (const batch of batches(group)) {
      const { type } = batch[0] as EdgeRow;
      const ends = batch.map(({ id, from, to }) => ({ id, from, to }));
      const changes: Changes<EdgeRow> = compareEdges(
        batch,
        await existing(link, readEdges(type), { rows: ends }),
      );
      total = addCounts(total, changes.counts);
      const values = changes.write.map(({ id, from, to, props }) => ({
        id,
        from,
        to,
        props: propsToDriver(EDGE_COLUMNS, props),
      }));
      if (!dryRun && values.length > 0) await write(link, mergeEdges(type), values);
    }
  }
  return total;
}

async function loadRows(link: Link, rows: Rows, options: LoadOptions): Promise<LoadReport> {
  const dryRun = options.dryRun ?? false;
  if (!dryRun) {
    for (const statement of NEO4J_SCHEMA) {
      await inSession(link, neo4j.session.WRITE, (tx) => tx.run(statement));
    }
    await inSession(link, neo4j.session.READ, (tx) => tx.run('CALL db.awaitIndexes(60)'));
  }
  const nodes = await loadNodes(link, rows.nodes, dryRun);
  const report = { nodes, relationships: await loadEdges(link, rows.edges, dryRun) };
  if (!options.prune) return report;
  const plan = await planPrune(link, rows);
  return withRemoved(report, dryRun ? sizeOf(plan) : await prune(link, plan), plan.kept);
}

/** READ mode is routing, not access control: the server's own reading of the text decides. */
async function refuseWrites(tx: ManagedTransaction, cypher: string, params: object): Promise<void> {
  const { summary } = await tx.run(`EXPLAIN ${cypher.replace(/^\s*(EXPLAIN|PROFILE)\b/i, '')}`, params);
  if (summary.queryType !== 'r') throw readOnlyError();
}

const ask = (
  link: Link,
  cypher: string,
  params: Readonly<Record<string, unknown>>,
  { limit = Number.POSITIVE_INFINITY, timeoutSeconds }: QueryOptions,
): Promise<QueryResult> =>
  inSession(
    link,
    neo4j.session.READ,
    async (tx) => {
      const values = toDriver(params) as object;
      await refuseWrites(tx, cypher, values);
      const result = tx.run(cypher, values);
      const columns = await result.keys();
      const rows: unknown[][] = [];
      for await (const record of result) {
        if (rows.length >= limit) return { columns, rows, truncated: true };
        rows.push(columns.map((name) => fromDriver(record.get(name))));
      }
      return { columns, rows, truncated: false };
    },
    timeoutSeconds,
  );

function createDriver({ uri, user, password }: Neo4jTarget): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), { ...PATIENCE, userAgent: 'zhentu' });
  } catch (error) {
    throw addressError(uri, error);
  }
}

/** Connects; throws StoreError within seconds where there is no server, login or database. */
export async function openNeo4j(target: Neo4jTarget): Promise<Store> {
  const { database } = target;
  const driver = createDriver(target);
  const link: Link = { driver, database };
  const mended = async <T>(work: () => Promise<T>, timeoutSeconds?: number): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw neo4jError(error, target, timeoutSeconds);
    }
  };
  try {
    await mended(() => driver.verifyConnectivity());
    // A server answers before it is asked for a database it does not have.
    await mended(() => inSession(link, neo4j.session.READ, (tx) => tx.run('RETURN 1')));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    load: (graph: Graph, options: LoadOptions = {}) =>
      mended(() => loadRows(link, graphRows(graph), options)),
    query: (cypher, params = {}, options = {}) =>
      mended(() => ask(link, cypher, params, options), options.timeoutSeconds),
    close: () => driver.close(),
  };
}
