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
const workOf = (pid: number): string => `${WORK_PREFIX}${pid}-`;
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

/** What a process left that was ended while it wrote. */
export async function removeWork(dir: string, pid: number): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  const left = names.filter((name) => name.startsWith(workOf(pid)));
  await Promise.all(left.map((name) => rm(join(dir, name), { recursive: true, force: true })));
}

async function removeStale(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(WORK_PREFIX)) continue;
    const path = join(dir, name);
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Why a file cannot grow, by what the engine or the system says of it. */
const NO_ROOM: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [/No space left on device|ENOSPC/, '磁盘已满', 'the disk is full'],
  [/Disk quota exceeded|EDQUOT/, '磁盘配额已满', 'the quota is used up'],
  [/File too large|EFBIG/, '文件大小受限', 'files may not grow so large'],
];

/** What the engine reports in words of its own; the old file is still there. */
function writeError(dir: string, error: unknown): unknown {
  const [, zh, en] = NO_ROOM.find(([pattern]) => pattern.test(firstLine(error))) ?? [];
  if (zh === undefined) return error;
  return new StoreError(
    say(
      `${dir}：图数据库写不下（${zh}），原有的未改动；请腾出空间，或用 -o 换一个文件夹`,
      `${dir}: no room for the graph database (${en}), the old one is as it was; free some space, or choose another folder with -o`,
    ),
  );
}

/** A new file, its tables made, that nobody sees yet. */
export interface NewFile {
  /** Takes in the rows and puts the file in place of the old one. */
  readonly write: (rows: Rows) => Promise<void>;
}

/**
 * Begins a new file. Where that or writing fails it is not closed, for that could end the process (embedded-apart.ts),
 * and left to be removed, as it is when nothing is written.
 */
export async function beginFile(dir: string): Promise<NewFile> {
  await mkdir(dir, { recursive: true });
  await removeStale(dir);
  // Whole, for the engine takes a first `~` or `s3:` for more than a name.
  const work = await mkdtemp(join(resolve(dir), workOf(process.pid)));
  const path = join(work, EMBEDDED_FILE);
  const roomy = <T>(step: Promise<T>): Promise<T> =>
    step.catch((error: unknown) => Promise.reject(writeError(dir, error)));
  const begin = async (): Promise<OpenFile> => {
    const file = await openFile(path, false);
    await file.connection.query('BEGIN TRANSACTION');
    await file.connection.query(EMBEDDED_SCHEMA.join(';\n'));
    return file;
  };
  const { connection, close } = await roomy(begin());
  const write = async (rows: Rows): Promise<void> => {
    await connection.query(writeStamp(await fill(connection, rows, work)));
    await connection.query('COMMIT');
    await connection.query('CHECKPOINT');
    await close();
    // A log beside the old file belongs to it alone: the engine refuses a file with another's log.
    await rm(join(dir, `${EMBEDDED_FILE}.wal`), { force: true });
    await rename(path, join(dir, EMBEDDED_FILE));
    await rm(work, { recursive: true, force: true });
  };
  return { write: (rows) => roomy(write(rows)) };
}
