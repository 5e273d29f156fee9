import { describe, expect, it } from 'vitest';
import { COLUMNS, FIRST_ORDER, orderBy, sortRows, windowOf } from '../../../../viz/models/table.js';
import { all, fact, made, nameAt } from '../made.js';

const data = made([
  fact('Town:青禾镇 实施 Program:垃圾分类', '青禾镇', { status: 'planned', year: 2025 }),
  fact('Town:白芦镇 获评 Honour:文明镇', '白芦镇', { status: 'done', year: 2023 }),
  fact('Town:白芦镇 实施 Program:垃圾分类', '白芦镇', { status: 'done' }),
]);
const nodes = data.nodes.map((_, index) => index);

describe('rows', () => {
  it.each([
    ['name', false, ['白芦镇', '垃圾分类', '青禾镇', '文明镇']],
    ['name', true, ['文明镇', '青禾镇', '垃圾分类', '白芦镇']],
    ['type', false, ['白芦镇', '青禾镇', '文明镇', '垃圾分类']],
  ] as const)('of things by %s, backwards: %s', (column, descending, names) => {
    const rows = sortRows(data, nodes, { column, descending }).map((row) => nameAt(data, row));
    // Two towns are of one type and stay as they were.
    expect(column === 'type' ? [...rows.slice(0, 2).sort(), ...rows.slice(2)] : rows).toEqual(
      column === 'type' ? [...names.slice(0, 2).sort(), ...names.slice(2)] : names,
    );
  });

  it('of facts by standing, then as they were', () => {
    const rows = sortRows(data, all(data), { column: 'standing', descending: false });
    expect(rows.map((row) => data.edges[row]?.status)).toEqual(['done', 'done', 'planned']);
    expect(rows[0]).toBeLessThan(rows[1] ?? -1);
  });

  it('of facts by year take the year of the report where none is stated', () => {
    const rows = sortRows(data, all(data), { column: 'year', descending: true });
    expect(rows.map((row) => data.edges[row]?.year)).toEqual([2025, undefined, 2023]);
  });

  it('can be sorted by every column either way without loss', () => {
    for (const kind of ['things', 'facts'] as const) {
      const rows = kind === 'things' ? nodes : all(data);
      for (const column of COLUMNS[kind]) {
        const sorted = sortRows(data, rows, { column, descending: true });
        expect([...sorted].sort((a, b) => a - b)).toEqual(rows);
      }
    }
  });
});

describe('order', () => {
  it('turns round at the same column and begins anew at another', () => {
    const first = FIRST_ORDER.things;
    expect(orderBy(first, 'support')).toEqual({ column: 'support', descending: false });
    expect(orderBy(first, 'name')).toEqual({ column: 'name', descending: false });
    expect(orderBy(first, 'towns')).toEqual({ column: 'towns', descending: true });
  });
});

describe('window', () => {
  it.each([
    [40_000, 0, { first: 0, end: 32 }],
    [40_000, 300_000, { first: 9988, end: 10_032 }],
    [40_000, 1_199_400, { first: 39_968, end: 40_000 }],
    [5, 0, { first: 0, end: 5 }],
    [0, 0, { first: 0, end: 0 }],
    [5, 9000, { first: 5, end: 5 }],
  ])('of %i rows scrolled by %i', (count, scrolled, window) => {
    expect(windowOf(count, 30, scrolled, 600)).toEqual(window);
  });
});
