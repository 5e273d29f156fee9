/**
 * Trains the tagger: a linear-chain conditional random field for each layer over shared features, by one sentence at a
 * time with FTRL-proximal (McMahan et al., "Ad click prediction", KDD 2013), whose first norm leaves most weights at 0.
 * Labels that are open (optional names, admissible types) are summed over: the likelihood is that of all readings the
 * truth allows. Own code and not a library's because of those open labels, of hashed features, and so that the same
 * bytes come out on every machine.
 */
import { Chain, STEPS } from '../dist/extract/tagger/chain.js';
import { BASES, beginOf, insideOf, LABEL_COUNT, LAYERS, labelCount } from '../dist/extract/tagger/labels.js';
import type { Example } from './examples.js';
import type { TaggerWeights } from './pack.js';
import { randomFrom, shuffle } from './random.js';

export const SETTINGS = {
  epochs: 8,
  alpha: 0.1,
  l1: 1,
  l2: 1e-4,
  /** Share of sentences read without the features of knowledge. */
  withoutKnowledge: 0.2,
  /** Features seen less often are left out. */
  leastSeen: 2,
  /** Gradients below this are left out: most labels are impossible at most characters. */
  leastGradient: 1e-3,
  stepRate: 0.1,
  seed: 1,
} as const;

export interface TrainedTagger {
  readonly weights: TaggerWeights[];
  readonly steps: Float64Array[];
}

/** Hash → row, for features seen often enough. */
const vocabularyOf = (examples: readonly Example[]): Map<number, number> => {
  const all = new Int32Array(examples.reduce((n, e) => n + e.features.hashes.length, 0));
  let at = 0;
  for (const { features } of examples) {
    all.set(features.hashes, at);
    at += features.hashes.length;
  }
  all.sort();
  const rows = new Map<number, number>();
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j] === all[i]) j++;
    if (j - i >= SETTINGS.leastSeen) rows.set(all[i] as number, rows.size);
    i = j;
  }
  return rows;
};

interface Layer {
  readonly base: number;
  readonly types: number;
  readonly labels: number;
  readonly steps: Float64Array;
  readonly squares: Float64Array;
}

/** Adds `sign` times the expected uses of the steps within types. */
const addSteps = (
  gradient: Float64Array,
  { alpha, beta, scale }: Chain,
  factor: Float64Array,
  odds: Float64Array,
  types: number,
  length: number,
  sign: number,
): void => {
  const labels = labelCount(types);
  for (let i = 1; i < length; i++) {
    const before = (i - 1) * labels;
    const inverse = sign / (scale[i] as number);
    for (let t = 0; t < types; t++) {
      const here = i * labels + insideOf(t);
      const on = (factor[here] as number) * (beta[here] as number) * inverse;
      if (on === 0) continue;
      const s = t * STEPS;
      gradient[s] =
        (gradient[s] as number) + (alpha[before + beginOf(t)] as number) * (odds[s] as number) * on;
      gradient[s + 1] =
        (gradient[s + 1] as number) + (alpha[before + insideOf(t)] as number) * (odds[s + 1] as number) * on;
    }
  }
};

export const trainTagger = (examples: readonly Example[], log: (line: string) => void): TrainedTagger => {
  const rows = vocabularyOf(examples);
  const ids = examples.map(({ features }) => Int32Array.from(features.hashes, (h) => rows.get(h) ?? -1));
  const L = LABEL_COUNT;
  const w = new Float32Array(rows.size * L);
  const z = new Float32Array(rows.size * L);
  const n = new Float32Array(rows.size * L);
  const layers = LAYERS.map(
    (types, i): Layer => ({
      base: BASES[i] as number,
      types: types.length,
      labels: labelCount(types.length),
      steps: new Float64Array(types.length * STEPS),
      squares: new Float64Array(types.length * STEPS),
    }),
  );
  const sentences = examples.flatMap(({ document }, example) =>
    document.sentences
      .filter(({ span }) => span[1] > span[0])
      .map(({ span }) => ({ example, from: span[0], to: span[1] })),
  );
  const random = randomFrom(SETTINGS.seed);
  const free = new Chain();
  const bound = new Chain();
  let scores = new Float64Array(0);
  let gradient = new Float64Array(0);
  let factor = new Float64Array(0);
  let allowedFactor = new Float64Array(0);
  const active = new Int32Array(L);
  const { alpha, l1, l2, leastGradient } = SETTINGS;

  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    shuffle(sentences, random);
    let likelihood = 0;
    for (const { example, from, to } of sentences) {
      const { features, allowed } = examples[example] as Example;
      const { offsets, splits } = features;
      const row = ids[example] as Int32Array;
      const length = to - from;
      const blind = random() < SETTINGS.withoutKnowledge;
      const endOf = (i: number) => (blind ? splits : offsets)[blind ? from + i : from + i + 1] as number;
      if (scores.length < length * L) {
        scores = new Float64Array(length * L * 2);
        gradient = new Float64Array(length * L * 2);
        factor = new Float64Array(length * L * 2);
        allowedFactor = new Float64Array(length * L * 2);
      }
      scores.fill(0, 0, length * L);
      for (let i = 0; i < length; i++) {
        const to = i * L;
        for (let k = offsets[from + i] as number, end = endOf(i); k < end; k++) {
          const id = row[k] as number;
          if (id < 0) continue;
          const at = id * L;
          for (let y = 0; y < L; y++) scores[to + y] = (scores[to + y] as number) + (w[at + y] as number);
        }
      }
      let possible = true;
      layers.forEach(({ base, types, labels, steps, squares }, layer) => {
        const mask = allowed[layer] as Int32Array;
        for (let i = 0; i < length; i++) {
          const at = i * L + base;
          let top = scores[at] as number;
          for (let y = 1; y < labels; y++) top = Math.max(top, scores[at + y] as number);
          const right = mask[from + i] as number;
          for (let y = 0; y < labels; y++) {
            const k = i * labels + y;
            factor[k] = Math.exp((scores[at + y] as number) - top);
            allowedFactor[k] = (right >> y) & 1 ? (factor[k] as number) : 0;
          }
        }
        const odds = steps.map(Math.exp);
        free.run(factor, odds, types, length);
        if (!bound.run(allowedFactor, odds, types, length)) {
          possible = false;
          return;
        }
        likelihood += bound.logSum(length) - free.logSum(length);
        for (let i = 0; i < length; i++)
          for (let y = 0; y < labels; y++) {
            const k = i * labels + y;
            gradient[i * L + base + y] =
              (free.alpha[k] as number) * (free.beta[k] as number) -
              (bound.alpha[k] as number) * (bound.beta[k] as number);
          }
        const stepGradient = new Float64Array(steps.length);
        addSteps(stepGradient, free, factor, odds, types, length, 1);
        addSteps(stepGradient, bound, allowedFactor, odds, types, length, -1);
        for (let k = 0; k < steps.length; k++) {
          const g = stepGradient[k] as number;
          squares[k] = (squares[k] as number) + g * g;
          steps[k] = (steps[k] as number) - (SETTINGS.stepRate * g) / (1 + Math.sqrt(squares[k] as number));
        }
      });
      if (!possible) continue;
      for (let i = 0; i < length; i++) {
        let count = 0;
        for (let y = 0; y < L; y++)
          if (Math.abs(gradient[i * L + y] as number) > leastGradient) active[count++] = y;
        if (count === 0) continue;
        for (let k = offsets[from + i] as number, end = endOf(i); k < end; k++) {
          const id = row[k] as number;
          if (id < 0) continue;
          for (let q = 0; q < count; q++) {
            const y = active[q] as number;
            const at = id * L + y;
            const g = gradient[i * L + y] as number;
            const before = n[at] as number;
            const root = Math.sqrt(before + g * g);
            const sigma = (root - Math.sqrt(before)) / alpha;
            const sum = (z[at] as number) + g - sigma * (w[at] as number);
            z[at] = sum;
            n[at] = before + g * g;
            w[at] = Math.abs(sum) <= l1 ? 0 : (l1 * Math.sign(sum) - sum) / ((1 + root) / alpha + l2);
          }
        }
      }
    }
    log(`epoch ${epoch + 1}: log-likelihood ${likelihood.toFixed(0)}`);
  }
  const weights: TaggerWeights[] = [];
  for (const [hash, id] of rows) {
    const own: [number, number][] = [];
    for (let y = 0; y < L; y++) {
      const weight = w[id * L + y] as number;
      if (weight !== 0) own.push([y, weight]);
    }
    if (own.length > 0) weights.push({ hash, weights: own });
  }
  return { weights, steps: layers.map(({ steps }) => steps) };
};
