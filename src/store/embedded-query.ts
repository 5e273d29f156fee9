/** Asking an open embedded database: reading only, values plain, rows handed over in batches. */
import type { QueryResult as EngineResult, LbugValue } from '@ladybugdb/core';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import type { OpenFile } from './embedded-file.js';
import { firstLine, stated } from './plain.js';
import { readOnlyError } from './readonly.js';
import { BATCH_OF_ROWS, type QueryOptions, type Sink, type StreamEnd } from './store.js';

/** A node or edge as the engine gives it, without its inner ids. */
export const propsOf = (value: object): Record<string, unknown> =>
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

function queryError(error: unknown): StoreError {
  const message = firstLine(error);
  if (/write operations in a read-only/i.test(message)) return readOnlyError();
  return new StoreError(say(`Cypher 有误：${message}`, `wrong Cypher: ${message}`));
}

async function handOver(
  result: EngineResult,
  columns: readonly string[],
  limit: number,
  sink: Sink,
): Promise<boolean> {
  let taken = 0;
  let batch: unknown[][] = [];
  while (taken < limit && result.hasNext()) {
    // A promise a row would cost ten times the row.
    const row = result.getNextSync() ?? {};
    batch.push(columns.map((name) => plain(row[name])));
    taken += 1;
    if (batch.length >= BATCH_OF_ROWS) {
      await sink(columns, batch);
      batch = [];
    }
  }
  await sink(columns, batch);
  return result.hasNext();
}

/** Rows go to `sink`, at least once; throws StoreError for what is no reading. */
export async function ask(
  { connection }: OpenFile,
  cypher: string,
  params: Readonly<Record<string, unknown>>,
  { limit = Number.POSITIVE_INFINITY }: QueryOptions,
  sink: Sink,
): Promise<StreamEnd> {
  let result: EngineResult | undefined;
  try {
    const prepared = await connection.prepare(cypher);
    if (!prepared.isSuccess()) throw new Error(prepared.getErrorMessage());
    if (!prepared.isReadOnly()) throw readOnlyError();
    const results = await connection.execute(prepared, params as Record<string, LbugValue>);
    result = Array.isArray(results) ? results[0] : results;
  } catch (error) {
    throw error instanceof StoreError ? error : queryError(error);
  }
  if (!result) {
    await sink([], []);
    return { truncated: false };
  }
  try {
    return { truncated: await handOver(result, await result.getColumnNames(), limit, sink) };
  } finally {
    result.close();
  }
}
