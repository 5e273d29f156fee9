/** A trained model → the bytes of data/model.bin; model.ts says how they lie, and reads them. */
import { STEPS } from '../dist/extract/tagger/chain.js';
import { LAYERS } from '../dist/extract/tagger/labels.js';
import { FORMAT, MAGIC, type ModelHeader, type Section } from '../dist/extract/tagger/model.js';

/** Features of one section with their weights, by hash. */
export interface TaggerWeights {
  readonly hash: number;
  /** Label and weight; weights of 0 left out. */
  readonly weights: readonly (readonly [label: number, weight: number])[];
}
export interface FeatureWeight {
  readonly hash: number;
  readonly weight: number;
}

const LARGEST = 127;
/**
 * A feature of the tagger none of whose weights reaches the first is left out, and so are weights below the second, and
 * weights of the scorer below the third: a tenth of the features does as well as all (by leave-one-report-out), and
 * the tables stay in the cache.
 */
const LEAST_FEATURE = 0.2;
const LEAST_WEIGHT = 0.1;
const LEAST_SCORER = 0.1;

/** The largest weight decides what one step of the quantised ones is worth. */
const scaleOf = (weights: Iterable<number>): number => {
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  return largest / LARGEST || 1;
};

const packSection = (all: readonly FeatureWeight[]): { header: Section; parts: Uint8Array[] } => {
  const scale = scaleOf(all.map(({ weight }) => weight));
  const kept = all
    .filter(({ weight }) => Math.abs(weight) >= LEAST_SCORER)
    .map(({ hash, weight }) => ({ hash, weight: Math.round(weight / scale) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => a.hash - b.hash);
  return {
    header: { features: kept.length, scale },
    parts: [
      new Uint8Array(Int32Array.from(kept, ({ hash }) => hash).buffer),
      new Uint8Array(Int8Array.from(kept, ({ weight }) => weight).buffer),
    ],
  };
};

/** What was learned, part by part. */
export interface Learned {
  readonly tagger: readonly TaggerWeights[];
  readonly steps: readonly Float64Array[];
  readonly scorer: readonly FeatureWeight[];
  readonly relations: readonly FeatureWeight[];
  readonly indicators: readonly FeatureWeight[];
}

/** Model → bytes. Weights that round to nothing are left out. `trained`: what it was trained on. */
export const packModel = (
  trained: string,
  { tagger, steps, scorer, relations, indicators }: Learned,
): Uint8Array => {
  if (steps.length !== LAYERS.length || steps.some((s, i) => s.length !== (LAYERS[i]?.length ?? 0) * STEPS))
    throw new Error('steps do not fit the layers');
  const strong = tagger.filter(({ weights }) => weights.some(([, w]) => Math.abs(w) >= LEAST_FEATURE));
  const scale = scaleOf(strong.flatMap((f) => f.weights.map(([, w]) => w)));
  const rows = strong
    .map(({ hash, weights }) => ({
      hash,
      weights: weights
        .filter(([, w]) => Math.abs(w) >= LEAST_WEIGHT)
        .map(([y, w]) => [y, Math.round(w / scale)] as const)
        .filter(([, w]) => w !== 0),
    }))
    .filter(({ weights }) => weights.length > 0)
    .sort((a, b) => a.hash - b.hash);
  const sections = [packSection(scorer), packSection(relations), packSection(indicators)] as const;
  const header: ModelHeader = {
    version: FORMAT,
    trained,
    tagger: { features: rows.length, weights: rows.reduce((n, r) => n + r.weights.length, 0), scale },
    scorer: sections[0].header,
    relations: sections[1].header,
    indicators: sections[2].header,
    steps: steps.map((s) => Array.from(s, (w) => Math.round(w * 1e6) / 1e6)),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8);
  const view = new DataView(start.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  const parts = [
    start,
    head,
    new Uint8Array(Int32Array.from(rows, (r) => r.hash).buffer),
    Uint8Array.from(rows, (r) => r.weights.length),
    new Uint8Array(Int8Array.from(rows.flatMap((r) => r.weights.flat())).buffer),
    ...sections.flatMap((section) => section.parts),
  ];
  const bytes = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
