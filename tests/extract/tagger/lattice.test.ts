/** Probabilities of names against the sum over all readings, one by one. */
import { expect, test } from 'vitest';
import { insideOf, labelCount } from '../../../src/extract/tagger/labels.js';
import { Lattice, type Layer, LEAST, type Tagged } from '../../../src/extract/tagger/lattice.js';
import type { EntityType } from '../../../src/schema.js';

const TYPES: readonly EntityType[] = ['Town', 'Village'];
const LABELS = labelCount(TYPES.length);
const SCALE = 0.01;
const STEPS = Float64Array.from([0.3, -0.2, -0.5, 0.2]);
const LAYER: Layer = { base: 0, types: TYPES, steps: STEPS, odds: STEPS.map(Math.exp) };

const typeOf = (label: number): number => (label - 1) >> 1;
const isInside = (label: number): boolean => label > 0 && label === insideOf(typeOf(label));

/** Index of the step between two labels within a type; -1 for none needed, null where one may not follow the other. */
const stepOf = (a: number | null, b: number): number | null => {
  if (!isInside(b)) return -1;
  if (a === null || a === 0 || typeOf(a) !== typeOf(b)) return null;
  return typeOf(b) * 2 + (isInside(a) ? 1 : 0);
};

/** Every allowed reading with its score. */
const readings = (scores: Int32Array, length: number): { labels: number[]; score: number }[] => {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let i = 0; i < length; i++)
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, y) => y).flatMap((y) => {
        const step = stepOf(labels.at(-1) ?? null, y);
        if (step === null) return [];
        return [
          {
            labels: [...labels, y],
            score:
              score + SCALE * (scores[i * LABELS + y] as number) + (step < 0 ? 0 : (STEPS[step] as number)),
          },
        ];
      }),
    );
  return all;
};

const namesOf = (labels: readonly number[]): string[] => {
  const names: string[] = [];
  labels.forEach((label, i) => {
    if (label === 0 || isInside(label)) return;
    let end = i + 1;
    while (end < labels.length && isInside(labels[end] as number)) end++;
    names.push(`${TYPES[typeOf(label)]} ${i} ${end}`);
  });
  return names;
};

const scoresOf = (seed: number, length: number): Int32Array =>
  Int32Array.from({ length: length * LABELS }, (_, i) => (3 / SCALE) * Math.sin(seed * 100 + i * i * 0.7));

test.each([1, 2, 3, 4, 5])('every name of sentence %i', (seed) => {
  const length = 5;
  const scores = scoresOf(seed, length);
  const all = readings(scores, length);
  const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
  const expected = new Map<string, number>();
  for (const { labels, score } of all)
    for (const name of namesOf(labels))
      expected.set(name, (expected.get(name) ?? 0) + Math.exp(score) / total);
  const best = namesOf(all.reduce((a, b) => (b.score > a.score ? b : a)).labels);

  const found: Tagged[] = [];
  new Lattice(SCALE).readLayer(scores, length, LABELS, LAYER, 0, found);
  const key = (t: Tagged) => `${t.type} ${t.start} ${t.end}`;
  for (const t of found) expect(t.p, key(t)).toBeCloseTo(expected.get(key(t)) ?? 0, 9);
  const likely = [...expected].filter(([, p]) => p >= LEAST * 1.01).map(([name]) => name);
  expect(found.map(key)).toEqual(expect.arrayContaining(likely));
  expect(
    found
      .filter((t) => t.best)
      .map(key)
      .sort(),
  ).toEqual(best.sort());
});

test('where no name comes near, nothing is found', () => {
  const scores = new Int32Array(4 * LABELS).fill(-8 / SCALE);
  for (let i = 0; i < 4; i++) scores[i * LABELS] = 0;
  const found: Tagged[] = [];
  new Lattice(SCALE).readLayer(scores, 4, LABELS, LAYER, 0, found);
  expect(found).toEqual([]);
});

test('offsets count from where the sentence begins, also when the arrays were used before', () => {
  const lattice = new Lattice(SCALE);
  lattice.readLayer(scoresOf(9, 12), 12, LABELS, LAYER, 0, []);
  const scores = new Int32Array(3 * LABELS);
  scores[1 * LABELS + 1] = 9 / SCALE;
  scores[2 * LABELS + 2] = -9 / SCALE;
  const found: Tagged[] = [];
  lattice.readLayer(scores, 3, LABELS, LAYER, 40, found);
  expect(found.filter((t) => t.best)).toMatchObject([{ type: 'Town', start: 41, end: 42 }]);
});
