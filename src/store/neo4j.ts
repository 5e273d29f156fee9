/**
 * The Neo4j store: constraint first, then rows, then what they take the place of; and queries that only read.
 */
import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../model.js';
import { addCounts, type LoadReport, NO_COUNTS } from './compare.js';
import { addressError, brokenError, neo4jError } from './neo4j-errors.js';
import { loadRows } from './neo4j-load.js';
import { type PrunePlan, planPrune, prune, sizeOf, withRemoved } from './neo4j-prune.js';
import { applySchema } from './neo4j-schema.js';
import { inSession, type Link } from './neo4j-session.js';
import { fromDriver, toDriver } from './neo4j-values.js';
import {
  planVersions,
  readReports,
  readStrays,
  replaceVersions,
  type Supported,
  supportedBy,
} from './neo4j-versions.js';
import { collecting } from './plain.js';
import { readOnlyError, refuseBeyondGraph } from './readonly.js';
import { graphRows, type Rows } from './rows.js';
import {
  BATCH_OF_ROWS,
  type LoadOptions,
  type Neo4jTarget,
  type QueryOptions,
  type Sink,
  type Store,
  type StreamEnd,
} from './store.js';
import { type Foreign, foreignTo, type StoredReport, supersededBy } from './versions.js';

/** A server that does not answer is reported within seconds, not after the driver's half minute. */
const PATIENCE = {
  connectionTimeout: 4000,
  connectionAcquisitionTimeout: 6000,
  maxTransactionRetryTime: 6000,
};

/** Removals in order, as ids. */
const planned = ({ edges, nodes }: PrunePlan): LoadReport['plan'] => ({
  nodes,
  relationships: [...edges.values()].flat().map(({ id }) => id),
});

/** What the reports of a load no longer say goes. */
async function replace(
  link: Link,
  rows: Rows,
  old: readonly StoredReport[],
  strays: readonly Supported[],
  foreign: Foreign,
  report: LoadReport,
  dryRun: boolean,
): Promise<LoadReport> {
  const plan = await planVersions(
    link,
    rows,
    old.map(({ id }) => id),
    strays,
  );
  const weakened = { ...NO_COUNTS, updated: plan.weakened.length };
  const changed = { ...report, relationships: addCounts(report.relationships, weakened) };
  const removed = dryRun ? sizeOf(plan.removal) : await replaceVersions(link, plan, foreign);
  return {
    ...withRemoved(changed, removed, plan.removal.kept),
    ...(old.length > 0 && { superseded: old.map(({ title, year }) => ({ title, year })) }),
    ...(dryRun && { plan: planned(plan.removal) }),
  };
}

async function loadGraph(link: Link, graph: Graph, options: LoadOptions): Promise<LoadReport> {
  const { dryRun = false, prune: pruning = false, progress } = options;
  const rows = graphRows(graph);
  if (!dryRun) await applySchema(link);
  // With `prune` the graph is all there shall be: no report is foreign to it.
  const stored = pruning ? [] : await readReports(link);
  const old = supersededBy(graph.reports, stored);
  const known = new Set([...graph.reports, ...old].map(({ id }) => id));
  const total = rows.nodes.length + rows.edges.length;
  let done = 0;
  const strays = new Map<string, Supported>();
  const foreign = foreignTo(pruning ? null : known, [...stored, ...graph.reports]);
  const { readAll, ...report } = await loadRows(link, rows, {
    dryRun,
    reports: stored.every(({ id }) => known.has(id)) ? null : [...known],
    foreign,
    step: (n) => {
      done += n;
      progress?.(done, total);
    },
    stray: (type, found) => {
      const stray = pruning ? null : supportedBy(known, type, found);
      if (stray) strays.set(stray.id, stray);
    },
  });
  if (pruning) {
    const plan = await planPrune(link, rows);
    const removed = dryRun ? sizeOf(plan) : await prune(link, plan);
    return { ...withRemoved(report, removed, plan.kept), ...(dryRun && { plan: planned(plan) }) };
  }
  const again = new Set(stored.map(({ id }) => id).filter((id) => known.has(id)));
  const left = readAll ? [...strays.values()] : await readStrays(link, again, rows);
  if (left.length === 0 && old.length === 0) return report;
  return replace(link, rows, old, left, foreign, report, dryRun);
}

/** READ mode is routing, not access control: the server's own reading of the text decides. */
async function refuseWrites(tx: ManagedTransaction, cypher: string, params: object): Promise<void> {
  refuseBeyondGraph(cypher);
  const { summary } = await tx.run(`EXPLAIN ${cypher.replace(/^\s*(EXPLAIN|PROFILE)\b/i, '')}`, params);
  if (summary.queryType !== 'r') throw readOnlyError();
}

const ask = (
  link: Link,
  cypher: string,
  params: Readonly<Record<string, unknown>>,
  { limit = Number.POSITIVE_INFINITY, timeoutSeconds }: QueryOptions,
  sink: Sink,
): Promise<StreamEnd> => {
  let begun = false;
  return inSession(
    link,
    neo4j.session.READ,
    async (tx) => {
      const values = toDriver(params) as object;
      await refuseWrites(tx, cypher, values);
      const result = tx.run(cypher, values);
      const columns = await result.keys();
      // The driver runs this again after a broken connection: rows that are handed over would come twice.
      if (begun) throw brokenError(link.uri);
      begun = true;
      let taken = 0;
      let batch: unknown[][] = [];
      for await (const record of result) {
        if (taken >= limit) {
          await sink(columns, batch);
          return { truncated: true };
        }
        batch.push(columns.map((name) => fromDriver(record.get(name))));
        taken += 1;
        if (batch.length < BATCH_OF_ROWS) continue;
        await sink(columns, batch);
        batch = [];
      }
      await sink(columns, batch);
      return { truncated: false };
    },
    timeoutSeconds,
  );
};

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
  const link: Link = { driver, uri: target.uri, database };
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
  const stream: Store['stream'] = (cypher, params, options, sink) =>
    mended(() => ask(link, cypher, params, options, sink), options.timeoutSeconds);
  return {
    load: (graph: Graph, options: LoadOptions = {}) => mended(() => loadGraph(link, graph, options)),
    query: collecting(stream),
    stream,
    close: () => driver.close(),
  };
}
