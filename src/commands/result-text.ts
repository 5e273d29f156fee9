/**
 * Rows of a query as text: a table for people, JSON and CSV for programs.
 *
 * Values come from reports, so they are data everywhere: no control characters in a terminal, no formulas in
 * a spreadsheet.
 */
import Table from 'cli-table3';
import { say } from '../messages.js';
import { INDICATOR_STATUS_ZH, STATUS_ZH } from '../schema.js';
import type { QueryResult } from '../store/store.js';

export const RESULT_FORMATS = ['table', 'json', 'csv'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** A list reads as 甲、乙; a node or a map as JSON. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// C0, C1, and the marks that turn the direction of what follows on a terminal.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** People read 完成 where programs read `done`; JSON and CSV keep the code. */
const STATUS_WORDS: ReadonlyMap<unknown, string> = new Map(
  Object.entries({ ...INDICATOR_STATUS_ZH, ...STATUS_ZH }),
);

const worded = (column: string | undefined, value: unknown): unknown =>
  column === '状态' ? say(STATUS_WORDS.get(value) ?? String(value ?? ''), String(value ?? '')) : value;

function table({ columns, rows, truncated }: QueryResult): string {
  const cells = (values: readonly unknown[]): string[] =>
    values.map((value) => cellText(value).replace(CONTROL, ' '));
  // No colours: the table is often piped.
  const drawn = new Table({ head: cells(columns), style: { head: [], border: [], compact: true } });
  drawn.push(...rows.map((row) => cells(row.map((value, i) => worded(columns[i], value)))));
  const count = truncated
    ? say(`前 ${rows.length} 行，还有更多（--limit）`, `first ${rows.length} rows, there are more (--limit)`)
    : say(`${rows.length} 行`, `${rows.length} row${rows.length === 1 ? '' : 's'}`);
  return columns.length > 0 ? `${drawn.toString()}\n${count}\n` : `${count}\n`;
}

function json({ columns, rows }: QueryResult): string {
  // Written by hand: an object would put a column called "2023" before the others.
  const object = (row: readonly unknown[]): string =>
    `  {${columns.map((name, i) => `${JSON.stringify(name)}: ${JSON.stringify(row[i] ?? null)}`).join(', ')}}`;
  return rows.length > 0 ? `[\n${rows.map(object).join(',\n')}\n]\n` : '[]\n';
}

/** A cell that a spreadsheet would compute gets an apostrophe, which spreadsheets take as "this is text". */
function csvCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = cellText(value);
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = ({ columns, rows }: QueryResult): string =>
  [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');

const WRITERS: Readonly<Record<ResultFormat, (result: QueryResult) => string>> = { table, json, csv };

/** Text for stdout, ending in a line break. */
export const resultText = (result: QueryResult, format: ResultFormat): string => WRITERS[format](result);
