/**
 * Large groups of rows into the embedded file, by way of CSV: the engine reads that ten times faster than parameters.
 *
 * CSV cannot tell an empty text from none, and lists are divided by a sign: a group that holds such values, or a very
 * long one, is left to parameters (embedded-fill.ts), which bear everything.
 */
import { appendFile } from 'node:fs/promises';
import type { Columns } from './columns.js';
import type { GroupRow } from './embedded-groups.js';
import type { Value } from './rows.js';
import { copyFrom } from './statements.js';

/** Below this a group is not worth a file. */
const LARGE = 500;
const ROWS_AT_ONCE = 2000;
const MAX_TEXT = 60_000;
export const LIST_DIVIDER = '\u001f';

const plainText = (text: string): boolean =>
  text !== '' && text.length <= MAX_TEXT && !text.includes('\0') && !text.includes(LIST_DIVIDER);

const plainList = (list: readonly string[]): boolean =>
  list.every(plainText) && list.reduce((sum, { length }) => sum + length, 0) <= MAX_TEXT;

function plainValue(value: Value | undefined): boolean {
  if (typeof value === 'string') return plainText(value);
  return !Array.isArray(value) || plainList(value);
}

/** Whether CSV says all that these rows say. */
export const canCopy = (columns: Columns, rows: readonly GroupRow[]): boolean =>
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

/** Writes the rows to `file`; returns the statement by which the engine reads them. */
export async function writeRows(
  file: string,
  target: Parameters<typeof copyFrom>[0],
  columns: Columns,
  rows: readonly GroupRow[],
): Promise<string> {
  const names = Object.keys(columns);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const lines = rows
      .slice(at, at + ROWS_AT_ONCE)
      .map(({ ends, props }) => [...ends.map(quote), ...names.map((name) => cell(props[name]))].join(','));
    await appendFile(file, `${lines.join('\n')}\n`);
  }
  return copyFrom(target, columns, file, LIST_DIVIDER);
}
