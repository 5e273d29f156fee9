/**
 * A table drawn while its rows still come: widths are those of the first rows, and what is wider later on is wrapped.
 *
 * No colours: a table is often piped.
 */
import { displayWidth, padTo, wrapText } from './display-width.js';

/** A row of cells, a cell of lines. */
export type Cells = readonly (readonly string[])[];

/** Rows kept back until the widths are known. */
const MEASURED = 500;
/** A sentence is wrapped, not stretched over three screens. */
const MAX_WIDTH = 60;

export interface TableDrawing {
  /** Text of what can be drawn by now. */
  add(rows: readonly Cells[]): string;
  end(): string;
}

const rule = (widths: readonly number[], [left, middle, right]: readonly [string, string, string]): string =>
  `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}\n`;

function drawRow(cells: Cells, widths: readonly number[]): string {
  const wrapped = widths.map((width, i) => (cells[i] ?? []).flatMap((line) => wrapText(line, width)));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, at) => `│ ${widths.map((width, i) => padTo(wrapped[i]?.[at] ?? '', width)).join(' │ ')} │\n`,
  ).join('');
}

const measure = (columns: readonly string[], rows: readonly Cells[]): number[] =>
  columns.map((column, i) => {
    const inCells = rows.reduce(
      (widest, row) => (row[i] ?? []).reduce((w, line) => Math.max(w, displayWidth(line)), widest),
      0,
    );
    return Math.max(displayWidth(column), Math.min(inCells, MAX_WIDTH), 1);
  });

export function openTable(columns: readonly string[]): TableDrawing {
  let waiting: Cells[] = [];
  let widths: readonly number[] | null = null;
  const draw = (): string => {
    const first = widths === null;
    widths ??= measure(columns, waiting);
    const known = widths;
    const head = first
      ? `${rule(known, ['┌', '┬', '┐'])}${drawRow(
          columns.map((column) => [column]),
          known,
        )}${rule(known, ['├', '┼', '┤'])}`
      : '';
    const body = waiting.map((row) => drawRow(row, known)).join('');
    waiting = [];
    return head + body;
  };
  return {
    add(rows) {
      waiting.push(...rows);
      return widths !== null || waiting.length >= MEASURED ? draw() : '';
    },
    end: () => draw() + rule(widths ?? [], ['└', '┴', '┘']),
  };
}
