/**
 * Large groups of rows into the embedded file, by way of CSV: the engine reads that ten times faster than parameters.
 *
 * CSV cannot tell an empty text from none, and lists are divided by a sign: a group that holds such values, or a very
 * long one, is left to parameters (embedded-file.ts), which bear everything.
 */
import { appendFile, rm } from 'node:fs/promises';
import type { Connection } from '@ladybugdb/core';
import type { Columns } from './columns.js';
import type { Props, Value } from './rows.js';
import { copyFrom } from './statements.js';

/** Below this a group is not worth a file. */
const LARGE = 500;
const ROWS_AT_ONCE = 2000;
const MAX_TEXT = 60_000;
export const LIST_DIVIDER = '\u001f';

/** A row of a group: texts that stand before its columns (the ends of an edge), then its columns. */
export interface CopyRow {
  readonly ends: readonly string[];
  readonly props: Props;
}

const plainText = (text: string): boolean =>
  text !== '' && text.length <= MAX_TEXT && !text.includes('\0') && !text.includes(LIST_DIVIDER);

const plainList = (list: readonly string[]): boolean =>
  list.every(plainText) && list.reduce((sum, { length }) => sum + length, 0) <= MAX_TEXT;

function plainValue(value: Value | undefined): boolean {
  if (typeof value === 'string') return plainText(value);
  return !Array.isArray(value) || plainList(value);
}

/** Whether CSV says all that these rows say. */
export const canCopy = (columns: Columns, rows: readonly CopyRow[]): boolean =>
  rows.length >= LARGE &&
  rows.every(
    ({ ends, props }) =>
      ends.every(plainText) &&
      Object.entries(columns).every(
        ([name, type]) =>
          // An empty list is read from an empty cell, so a list that is not stated cannot be.
          plainValue(props[name]) && (type !== 'strings' || Array.isArray(props[name])),
      ),
  );

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  return value.length > 0 ? quote(value.join(LIST_DIVIDER)) : '';
}

/** Writes the rows to `file`, lets the engine read it, removes it. */
export async function copyRows(
  connection: Connection,
  file: string,
  target: Parameters<typeof copyFrom>[0],
  columns: Columns,
  rows: readonly CopyRow[],
): Promise<void> {
  const names = Object.keys(columns);
  try {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const lines = rows
        .slice(at, at + ROWS_AT_ONCE)
        .map(({ ends, props }) => [...ends.map(quote), ...names.map((name) => cell(props[name]))].join(','));
      await appendFile(file, `${lines.join('\n')}\n`);
    }
    await connection.query(copyFrom(target, columns, file, LIST_DIVIDER));
  } finally {
    await rm(file, { force: true });
  }
}
