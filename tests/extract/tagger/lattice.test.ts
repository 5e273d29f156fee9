/** Probabilities of names against the sum over all readings, one by one. */
import { expect, test } from 'vitest';
import { Lattice, LEAST, type Tagged } from '../../../src/extract/tagger/lattice.js';
import type { EntityType } from '../../../src/schema.js';

const TYPES: readonly EntityType[] = ['Town', 'Village'];
const LABELS = 1 + 4 * TYPES.length;
const STEPS = Float64Array.from([0.3, -0.2, 0.1, 0.4, -0.5, 0.2, 0.6, -0.1]);

/** Index of the step between two labels within a type; -1 for none needed, null where one may not follow the other. */
const stepOf = (a: number | null, b: number): number | null => {
  const part = (y: number) => (y - 1) & 3;
  const type = (y: number) => (y - 1) >> 2;
  const inside = b > 0 && (part(b) === 1 || part(b) === 2);
  const open = a !== null && a > 0 && (part(a) === 0 || part(a) === 1);
  if (!inside) return open ? null : -1;
  if (!open || type(a) !== type(b)) return null;
  return type(b) * 4 + (part(a) === 0 ? (part(b) === 1 ? 0 : 1) : part(b) === 1 ? 2 : 3);
};

/** Every allowed reading with its score. */
const readings = (scores: Float64Array, length: number): { labels: number[]; score: number }[] => {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let i = 0; i < length; i++)
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, y) => y).flatMap((y) => {
        const step = stepOf(labels.at(-1) ?? null, y);
        if (step === null) return [];
        return [
          {
            labels: [...labels, y],
            score: score + (scores[i * LABELS + y] as number) + (step < 0 ? 0 : (STEPS[step] as number)),
          },
        ];
      }),
    );
  return all.filter(({ labels }) => {
    const last = (labels.at(-1) ?? 0) - 1;
    return last < 0 || (last & 3) >= 2;
  });
};

const namesOf = (labels: readonly number[]): string[] => {
  const names: string[] = [];
  let start = 0;
  labels.forEach((y, i) => {
    if (y === 0) return;
    const part = (y - 1) & 3;
    if (part === 0 || part === 3) start = i;
    if (part >= 2) names.push(`${TYPES[(y - 1) >> 2]} ${start} ${i + 1}`);
  });
  return names;
};

const scoresOf = (seed: number, length: number): Float64Array =>
  Float64Array.from({ length: length * LABELS }, (_, i) => 3 * Math.sin(seed * 100 + i * i * 0.7));

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
  new Lattice().readLayer(scores, length, LABELS, 0, TYPES, STEPS, 0, found);
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
  const scores = new Float64Array(4 * LABELS).fill(-8);
  for (let i = 0; i < 4; i++) scores[i * LABELS] = 0;
  const found: Tagged[] = [];
  new Lattice().readLayer(scores, 4, LABELS, 0, TYPES, STEPS, 0, found);
  expect(found).toEqual([]);
});

test('offsets count from where the sentence begins, also when the arrays were used before', () => {
  const lattice = new Lattice();
  lattice.readLayer(scoresOf(9, 12), 12, LABELS, 0, TYPES, STEPS, 0, []);
  const scores = new Float64Array(3 * LABELS);
  scores[1 * LABELS + 4] = 9;
  const found: Tagged[] = [];
  lattice.readLayer(scores, 3, LABELS, 0, TYPES, STEPS, 40, found);
  expect(found.filter((t) => t.best)).toMatchObject([{ type: 'Town', start: 41, end: 42 }]);
});
