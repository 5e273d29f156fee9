/**
 * The model file: hashed features and quantised weights, no strings.
 *
 *   4 bytes   `ZTMD`, then the length of the header (uint32, little-endian)
 *   header    JSON: version, what it was trained on (sha256), scales, counts, steps within types
 *   tagger    for each feature: hash (int32, ascending); number of its weights (uint8); label and weight (2 × int8)
 *   scorer    for each feature: hash (int32, ascending); weight (int8)
 *   relations the same
 *
 * training/pack.ts writes it.
 */
import { ReadError } from '../../errors.js';
import { say } from '../../messages.js';
import { LABEL_COUNT } from './labels.js';

export const FORMAT = 3;
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
  /** Of every layer: weights within types, see lattice.ts. */
  readonly steps: readonly (readonly number[])[];
}

export interface Model {
  readonly header: ModelHeader;
  readonly steps: readonly Float64Array[];
  /** Scores of all labels of a character whose features are `hashes[from..to)`, to `scores` from `at` on; one more
   *  than LABEL_COUNT may be written. */
  addScores(hashes: Int32Array, from: number, to: number, scores: Float64Array, at: number): void;
  /** Weight of one feature of the scorer of names, and of the judge of relations; 0 where it is unknown. */
  weight(hash: number): number;
  relation(hash: number): number;
}

/** Hash and value (1 or more) side by side, open addressing; a value of 0 is a free slot. */
interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
}

/** Slots for as many keys: a power of two, three tenths of them free at least. */
const sizeFor = (keys: number): number => {
  let size = 1 << 10;
  while (size * 0.7 < keys) size *= 2;
  return size;
};

const openTable = (keys: Int32Array, valueAt: (index: number) => number): Table => {
  const size = sizeFor(keys.length);
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

/** Weight by key, 0 for none: keys and weights apart, so that little of the table is touched. */
const weightsOf = (keys: Int32Array, weights: Int8Array, scale: number): ((key: number) => number) => {
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
  return (key) => (values[slotOf(key)] as number) * scale;
};

/** From this many weights on, a feature is added up as a whole row: no labels to look up. */
const DENSE = 7;
/** Two labels share an integer, the odd one in its upper half: half the additions. A multiple of five. */
const LANES = Math.ceil(LABEL_COUNT / 10) * 5;
/** Sums of more features than these could spill from one half into the other. */
const MOST_FEATURES = 250;

/** Weights as they are added up. A slot of the table says where: `~row` of `dense`, or start and number in `sparse`. */
interface Rows {
  /** Of each row LANES integers with two weights each. */
  readonly dense: Int32Array;
  /** Weight, and its label in the low five bits. */
  readonly sparse: Int16Array;
  readonly places: Int32Array;
}
const COUNT_BITS = 3;
const LABEL_BITS = 5;

const layOut = (counts: Uint8Array, pairs: Int8Array): Rows => {
  let rows = 0;
  let size = 1;
  for (const count of counts)
    if (count >= DENSE) rows++;
    else size += count;
  const dense = new Int32Array(rows * LANES);
  const sparse = new Int16Array(size);
  const places = new Int32Array(counts.length);
  // Place 0 would be a free slot.
  let at = 1;
  let row = 0;
  for (let i = 0, p = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    places[i] = count >= DENSE ? ~row : (at << COUNT_BITS) | count;
    for (let k = 0; k < count; k++, p += 2) {
      const label = pairs[p] as number;
      const weight = pairs[p + 1] as number;
      if (count < DENSE) sparse[at++] = (weight << LABEL_BITS) | label;
      else {
        const lane = row * LANES + (label >> 1);
        dense[lane] = (dense[lane] as number) + (label & 1 ? weight << 16 : weight);
      }
    }
    if (count >= DENSE) row++;
  }
  return { dense, sparse, places };
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
  const { tagger } = header;
  const keys = new Int32Array(take(tagger.features * 4).buffer);
  const counts = take(tagger.features);
  const pairs = new Int8Array(take(tagger.weights * 2).buffer);
  const section = ({ features, scale }: Section): ((hash: number) => number) => {
    const all = new Int32Array(take(features * 4).buffer);
    return weightsOf(all, new Int8Array(take(features).buffer), scale);
  };
  const weight = section(header.scorer);
  const relation = section(header.relations);
  if (at !== bytes.length) damaged(say('文件太长', 'too long'));

  const { dense, sparse, places } = layOut(counts, pairs);
  const { slots, mask } = openTable(keys, (i) => places[i] as number);
  const { scale } = tagger;
  const lanes = new Int32Array(LANES + 1);
  return {
    header,
    steps: header.steps.map((s) => Float64Array.from(s)),
    addScores(hashes, from, to, scores, row) {
      lanes.fill(0);
      const end = Math.min(to, from + MOST_FEATURES);
      for (let k = from; k < end; k++) {
        const key = hashes[k] as number;
        let at = (key ^ (key >>> 15)) & mask;
        while (slots[at * 2 + 1] !== 0 && slots[at * 2] !== key) at = (at + 1) & mask;
        const place = slots[at * 2 + 1] as number;
        if (place < 0) {
          const start = ~place * LANES;
          // Five at a time: the loop by itself costs more than what it adds.
          for (let y = 0, c = start; y < LANES; y += 5, c += 5) {
            lanes[y] = (lanes[y] as number) + (dense[c] as number);
            lanes[y + 1] = (lanes[y + 1] as number) + (dense[c + 1] as number);
            lanes[y + 2] = (lanes[y + 2] as number) + (dense[c + 2] as number);
            lanes[y + 3] = (lanes[y + 3] as number) + (dense[c + 3] as number);
            lanes[y + 4] = (lanes[y + 4] as number) + (dense[c + 4] as number);
          }
        } else {
          const start = place >> COUNT_BITS;
          for (let p = start, stop = start + (place & 7); p < stop; p++) {
            const cell = sparse[p] as number;
            const lane = (cell >> 1) & 15;
            lanes[lane] = (lanes[lane] as number) + ((cell >> LABEL_BITS) << ((cell & 1) << 4));
          }
        }
      }
      for (let y = 0; y < LABEL_COUNT; y += 2) {
        const sum = lanes[y >> 1] as number;
        const low = (sum << 16) >> 16;
        scores[row + y] = low * scale;
        scores[row + y + 1] = ((sum - low) >> 16) * scale;
      }
    },
    weight,
    relation,
  };
};
