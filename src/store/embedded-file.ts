/**
 * The file of the embedded store: where it lies, how it is written whole, and which version wrote it.
 *
 * It is written in a folder of its own and renamed into place, so a crash leaves the old graph as it was.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, Database, LbugValue } from '@ladybugdb/core';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { FORMAT, FORMAT_VERSION } from '../schema.js';
import { type Columns, EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import { canCopy, copyRows } from './embedded-copy.js';
import { firstLine } from './plain.js';
import { groupRows, type Props, type Rows, type Value } from './rows.js';
import { createEdges, createNodes, EMBEDDED_SCHEMA, READ_STAMP, writeStamp } from './statements.js';

/** Name of the database file in the folder `zhentu build` writes. */
export const EMBEDDED_FILE = 'graph.lbug';

const WORK_PREFIX = `.${EMBEDDED_FILE}-`;
const STALE_MS = 60 * 60 * 1000;
/** Rows of one statement: bounds what is copied into the engine at once. */
const BATCH = 5000;

/** Address space the engine reserves; its own choice, 8 TiB, is refused at the sixteenth file a process opens. */
const MAX_BYTES = 2 ** 36;

type Engine = Pick<typeof import('@ladybugdb/core'), 'Database' | 'Connection'>;

/** The engine is a native module: where there is none for this machine, that is said. */
export async function embeddedEngine(): Promise<Engine> {
  try {
    return await import('@ladybugdb/core');
  } catch (error) {
    throw new StoreError(
      say(
        `嵌入式数据库 @ladybugdb/core 无法在本机加载（${firstLine(error)}）；请重新运行 npm install，或用 build --no-db、load --neo4j`,
        `the embedded database @ladybugdb/core does not load on this machine (${firstLine(error)}); run npm install again, or use build --no-db, load --neo4j`,
      ),
    );
  }
}

export interface OpenFile {
  readonly connection: Connection;
  close(): Promise<void>;
}

export async function openFile(path: string, readOnly: boolean): Promise<OpenFile> {
  const { Database, Connection } = await embeddedEngine();
  const database: Database = new Database(
    path,
    0,
    true,
    readOnly,
    MAX_BYTES,
    true,
    undefined,
    true,
    true,
    // No hash index on id: the file is half as large, and the rows of a batch are joined, not looked up.
    false,
  );
  // One thread: rows that a query has ordered reach `collect` in that order.
  const connection = new Connection(database, 1);
  const close = async (): Promise<void> => {
    await connection.close();
    await database.close();
  };
  try {
    await connection.init();
    return { connection, close };
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

// The tables belong to the version: a question may ask for a column that an older file does not have.
const VERSION_STAMP = `${FORMAT} ${FORMAT_VERSION} ${digest(EMBEDDED_SCHEMA).slice(0, 16)} `;

/** Format, version and digest of the rows: says at once whether a file is ours and whether it holds these rows. */
export const stampOf = (rows: Rows): string => VERSION_STAMP + digest(rows);

export const stampIsOurs = (stamp: string): boolean => stamp.startsWith(VERSION_STAMP);

/** Rows of a statement that returns one result. */
export async function readAll(
  connection: Connection,
  statement: string,
): Promise<Record<string, LbugValue>[]> {
  const result = await connection.query(statement);
  return (Array.isArray(result) ? result : [result])[0]?.getAll() ?? [];
}

/** The stamp of an open file; empty where it has none. */
export const readStamp = async (connection: Connection): Promise<string> =>
  String((await readAll(connection, READ_STAMP))[0]?.comment ?? '');

/** Numbers as text, to be cast: one list of parameters may not hold 1 and 1.5. */
const encode = (value: Value | undefined): LbugValue =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : ((value ?? null) as LbugValue);

const encodeProps = (columns: Columns, props: Props): Record<string, LbugValue> =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, encode(props[name])]));

async function insert(
  connection: Connection,
  statement: string,
  rows: readonly Record<string, LbugValue>[],
): Promise<void> {
  const prepared = await connection.prepare(statement);
  if (!prepared.isSuccess()) throw new Error(prepared.getErrorMessage());
  for (let at = 0; at < rows.length; at += BATCH) {
    await connection.execute(prepared, { rows: rows.slice(at, at + BATCH) });
  }
}

/** The columns that some row states: handing a value over costs more than storing it, and most are null. */
const statedColumns = (columns: Columns, rows: readonly { readonly props: Props }[]): Columns =>
  Object.fromEntries(
    Object.entries(columns).filter(([name]) => rows.some(({ props }) => (props[name] ?? null) !== null)),
  );

/** `file`: where rows may lie on their way in. */
async function fill(connection: Connection, rows: Rows, file: string): Promise<void> {
  for (const group of groupRows(rows.nodes, (row) => row.label).values()) {
    const { label } = group[0] as (typeof group)[number];
    const columns = statedColumns(NODE_COLUMNS[label], group);
    const copied = group.map(({ props }) => ({ ends: [], props }));
    if (canCopy(columns, copied)) {
      await copyRows(connection, file, { label }, columns, copied);
      continue;
    }
    const values = group.map((row) => encodeProps(columns, row.props));
    await insert(connection, createNodes(label, columns), values);
  }
  for (const group of groupRows(
    rows.edges,
    (row) => `${row.type} ${row.fromLabel} ${row.toLabel}`,
  ).values()) {
    const { type, fromLabel, toLabel } = group[0] as (typeof group)[number];
    const columns = statedColumns(EDGE_COLUMNS, group);
    const copied = group.map(({ from, to, props }) => ({ ends: [from, to], props }));
    if (canCopy(columns, copied)) {
      await copyRows(connection, file, { type, from: fromLabel, to: toLabel }, columns, copied);
      continue;
    }
    const values = group.map((row) => ({ ...encodeProps(columns, row.props), from: row.from, to: row.to }));
    await insert(connection, createEdges(type, fromLabel, toLabel, columns), values);
  }
}

async function removeStale(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(WORK_PREFIX)) continue;
    const path = join(dir, name);
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Writes the rows as a new file and puts it in place of the old one. */
export async function writeFileWhole(dir: string, rows: Rows): Promise<void> {
  await mkdir(dir, { recursive: true });
  await removeStale(dir);
  const work = await mkdtemp(join(dir, WORK_PREFIX));
  try {
    const path = join(work, EMBEDDED_FILE);
    const file = await openFile(path, false);
    try {
      await file.connection.query('BEGIN TRANSACTION');
      await file.connection.query(EMBEDDED_SCHEMA.join(';\n'));
      await fill(file.connection, rows, join(work, 'rows.csv'));
      await file.connection.query(writeStamp(stampOf(rows)));
      await file.connection.query('COMMIT');
      await file.connection.query('CHECKPOINT');
    } finally {
      await file.close();
    }
    // A log beside the old file belongs to it alone: the engine refuses a file with another's log.
    await rm(join(dir, `${EMBEDDED_FILE}.wal`), { force: true });
    await rename(path, join(dir, EMBEDDED_FILE));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
