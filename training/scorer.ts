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
  const { rows, known } = rowsOf(cases, settings);
  return meanOf(rows, settings, (seed) => trained([...known], rows.size, settings, seed));
};

/** Evidence that is seen often enough, numbered; and the cases by those numbers. */
const rowsOf = (cases: readonly Case[], { leastSeen }: Settings) => {
  const seen = new Map<number, number>();
  for (const { evidence } of cases) for (const hash of evidence) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [hash, times] of seen) if (times >= leastSeen) rows.set(hash, rows.size);
  const known = cases.map(
    ({ evidence, isTrue }): Row => ({
      rows: Int32Array.from(
        [...evidence].flatMap((hash) => {
          const row = rows.get(hash);
          return row === undefined ? [] : [row];
        }),
      ),
      target: isTrue ? 1 : 0,
    }),
  );
  return { rows, known };
};

/** The mean of what is learned in each order of the cases. */
const meanOf = (
  rows: ReadonlyMap<number, number>,
  { seeds }: Settings,
  learn: (seed: number) => Float64Array,
): FeatureWeight[] => {
  const mean = new Float64Array(rows.size);
  for (const seed of seeds)
    learn(seed).forEach((weight, row) => {
      mean[row] = (mean[row] as number) + weight / seeds.length;
    });
  return [...rows].flatMap(([hash, row]) => (mean[row] === 0 ? [] : [{ hash, weight: mean[row] as number }]));
};

/**
 * Weights by which the true ones of each group stand above the others of that group (conditional logit): of several names
 * of one figure one is chosen. F1 of short training texts held out .647 → .657, figures read among annotated names.
 */
export const trainRanking = (groups: readonly (readonly Case[])[], settings: Settings): FeatureWeight[] => {
  const { rows, known } = rowsOf(groups.flat(), settings);
  let next = 0;
  const grouped = groups.map((group) => {
    const first = next;
    next += group.length;
    return known.slice(first, next);
  });
  return meanOf(rows, settings, (seed) => {
    const learner = new Learner(rows.size, settings);
    const random = randomFrom(seed);
    const order = [...grouped];
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      shuffle(order, random);
      for (const group of order) {
        const odds = group.map(({ rows: own }) => learner.odds(own));
        const most = Math.max(...odds);
        const shares = odds.map((o) => Math.exp(o - most));
        const all = shares.reduce((a, b) => a + b, 0);
        const meant = shares.reduce((a, b, i) => a + (group[i]?.target ? b : 0), 0);
        group.forEach(({ rows: own, target }, i) => {
          const share = shares[i] as number;
          learner.learn(own, share / all - (target ? share / meant : 0));
        });
      }
    }
    return learner.weights;
  });
};

interface Row {
  readonly rows: Int32Array;
  readonly target: number;
}

/** FTRL-proximal. */
class Learner {
  readonly weights: Float64Array;
  private readonly z: Float64Array;
  private readonly n: Float64Array;

  constructor(
    size: number,
    private readonly settings: Settings,
  ) {
    this.weights = new Float64Array(size);
    this.z = new Float64Array(size);
    this.n = new Float64Array(size);
  }

  odds(rows: Int32Array): number {
    let odds = 0;
    for (const k of rows) odds += this.weights[k] as number;
    return odds;
  }

  /** `g`: by how much the odds are too high. */
  learn(rows: Int32Array, g: number): void {
    const { weights: w, z, n } = this;
    const { alpha, l1, l2 } = this.settings;
    for (const k of rows) {
      const before = n[k] as number;
      const root = Math.sqrt(before + g * g);
      const sum = (z[k] as number) + g - ((root - Math.sqrt(before)) / alpha) * (w[k] as number);
      z[k] = sum;
      n[k] = before + g * g;
      w[k] = Math.abs(sum) <= l1 ? 0 : (l1 * Math.sign(sum) - sum) / ((1 + root) / alpha + l2);
    }
  }
}

/** Weights of every row of evidence, the cases gone through in one order. */
const trained = (known: Row[], size: number, settings: Settings, seed: number): Float64Array => {
  const learner = new Learner(size, settings);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(known, random);
    for (const { rows, target } of known)
      learner.learn(rows, 1 / (1 + Math.exp(-learner.odds(rows))) - target);
  }
  return learner.weights;
};
