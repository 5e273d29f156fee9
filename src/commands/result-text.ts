/**
 * Rows of a query as text: a table for people, JSON and CSV for programs; written while the rows come.
 *
 * Values come from reports, so they are data everywhere: no control characters in a terminal, no formulas in
 * a spreadsheet.
 */
import { language, say } from '../messages.js';
import { INDICATOR_STATUS_ZH, LABEL_STYLE, STATUS_ZH } from '../schema.js';
import type { QueryResult } from '../store/store.js';
import { type Cells, openTable } from './table.js';

export const RESULT_FORMATS = ['table', 'json', 'csv'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Titles of reports by id: evidence names its report by id. */
export type Titles = ReadonlyMap<string, string>;

type Row = readonly unknown[];

/** Text to be printed, piece by piece. */
export interface ResultWriter {
  rows(rows: readonly Row[]): string;
  end(truncated: boolean): string;
}

/** A list reads as 甲、乙; a node or a map as JSON. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// C0, C1, and the marks that turn the direction of what follows on a terminal.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** A piece of evidence as a person cites it, 《title》sentence; null for what is none. */
function cited(value: unknown, titles: Titles): string | null {
  if (typeof value !== 'string' || !value.startsWith('{"report":')) return null;
  try {
    const { report, text } = JSON.parse(value) as { report: string; text: string };
    if (typeof report !== 'string' || typeof text !== 'string') return null;
    return `《${titles.get(report) ?? report}》${text}`;
  } catch {
    return null;
  }
}

/** One line a piece of evidence, one line for anything else. */
function cellLines(value: unknown, titles: Titles): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value.flat() : [value];
  const lines = items.map((item) => cited(item, titles));
  const all = lines.length > 0 && lines.every((line) => line !== null);
  return (all ? (lines as string[]) : [cellText(value)]).map((line) => line.replace(CONTROL, ' '));
}

const WORDS: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {
  状态: new Map(Object.entries({ ...INDICATOR_STATUS_ZH, ...STATUS_ZH })),
  类型: new Map(Object.entries(LABEL_STYLE).map(([label, { zh }]) => [label, zh])),
};

/** People read 完成 and 村社区 where programs read `done` and `Village`; JSON and CSV keep the code. */
const worded = (column: string, value: unknown): unknown =>
  language() === 'zh' ? (WORDS[column.slice(-2)]?.get(value) ?? value) : value;

function tableWriter(columns: readonly string[], titles: Titles): ResultWriter {
  const table = openTable(columns.map((column) => column.replace(CONTROL, ' ')));
  let shown = 0;
  const cells = (row: Row): Cells =>
    row.map((value, i) => cellLines(worded(columns[i] ?? '', value), titles));
  return {
    rows(rows) {
      shown += rows.length;
      return columns.length > 0 ? table.add(rows.map(cells)) : '';
    },
    end(truncated) {
      const count = truncated
        ? say(`前 ${shown} 行，还有更多（--limit）`, `first ${shown} rows, there are more (--limit)`)
        : say(`${shown} 行`, `${shown} row${shown === 1 ? '' : 's'}`);
      return `${columns.length > 0 ? table.end() : ''}${count}\n`;
    },
  };
}

function jsonWriter(columns: readonly string[]): ResultWriter {
  // Written by hand: an object would put a column called "2023" before the others.
  const object = (row: Row): string =>
    `  {${columns.map((name, i) => `${JSON.stringify(name)}: ${JSON.stringify(row[i] ?? null)}`).join(', ')}}`;
  let first = true;
  const opening = (): string => {
    const text = first ? '[\n' : ',\n';
    first = false;
    return text;
  };
  return {
    rows: (rows) => rows.map((row) => opening() + object(row)).join(''),
    end: () => (first ? '[]\n' : '\n]\n'),
  };
}

/** A cell that a spreadsheet would compute gets an apostrophe, which spreadsheets take as "this is text". */
export function csvCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = cellText(value);
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvWriter(columns: readonly string[]): ResultWriter {
  const line = (row: Row): string => `${row.map(csvCell).join(',')}\n`;
  let head = line(columns);
  const withHead = (text: string): string => {
    const whole = head + text;
    head = '';
    return whole;
  };
  return { rows: (rows) => withHead(rows.map(line).join('')), end: () => withHead('') };
}

const WRITERS: Readonly<Record<ResultFormat, (columns: readonly string[], titles: Titles) => ResultWriter>> =
  { table: tableWriter, json: jsonWriter, csv: csvWriter };

export const openWriter = (
  columns: readonly string[],
  format: ResultFormat,
  titles: Titles = new Map(),
): ResultWriter => WRITERS[format](columns, titles);

/** A whole result as text, ending in a line break. */
export function resultText(
  { columns, rows, truncated }: QueryResult,
  format: ResultFormat,
  titles?: Titles,
): string {
  const writer = openWriter(columns, format, titles);
  return writer.rows(rows) + writer.end(truncated);
}
