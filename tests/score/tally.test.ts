import { expect, test } from 'vitest';
import { addAll, count, ratesOf, type Tallies, total } from '../../src/score/tally.js';

test.each([
  ['nothing at all', { tp: 0, fp: 0, fn: 0 }, 0, 0, 0],
  ['all right', { tp: 4, fp: 0, fn: 0 }, 1, 1, 1],
  ['all wrong', { tp: 0, fp: 3, fn: 2 }, 0, 0, 0],
  ['mixed', { tp: 6, fp: 2, fn: 6 }, 0.75, 0.5, 0.6],
])('rates: %s', (_name, tally, p, r, f1) => {
  const rates = ratesOf(tally);
  expect([rates.p, rates.r]).toEqual([p, r]);
  expect(rates.f1).toBeCloseTo(f1, 12);
  expect(rates).toMatchObject(tally);
});

test('tallies of documents add up, and a total takes the keys asked for', () => {
  const sum: Tallies = {};
  const one: Tallies = {};
  count(one, 'Town', 'tp');
  count(one, 'Town', 'fn');
  count(one, 'Person', 'fp');
  addAll(sum, one);
  addAll(sum, one);
  expect(one.Town).toEqual({ tp: 1, fp: 0, fn: 1 });
  expect(total(sum, ['Town', 'Village'])).toEqual({ tp: 2, fp: 0, fn: 2 });
  expect(total(sum, ['Town', 'Person'])).toEqual({ tp: 2, fp: 2, fn: 2 });
});
