/**
 * The stamp in an embedded file: which version wrote it, and which rows it holds.
 *
 * The tables belong to the version: a question may ask for a column that an older file does not have. Rows are told
 * apart by a digest of all they say; text goes in with its length before it, which is sooner done than as JSON.
 */
import { createHash } from 'node:crypto';
import type { Connection } from '@ladybugdb/core';
import { FORMAT, FORMAT_VERSION } from '../schema.js';
import { groupsOf, type RowGroup } from './embedded-groups.js';
import type { Rows, Value } from './rows.js';
import { EMBEDDED_SCHEMA, READ_STAMP } from './statements.js';

const tables = createHash('sha256').update(JSON.stringify(EMBEDDED_SCHEMA)).digest('hex').slice(0, 16);
const VERSION_STAMP = `${FORMAT} ${FORMAT_VERSION} ${tables} `;
const ROWS_AT_ONCE = 1000;

const withLength = (text: string): string => `${text.length}:${text}`;

function valueText(value: Value | undefined): string {
  if (value === null || value === undefined) return '~';
  if (typeof value === 'string') return withLength(value);
  if (typeof value !== 'object') return `${value};`;
  return `[${value.map(withLength).join('')}]`;
}

export interface Stamp {
  take(group: RowGroup): void;
  /** To be asked once, after every group has been taken in its turn. */
  value(): string;
}

export function openStamp(): Stamp {
  const hash = createHash('sha256');
  return {
    take({ name, rows, columns }) {
      const names = Object.keys(columns);
      hash.update(`${[name, ...names].map(withLength).join('')}${rows.length};`);
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const texts = rows
          .slice(at, at + ROWS_AT_ONCE)
          .map(
            ({ ends, props }) =>
              ends.map(withLength).join('') + names.map((key) => valueText(props[key])).join(''),
          );
        hash.update(texts.join(''));
      }
    },
    value: () => VERSION_STAMP + hash.digest('hex'),
  };
}

export function stampOf(rows: Rows): string {
  const stamp = openStamp();
  for (const group of groupsOf(rows)) stamp.take(group);
  return stamp.value();
}

export const stampIsOurs = (stamp: string): boolean => stamp.startsWith(VERSION_STAMP);

/** The stamp of an open file; empty where it has none. */
export async function readStamp(connection: Connection): Promise<string> {
  const result = await connection.query(READ_STAMP);
  const [row] = await ((Array.isArray(result) ? result[0] : result)?.getAll() ?? []);
  return String(row?.comment ?? '');
}
