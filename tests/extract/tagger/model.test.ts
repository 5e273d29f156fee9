/** The model file: what is packed comes out again, and nothing else is taken for a model. */
import { expect, test } from 'vitest';
import { ReadError } from '../../../src/errors.js';
import { STEPS } from '../../../src/extract/tagger/chain.js';
import { LABEL_COUNT, LAYERS } from '../../../src/extract/tagger/labels.js';
import { loadModel } from '../../../src/extract/tagger/load.js';
import { openModel } from '../../../src/extract/tagger/model.js';
import { packModel } from '../../../training/pack.js';

const steps = LAYERS.map((types) => new Float64Array(types.length * STEPS).fill(0.25));
const tagger = [
  { hash: 77, weights: [[0, 1.27] as const, [5, -0.5] as const] },
  { hash: -3, weights: [[LABEL_COUNT - 1, 0.8] as const] },
  { hash: 0, weights: [[1, 0.4] as const, [2, 0.01] as const] },
  { hash: 12, weights: [[1, 0.02] as const] },
  // With many labels.
  {
    hash: 31,
    weights: Array.from({ length: 12 }, (_, y) => [y, y % 3 === 0 ? -0.3 : 0.2 + y / 10] as const),
  },
];
const scorer = [
  { hash: 5, weight: -2.54 },
  { hash: -9, weight: 1 },
];
const relations = [{ hash: 5, weight: 0.5 }];
const indicators = [{ hash: 7, weight: -1.5 }];
const learned = { tagger, steps, scorer, relations, indicators };
const bytes = packModel('abc', learned);

test('weights come back within one step of their scale', () => {
  const model = openModel(bytes);
  const scoresOf = (hashes: readonly number[]) => {
    const scores = new Int32Array(LABEL_COUNT + 2);
    model.addScores(Int32Array.from([99, ...hashes]), 1, 1 + hashes.length, scores, 1);
    return Float64Array.from(scores.slice(1, 1 + LABEL_COUNT), (score) => score * model.scale);
  };
  const expected = new Float64Array(LABEL_COUNT);
  Object.assign(expected, { 0: 1.27, 1: 0.4, 5: -0.5, [LABEL_COUNT - 1]: 0.8 });
  scoresOf([77, 0, -3, 12]).forEach((score, y) => {
    expect(score, `label ${y}`).toBeCloseTo(expected[y] as number, 1);
  });
  const twice = new Float64Array(LABEL_COUNT);
  for (let y = 0; y < 12; y++) twice[y] = 2 * (y % 3 === 0 ? -0.3 : 0.2 + y / 10);
  scoresOf([31, 31]).forEach((score, y) => {
    expect(score, `label ${y} of many`).toBeCloseTo(twice[y] as number, 1);
  });
  expect([5, -9, 6].map((hash) => model.names.of(hash))).toEqual([-2.54, 1, 0]);
  expect([5, -9].map((hash) => model.relations.of(hash))).toEqual([0.5, 0]);
  expect([7, 5].map((hash) => model.indicators.of(hash))).toEqual([-1.5, 0]);
  expect(model.header).toMatchObject({ trained: 'abc', tagger: { features: 4, weights: 16 } });
});

test('the order of the features is no matter', () => {
  expect(
    packModel('abc', { ...learned, tagger: [...tagger].reverse(), scorer: [...scorer].reverse() }),
  ).toEqual(bytes);
});

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['other bytes', Uint8Array.from({ length: 64 }, (_, i) => i)],
  ['half of it', bytes.slice(0, bytes.length - 3)],
  ['more than it', Uint8Array.from([...bytes, 1])],
])('%s is refused', (_, damaged) => {
  expect(() => openModel(damaged)).toThrow(ReadError);
});

test('a missing file is named', () => {
  expect(() => loadModel('/nowhere/model.bin')).toThrow(/\/nowhere\/model\.bin/);
});
