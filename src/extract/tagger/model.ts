/**
 * The model file: hashed features and quantised weights, no strings.
 *
 *   4 bytes   `ZTMD`, then the length of the header (uint32, little-endian)
 *   header    JSON: version, what it was trained on (sha256), scales, counts, steps within types
 *   tagger    for each feature: hash (int32, ascending); number of its weights (uint8); label and weight (2 × int8)
 *   scorer    for each feature: hash (int32, ascending); weight (int8)
 */
import { ReadError } from '../../errors.js';
import { say } from '../../messages.js';
import { LABEL_COUNT, LAYERS } from './labels.js';
import { STEPS } from './lattice.js';

export const FORMAT = 1;
const MAGIC = 0x444d545a;

export interface ModelHeader {
  readonly version: number;
  /** sha256 of everything it was trained on. */
  readonly trained: string;
  readonly tagger: { readonly features: number; readonly weights: number; readonly scale: number };
  readonly scorer: { readonly features: number; readonly scale: number };
  /** Of every layer: weights within types, see lattice.ts. */
  readonly steps: readonly (readonly number[])[];
}

export interface Model {
  readonly header: ModelHeader;
  readonly steps: readonly Float64Array[];
  /** Adds the weights of the features `hashes[from..to)` to the scores of all labels, beginning at `at`. */
  addScores(hashes: Int32Array, from: number, to: number, scores: Float64Array, at: number): void;
  /** Weight of one feature of the scorer; 0 where it is unknown. */
  weight(hash: number): number;
}

/** Hash and value (1 or more) side by side, open addressing; a value of 0 is a free slot. */
interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
}

const openTable = (keys: Int32Array, valueAt: (index: number) => number): Table => {
  let size = 1 << 10;
  while (size * 0.7 < keys.length) size *= 2;
  const slots = new Int32Array(size * 2);
  const mask = size - 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    let at = (key ^ (key >>> 15)) & mask;
    while (slots[at * 2 + 1] !== 0) at = (at + 1) & mask;
    slots[at * 2] = key;
    slots[at * 2 + 1] = valueAt(i);
  }
  return { slots, mask };
};

/** Value of a key; 0 where there is none. */
const lookUp = ({ slots, mask }: Table, key: number): number => {
  let at = (key ^ (key >>> 15)) & mask;
  while (slots[at * 2 + 1] !== 0 && slots[at * 2] !== key) at = (at + 1) & mask;
  return slots[at * 2 + 1] as number;
};

/** From this many weights on, a feature is added up as a whole row: no labels to look up. */
const DENSE = 14;
const IS_DENSE = -1;
/** Labels of a row, filled up to a multiple of five. */
const ROW = Math.ceil(LABEL_COUNT / 5) * 5;

/**
 * Weights as they are added up, side by side to stay in the cache: a feature is IS_DENSE and a weight for each label,
 * or the number of its weights and those, each with its label in the low six bits. `starts`: where each begins.
 */
const layOut = (counts: Uint8Array, pairs: Int8Array): { cells: Int16Array; starts: Int32Array } => {
  const starts = new Int32Array(counts.length);
  let size = 0;
  for (let i = 0; i < counts.length; i++) {
    starts[i] = size;
    size += 1 + ((counts[i] as number) >= DENSE ? ROW : (counts[i] as number));
  }
  const cells = new Int16Array(size);
  for (let i = 0, p = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    const start = starts[i] as number;
    cells[start] = count >= DENSE ? IS_DENSE : count;
    for (let k = 1; k <= count; k++, p += 2) {
      const label = pairs[p] as number;
      const weight = pairs[p + 1] as number;
      if (count >= DENSE) cells[start + 1 + label] = weight;
      else cells[start + k] = (weight << 6) | label;
    }
  }
  return { cells, starts };
};

const damaged = (why: string): never => {
  throw new ReadError(
    say(
      `data/model.bin：模型文件损坏（${why}），请重新安装`,
      `data/model.bin: damaged model (${why}), please reinstall`,
    ),
  );
};

/** Throws ReadError where the bytes are no model of this version. */
export const openModel = (bytes: Uint8Array): Model => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) damaged(say('文件头不对', 'bad magic'));
  const length = view.getUint32(4, true);
  if (8 + length > bytes.length) damaged(say('文件太短', 'too short'));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ModelHeader;
  if (header.version !== FORMAT)
    damaged(say(`版本 ${header.version}，应为 ${FORMAT}`, `version ${header.version}, expected ${FORMAT}`));
  let at = 8 + length;
  const take = (size: number): Uint8Array => {
    if (at + size > bytes.length) damaged(say('文件太短', 'too short'));
    // A copy of its own, so that wider views are aligned; the slice of a Buffer would be none.
    const part = Uint8Array.from(bytes.subarray(at, at + size));
    at += size;
    return part;
  };
  const { tagger, scorer } = header;
  const keys = new Int32Array(take(tagger.features * 4).buffer);
  const counts = take(tagger.features);
  const pairs = new Int8Array(take(tagger.weights * 2).buffer);
  const scorerKeys = new Int32Array(take(scorer.features * 4).buffer);
  const scorerWeights = new Int8Array(take(scorer.features).buffer);
  if (at !== bytes.length) damaged(say('文件太长', 'too long'));

  const { cells, starts } = layOut(counts, pairs);
  const table = openTable(keys, (i) => (starts[i] as number) + 1);
  const scorerTable = openTable(scorerKeys, (i) => i + 1);
  const { slots, mask } = table;
  const { scale } = tagger;
  const sums = new Int32Array(ROW);
  return {
    header,
    steps: header.steps.map((s) => Float64Array.from(s)),
    addScores(hashes, from, to, scores, row) {
      sums.fill(0);
      for (let k = from; k < to; k++) {
        const key = hashes[k] as number;
        let at = (key ^ (key >>> 15)) & mask;
        while (slots[at * 2 + 1] !== 0 && slots[at * 2] !== key) at = (at + 1) & mask;
        const start = slots[at * 2 + 1] as number;
        if (start === 0) continue;
        const count = cells[start - 1] as number;
        if (count === IS_DENSE) {
          // Five at a time: the loop by itself costs more than what it adds.
          for (let y = 0, c = start; y < ROW; y += 5, c += 5) {
            sums[y] = (sums[y] as number) + (cells[c] as number);
            sums[y + 1] = (sums[y + 1] as number) + (cells[c + 1] as number);
            sums[y + 2] = (sums[y + 2] as number) + (cells[c + 2] as number);
            sums[y + 3] = (sums[y + 3] as number) + (cells[c + 3] as number);
            sums[y + 4] = (sums[y + 4] as number) + (cells[c + 4] as number);
          }
        } else {
          for (let p = start; p < start + count; p++) {
            const cell = cells[p] as number;
            sums[cell & 63] = (sums[cell & 63] as number) + (cell >> 6);
          }
        }
      }
      for (let y = 0; y < LABEL_COUNT; y++) scores[row + y] = (sums[y] as number) * scale;
    },
    weight(hash) {
      const index = lookUp(scorerTable, hash);
      return index === 0 ? 0 : (scorerWeights[index - 1] as number) * scorer.scale;
    },
  };
};

/** Features of one section with their weights, by hash. */
export interface TaggerWeights {
  readonly hash: number;
  /** Label and weight; weights of 0 left out. */
  readonly weights: readonly (readonly [label: number, weight: number])[];
}
export interface ScorerWeight {
  readonly hash: number;
  readonly weight: number;
}

const LARGEST = 127;
/**
 * A feature none of whose weights reaches the first is left out, and so are weights below the second: a quarter of the
 * features does as well as all (by leave-one-report-out), and the table stays in the cache.
 */
const LEAST_FEATURE = 0.1;
const LEAST_WEIGHT = 0.05;

/** The largest weight decides what one step of the quantised ones is worth. */
const scaleOf = (weights: Iterable<number>): number => {
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  return largest / LARGEST || 1;
};

/** Model → bytes. Weights that round to nothing are left out. */
export const packModel = (
  trained: string,
  tagger: readonly TaggerWeights[],
  scorer: readonly ScorerWeight[],
  steps: readonly Float64Array[],
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
  const scorerScale = scaleOf(scorer.map(({ weight }) => weight));
  const scored = scorer
    .map(({ hash, weight }) => ({ hash, weight: Math.round(weight / scorerScale) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => a.hash - b.hash);
  const header: ModelHeader = {
    version: FORMAT,
    trained,
    tagger: { features: rows.length, weights: rows.reduce((n, r) => n + r.weights.length, 0), scale },
    scorer: { features: scored.length, scale: scorerScale },
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
    new Uint8Array(Int32Array.from(scored, (s) => s.hash).buffer),
    new Uint8Array(Int8Array.from(scored, (s) => s.weight).buffer),
  ];
  const bytes = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
