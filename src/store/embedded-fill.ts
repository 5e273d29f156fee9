/**
 * Rows into a new embedded file. The engine works in a thread of its own, so while it takes in one group the next is
 * made ready here, and the digest of all with it.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, LbugValue } from '@ladybugdb/core';
import { canCopy, writeRows } from './embedded-copy.js';
import { groupsOf, type RowGroup } from './embedded-groups.js';
import { openStamp } from './embedded-stamp.js';
import type { Rows, Value } from './rows.js';

/** Rows of one statement: bounds what is copied into the engine at once. */
const BATCH = 5000;

/** Numbers as text, to be cast: one list of parameters may not hold 1 and 1.5. */
const encode = (value: Value | undefined): LbugValue =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : ((value ?? null) as LbugValue);

function parameters({ rows, columns }: RowGroup): Record<string, LbugValue>[] {
  const names = Object.keys(columns);
  return rows.map(({ ends: [from, to], props }) => ({
    ...Object.fromEntries(names.map((name) => [name, encode(props[name])])),
    ...(from !== undefined && to !== undefined && { from, to }),
  }));
}

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

/** Makes a group ready; what is returned hands it to the engine. */
async function prepare(
  connection: Connection,
  group: RowGroup,
  file: string,
): Promise<() => Promise<unknown>> {
  if (!canCopy(group.columns, group.rows)) {
    const rows = parameters(group);
    return () => insert(connection, group.create, rows);
  }
  const statement = await writeRows(file, group.target, group.columns, group.rows);
  return () => connection.query(statement).finally(() => rm(file, { force: true }));
}

/** Returns the stamp of the rows. `dir`: where files may lie on their way in. */
export async function fill(connection: Connection, rows: Rows, dir: string): Promise<string> {
  const stamp = openStamp();
  let running: Promise<unknown> = Promise.resolve();
  let number = 0;
  for (const group of groupsOf(rows)) {
    const run = await prepare(connection, group, join(dir, `rows-${number++}.csv`));
    stamp.take(group);
    await running;
    running = run();
    // Whoever awaits it below is told; until then a failure has no listener.
    running.catch(() => undefined);
  }
  await running;
  return stamp.value();
}
