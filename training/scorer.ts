/** Trains the scorer: logistic regression over the evidence of candidates, by FTRL-proximal as in crf.ts. */
import type { FeatureWeight } from './pack.js';
import { randomFrom, shuffle } from './random.js';

/** How fast it learns and how much it forgets; relations have fewer cases and are learned more slowly. */
export interface Settings {
  readonly epochs: number;
  readonly alpha: number;
  readonly l1: number;
  readonly l2: number;
  /** Evidence seen less often is left out. */
  readonly leastSeen: number;
  /** Orders in which the cases are gone through; the weights are the mean of what each teaches. */
  readonly seeds: readonly number[];
}
export const FOR_NAMES: Settings = {
  epochs: 6,
  alpha: 0.08,
  l1: 0.5,
  l2: 1,
  leastSeen: 3,
  seeds: [5, 6, 7, 8],
};
/** Most cases come twice, among the annotated names and among those found. */
export const FOR_RELATIONS: Settings = { ...FOR_NAMES, epochs: 5, alpha: 0.05, leastSeen: 5 };
export const FOR_INDICATORS: Settings = { ...FOR_NAMES, epochs: 8, alpha: 0.15, l1: 0.3, leastSeen: 4 };

/** Evidence of one candidate and whether it is what it is proposed to be. */
export interface Case {
  readonly evidence: Int32Array;
  readonly isTrue: boolean;
}

export const trainScorer = (cases: readonly Case[], settings: Settings): FeatureWeight[] => {
  const seen = new Map<number, number>();
  for (const { evidence } of cases) for (const hash of evidence) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [hash, times] of seen) if (times >= settings.leastSeen) rows.set(hash, rows.size);
  const known = cases.map(({ evidence, isTrue }) => ({
    rows: Int32Array.from(
      [...evidence].flatMap((hash) => {
        const row = rows.get(hash);
        return row === undefined ? [] : [row];
      }),
    ),
    target: isTrue ? 1 : 0,
  }));
  const mean = new Float64Array(rows.size);
  for (const seed of settings.seeds) {
    const weights = trained([...known], rows.size, settings, seed);
    weights.forEach((weight, row) => {
      mean[row] = (mean[row] as number) + weight / settings.seeds.length;
    });
  }
  return [...rows].flatMap(([hash, row]) => (mean[row] === 0 ? [] : [{ hash, weight: mean[row] as number }]));
};

interface Row {
  readonly rows: Int32Array;
  readonly target: number;
}

/** Weights of every row of evidence, the cases gone through in one order. */
const trained = (
  known: Row[],
  size: number,
  { epochs, alpha, l1, l2 }: Settings,
  seed: number,
): Float64Array => {
  const w = new Float64Array(size);
  const z = new Float64Array(size);
  const n = new Float64Array(size);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(known, random);
    for (const { rows: own, target } of known) {
      let odds = 0;
      for (const k of own) odds += w[k] as number;
      const g = 1 / (1 + Math.exp(-odds)) - target;
      for (const k of own) {
        const before = n[k] as number;
        const root = Math.sqrt(before + g * g);
        const sum = (z[k] as number) + g - ((root - Math.sqrt(before)) / alpha) * (w[k] as number);
        z[k] = sum;
        n[k] = before + g * g;
        w[k] = Math.abs(sum) <= l1 ? 0 : (l1 * Math.sign(sum) - sum) / ((1 + root) / alpha + l2);
      }
    }
  }
  return w;
};
