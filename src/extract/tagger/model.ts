/**
 * The model file: hashed features and quantised weights, no strings.
 *
 *   4 bytes   `ZTMD`, then the length of the header (uint32, little-endian)
 *   header    JSON: version, what it was trained on (sha256), scales, counts, steps within types
 *   tagger    for each feature: hash (int32, ascending); number of its weights (uint8); label and weight (2 × int8)
 *   scorer    for each feature: hash (int32, ascending); weight (int8)
 *   relations, indicators: the same
 *
 * training/pack.ts writes it.
 */
import { ReadError } from '../../errors.js';
import { say } from '../../messages.js';
import { LABEL_COUNT } from './labels.js';

export const FORMAT = 4;
export const MAGIC = 0x444d545a;

/** Weights of single features. */
export interface Section {
  readonly features: number;
  readonly scale: number;
}

export interface ModelHeader {
  readonly version: number;
  /** sha256 of everything it was trained on. */
  readonly trained: string;
  readonly tagger: { readonly features: number; readonly weights: number; readonly scale: number };
  readonly scorer: Section;
  readonly relations: Section;
  readonly indicators: Section;
  /** Of every layer: weights within types, see lattice.ts. */
  readonly steps: readonly (readonly number[])[];
}

export interface Model {
  readonly header: ModelHeader;
  readonly steps: readonly Float64Array[];
  /** What a score of 1 stands for. */
  readonly scale: number;
  /** Scores of all labels of a character whose features are `hashes[from..to)`, to `scores` from `at` on; one more
   *  than LABEL_COUNT may be written. */
  addScores(hashes: Int32Array, from: number, to: number, scores: Int32Array, at: number): void;
  /** What evidence for and against names, relations and figures weighs. */
  readonly names: Weights;
  readonly relations: Weights;
  readonly indicators: Weights;
}

export interface Weights {
  /** 0 where the feature is unknown. */
  of(hash: number): number;
  /** Sum over `hashes[from..to)`. */
  sum(hashes: Int32Array, from: number, to: number): number;
}

/** Slots for as many keys: a power of two, half of them free at least. */
const sizeFor = (keys: number): number => {
  let size = 1 << 10;
  while (size < keys * 2) size *= 2;
  return size;
};

/** Hash and place (1 or more) side by side, open addressing; a place of 0 is a free slot. */
interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
}

/** The place of a key is its index, counted from 1, times `stride`. */
const openTable = (keys: Int32Array, stride: number): Table => {
  const size = sizeFor(keys.length);
  const slots = new Int32Array(size * 2);
  const mask = size - 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    let at = (key ^ (key >>> 15)) & mask;
    while (slots[at * 2 + 1] !== 0) at = (at + 1) & mask;
    slots[at * 2] = key;
    slots[at * 2 + 1] = (i + 1) * stride;
  }
  return { slots, mask };
};

/** Keys and weights stand apart, so that little of the table is touched. */
const weightsOf = (keys: Int32Array, weights: Int8Array, scale: number): Weights => {
  const size = sizeFor(keys.length);
  const slots = new Int32Array(size);
  const values = new Int8Array(size);
  const mask = size - 1;
  const slotOf = (key: number): number => {
    let at = (key ^ (key >>> 15)) & mask;
    while (values[at] !== 0 && slots[at] !== key) at = (at + 1) & mask;
    return at;
  };
  for (let i = 0; i < keys.length; i++) {
    const at = slotOf(keys[i] as number);
    slots[at] = keys[i] as number;
    values[at] = weights[i] as number;
  }
  return {
    of: (hash) => (values[slotOf(hash)] as number) * scale,
    sum(hashes, from, to) {
      let sum = 0;
      for (let k = from; k < to; k++) sum += values[slotOf(hashes[k] as number)] as number;
      return sum * scale;
    },
  };
};

/**
 * Two labels share a whole number of 32 bits: half of the additions. The lower one borrows from the upper one, and as
 * long as neither leaves its 16 bits, which the sums of so many features cannot, both can be told again.
 */
const MOST_FEATURES = 250;
/** Numbers that are added up of a feature: a multiple of five, as many as are added up at a time. */
const LANES = Math.ceil(LABEL_COUNT / 10) * 5;
/** Where features stand apart: a line of the processor's cache, 64 bytes, for the labels there are. */
const STRIDE = Math.ceil(LANES / 16) * 16;

/** Weights as they are added up: of feature i LANES numbers from (i + 1) * STRIDE on. */
const layOut = (counts: Uint8Array, pairs: Int8Array): Int32Array => {
  const rows = new Int32Array((counts.length + 1) * STRIDE);
  for (let i = 0, p = 0; i < counts.length; i++)
    for (let k = 0; k < (counts[i] as number); k++, p += 2) {
      const label = pairs[p] as number;
      const lane = (i + 1) * STRIDE + (label >> 1);
      rows[lane] = (rows[lane] as number) + ((pairs[p + 1] as number) << (label & 1 ? 16 : 0));
    }
  return rows;
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
    const part = new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    return part;
  };
  const { tagger } = header;
  const keys = new Int32Array(take(tagger.features * 4).buffer);
  const counts = take(tagger.features);
  const pairs = new Int8Array(take(tagger.weights * 2).buffer);
  const section = ({ features, scale }: Section): Weights => {
    const all = new Int32Array(take(features * 4).buffer);
    return weightsOf(all, new Int8Array(take(features).buffer), scale);
  };
  const names = section(header.scorer);
  const relations = section(header.relations);
  const indicators = section(header.indicators);
  if (at !== bytes.length) damaged(say('文件太长', 'too long'));

  const rows = layOut(counts, pairs);
  const { slots, mask } = openTable(keys, STRIDE);
  const sums = new Int32Array(LANES);
  const known = new Int32Array(MOST_FEATURES);
  return {
    header,
    steps: header.steps.map((s) => Float64Array.from(s)),
    scale: tagger.scale,
    addScores(hashes, from, to, scores, row) {
      const end = Math.min(to, from + MOST_FEATURES);
      let count = 0;
      for (let k = from; k < end; k++) {
        const key = hashes[k] as number;
        let at = (key ^ (key >>> 15)) & mask;
        let place = slots[at * 2 + 1] as number;
        while (place !== 0 && slots[at * 2] !== key) {
          at = (at + 1) & mask;
          place = slots[at * 2 + 1] as number;
        }
        if (place !== 0) known[count++] = place;
      }
      // Five at a time, which stay in registers.
      for (let lane = 0; lane < LANES; lane += 5) {
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        let e = 0;
        for (let k = 0; k < count; k++) {
          const at = (known[k] as number) + lane;
          a = (a + (rows[at] as number)) | 0;
          b = (b + (rows[at + 1] as number)) | 0;
          c = (c + (rows[at + 2] as number)) | 0;
          d = (d + (rows[at + 3] as number)) | 0;
          e = (e + (rows[at + 4] as number)) | 0;
        }
        sums[lane] = a;
        sums[lane + 1] = b;
        sums[lane + 2] = c;
        sums[lane + 3] = d;
        sums[lane + 4] = e;
      }
      for (let lane = 0, y = row; y < row + LABEL_COUNT; lane++, y += 2) {
        const sum = sums[lane] as number;
        const lower = (sum << 16) >> 16;
        scores[y] = lower;
        scores[y + 1] = (sum - lower) >> 16;
      }
    },
    names,
    relations,
    indicators,
  };
};
