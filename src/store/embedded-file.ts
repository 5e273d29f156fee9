/**
 * The file of the embedded store: where it lies, how it is written whole, and which version wrote it.
 *
 * It is written in a folder of its own and renamed into place, so a crash leaves the old graph as it was.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Connection, Database, LbugValue } from '@ladybugdb/core';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { fill } from './embedded-fill.js';
import { firstLine } from './plain.js';
import type { Rows } from './rows.js';
import { EMBEDDED_SCHEMA, writeStamp } from './statements.js';

/** Name of the database file in the folder `zhentu build` writes. */
export const EMBEDDED_FILE = 'graph.lbug';

const WORK_PREFIX = `.${EMBEDDED_FILE}-`;
const STALE_MS = 60 * 60 * 1000;
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

/** Rows of a statement that returns one result. */
export async function readAll(
  connection: Connection,
  statement: string,
): Promise<Record<string, LbugValue>[]> {
  const result = await connection.query(statement);
  return (Array.isArray(result) ? result : [result])[0]?.getAll() ?? [];
}

async function removeStale(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(WORK_PREFIX)) continue;
    const path = join(dir, name);
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** A full disk the engine reports in words of its own; the old file is still there. */
function writeError(dir: string, error: unknown): unknown {
  if (!/No space left on device|ENOSPC/.test(firstLine(error))) return error;
  return new StoreError(
    say(
      `${dir}：图数据库写不下（磁盘已满），原有的未改动；请腾出空间，或用 -o 换一个文件夹`,
      `${dir}: no room for the graph database (the disk is full), the old one is as it was; free some space, or choose another folder with -o`,
    ),
  );
}

/** Writes the rows as a new file and puts it in place of the old one. */
export async function writeFileWhole(dir: string, rows: Rows): Promise<void> {
  await mkdir(dir, { recursive: true });
  await removeStale(dir);
  // Whole, for the engine takes a first `~` or `s3:` for more than a name.
  const work = await mkdtemp(join(resolve(dir), WORK_PREFIX));
  try {
    const path = join(work, EMBEDDED_FILE);
    const file = await openFile(path, false);
    try {
      await file.connection.query('BEGIN TRANSACTION');
      await file.connection.query(EMBEDDED_SCHEMA.join(';\n'));
      await file.connection.query(writeStamp(await fill(file.connection, rows, work)));
      await file.connection.query('COMMIT');
      await file.connection.query('CHECKPOINT');
    } finally {
      await file.close();
    }
    // A log beside the old file belongs to it alone: the engine refuses a file with another's log.
    await rm(join(dir, `${EMBEDDED_FILE}.wal`), { force: true });
    await rename(path, join(dir, EMBEDDED_FILE));
  } catch (error) {
    throw writeError(dir, error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
