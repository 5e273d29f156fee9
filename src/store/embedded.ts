/**
 * The embedded store (Ladybug): a file beside graph.json, no server.
 *
 * Loading writes a new file, so it needs no MERGE; queries open it read-only. Where its Cypher differs from
 * Neo4j's is written at statements.ts.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryResult as EngineResult, LbugValue } from '@ladybugdb/core';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../schema.js';
import { compareEdges, compareNodes, type Existing, type LoadReport, NO_COUNTS } from './compare.js';
import {
  EMBEDDED_FILE,
  type OpenFile,
  openFile,
  readAll,
  readStamp,
  stampIsOurs,
  stampOf,
  writeFileWhole,
} from './embedded-file.js';
import { firstLine, stated } from './plain.js';
import { readOnlyError, refuseFileAccess } from './readonly.js';
import { graphRows, type Rows } from './rows.js';
import { allEdges, allNodes } from './statements.js';
import type { EmbeddedTarget, LoadOptions, QueryOptions, QueryResult, Store } from './store.js';

/** The engine keeps the last timeout and takes no zero: a day stands for none. */
const NO_TIMEOUT_SECONDS = 24 * 60 * 60;

/** A node or edge as the engine gives it, without its inner ids. */
const propsOf = (value: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !/^_(id|label|src|dst)$/.test(name))
      .map(([name, item]) => [name, plain(item)]),
  );

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('_nodes' in value && '_rels' in value) {
    return { nodes: plain(value._nodes), relationships: plain(value._rels) };
  }
  if ('_label' in value && '_src' in value) return stated({ type: String(value._label) }, propsOf(value));
  if ('_label' in value) return stated({ label: String(value._label) }, propsOf(value));
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([name, item]) => [String(name), plain(item)]));
}

async function openExisting(dir: string): Promise<OpenFile> {
  const path = join(dir, EMBEDDED_FILE);
  if (!existsSync(path)) {
    throw new StoreError(
      say(
        `${path}：没有图数据库；请先运行 zhentu build <报告…> -o ${dir}`,
        `${path}: no graph database; run zhentu build <reports…> -o ${dir} first`,
      ),
    );
  }
  const other = (found: string): StoreError =>
    new StoreError(
      say(
        `${path}：不是本版本写的图数据库（${found}）；请重新运行 zhentu build`,
        `${path}: not a graph database of this version (${found}); run zhentu build again`,
      ),
    );
  let file: OpenFile;
  try {
    file = await openFile(path, true);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw other(firstLine(error));
  }
  const stamp = await readStamp(file.connection).catch(firstLine);
  if (stampIsOurs(stamp)) return file;
  await file.close();
  throw other(stamp || say('没有版本标记', 'no version mark'));
}

async function existing(file: OpenFile, statements: readonly string[], column: string): Promise<Existing> {
  const found = new Map<string, Record<string, unknown>>();
  for (const statement of statements) {
    for (const row of await readAll(file.connection, statement)) {
      const props = propsOf(row[column] as object);
      found.set(String(props.id), props);
    }
  }
  return found;
}

const allUnchanged = (rows: Rows): LoadReport => ({
  nodes: { ...NO_COUNTS, unchanged: rows.nodes.length },
  relationships: { ...NO_COUNTS, unchanged: rows.edges.length },
});

const allCreated = (rows: Rows): LoadReport => ({
  nodes: { ...NO_COUNTS, created: rows.nodes.length },
  relationships: { ...NO_COUNTS, created: rows.edges.length },
});

function countGone(found: Existing, kept: readonly { readonly id: string }[]): number {
  const ids = new Set(kept.map((row) => row.id));
  return [...found.keys()].filter((id) => !ids.has(id)).length;
}

/** What a new file would change; everything is new where there is none, or one of another version. */
async function compareWithFile(dir: string, rows: Rows): Promise<LoadReport & { readonly same: boolean }> {
  const file = await openExisting(dir).catch((error: unknown) => {
    if (error instanceof StoreError) return null;
    throw error;
  });
  if (!file) return { same: false, ...allCreated(rows) };
  try {
    if ((await readStamp(file.connection)) === stampOf(rows)) return { same: true, ...allUnchanged(rows) };
    const nodes = await existing(file, NODE_LABELS.map(allNodes), 'n');
    const edges = await existing(file, STORE_EDGE_TYPES.map(allEdges), 'e');
    return {
      same: false,
      nodes: { ...compareNodes(rows.nodes, nodes).counts, removed: countGone(nodes, rows.nodes) },
      relationships: { ...compareEdges(rows.edges, edges).counts, removed: countGone(edges, rows.edges) },
    };
  } finally {
    await file.close();
  }
}

function queryError(error: unknown, options: QueryOptions): StoreError {
  const message = firstLine(error);
  if (/write operations in a read-only/i.test(message)) return readOnlyError();
  if (/^Interrupted/i.test(message)) {
    return new StoreError(
      say(
        `查询超过 ${options.timeoutSeconds} 秒被中止；请缩小范围，或用 --timeout 放宽`,
        `query stopped after ${options.timeoutSeconds} seconds; narrow it, or raise --timeout`,
      ),
    );
  }
  return new StoreError(say(`Cypher 有误：${message}`, `wrong Cypher: ${message}`));
}

async function takeRows(
  result: EngineResult,
  columns: readonly string[],
  limit: number,
): Promise<{ rows: unknown[][]; truncated: boolean }> {
  const rows: unknown[][] = [];
  while (rows.length < limit && result.hasNext()) {
    const row = (await result.getNext()) ?? {};
    rows.push(columns.map((name) => plain(row[name])));
  }
  return { rows, truncated: result.hasNext() };
}

async function ask(
  file: OpenFile,
  cypher: string,
  params: Readonly<Record<string, unknown>>,
  options: QueryOptions,
): Promise<QueryResult> {
  const { connection } = file;
  connection.setQueryTimeout(Math.ceil((options.timeoutSeconds ?? NO_TIMEOUT_SECONDS) * 1000));
  try {
    const prepared = await connection.prepare(cypher);
    if (!prepared.isSuccess()) throw new Error(prepared.getErrorMessage());
    if (!prepared.isReadOnly()) throw readOnlyError();
    const results = await connection.execute(prepared, params as Record<string, LbugValue>);
    const result = Array.isArray(results) ? results[0] : results;
    if (!result) return { columns: [], rows: [], truncated: false };
    try {
      const columns = await result.getColumnNames();
      return { columns, ...(await takeRows(result, columns, options.limit ?? Number.POSITIVE_INFINITY)) };
    } finally {
      result.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? error : queryError(error, options);
  }
}

/** Opens the embedded store of a folder; the file itself is opened at the first query. */
export function openEmbedded({ dir, readOnly }: EmbeddedTarget): Store {
  let open: OpenFile | null = null;
  const close = async (): Promise<void> => {
    const file = open;
    open = null;
    await file?.close();
  };
  return {
    async load(graph: Graph, options: LoadOptions = {}): Promise<LoadReport> {
      if (readOnly) throw readOnlyError();
      const rows = graphRows(graph);
      await close();
      const { same, ...report } = await compareWithFile(dir, rows);
      if (!same && !options.dryRun) await writeFileWhole(dir, rows);
      return report;
    },
    async query(cypher, params = {}, options = {}) {
      refuseFileAccess(cypher);
      open ??= await openExisting(dir);
      return ask(open, cypher, params, options);
    },
    close,
  };
}
