/** Scores of labels → names with their probabilities, one layer at a time, and which are in the best reading. */
import type { EntityType } from '../../schema.js';
import { Chain, STEPS } from './chain.js';
import { beginOf, insideOf, labelCount, NONE } from './labels.js';

/** What the tagger holds possible. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** Probability that exactly this is a name of this type. */
  readonly p: number;
  /** Whether it is part of the most probable reading of its sentence. */
  readonly best: boolean;
}

/** Names less probable than this are left out. */
export const LEAST = 0.03;
const LONGEST = 40;

/** Odds this far below the best are nothing. */
const NEGLIGIBLE = 30;
/** A name whose best reading lies this far below “no name” cannot reach LEAST. */
const OUT_OF_SIGHT = Math.log(LEAST);

/** One layer: where its labels begin among the scores of a character, its types, the weights of its steps. */
export interface Layer {
  readonly base: number;
  readonly types: readonly EntityType[];
  readonly steps: Float64Array;
  /** e^steps. */
  readonly odds: Float64Array;
}

/** Working space for one layer after another; grown as needed and used again. */
export class Lattice {
  private readonly chain = new Chain();
  private factor = new Float64Array(0);
  private viterbi = new Float64Array(0);
  private back = new Uint8Array(0);
  private sight = new Float64Array(0);
  /** Of every character and type the last character of the name of the best reading that begins there, or -1. */
  private ends = new Int32Array(0);
  /** e^-n of n steps of the scores, as far as it is something. */
  private readonly powers: Float64Array;

  /** `scale`: what a score of 1 stands for. */
  constructor(private readonly scale: number) {
    this.powers = Float64Array.from({ length: Math.floor(NEGLIGIBLE / scale) + 1 }, (_, n) =>
      Math.exp(-n * scale),
    );
  }

  /**
   * Reads one layer of a sentence, stretch by stretch: characters at which no name is in sight part it, and most of a
   * text is such. `scores`: of character i and label y at `i * width + base + y`. Names go to `found`, offsets counted
   * from `from`.
   */
  readLayer(
    scores: Int32Array,
    length: number,
    width: number,
    layer: Layer,
    from: number,
    found: Tagged[],
  ): void {
    this.look(scores, length, width, layer);
    const { sight } = this;
    for (let i = 0, start = -1; i <= length; i++) {
      if (i < length && (sight[i] as number) > OUT_OF_SIGHT) {
        if (start < 0) start = i;
      } else if (start >= 0) {
        this.readStretch(scores, start, i - start, width, layer, from + start, found);
        start = -1;
      }
    }
  }

  /**
   * `sight`: of every character, by how much the best name through it beats “no name”, or more: types may change on
   * the way, so that one number for begin and one for inside are enough.
   */
  private look(scores: Int32Array, length: number, width: number, { base, types, steps }: Layer): void {
    if (this.sight.length < length * 2) this.sight = new Float64Array(length * 4);
    const { sight, scale } = this;
    let easiest = Number.NEGATIVE_INFINITY;
    for (const step of steps) easiest = Math.max(easiest, step);
    const labels = labelCount(types.length);
    // Forward: the best name open at a character; behind it, what going on costs there.
    for (let i = 0, open = Number.NEGATIVE_INFINITY; i < length; i++) {
      const row = i * width + base;
      let begin = scores[row + 1] as number;
      let inside = scores[row + 2] as number;
      for (let y = row + 3, end = row + labels; y < end; y += 2) {
        if ((scores[y] as number) > begin) begin = scores[y] as number;
        if ((scores[y + 1] as number) > inside) inside = scores[y + 1] as number;
      }
      const none = scores[row] as number;
      const going = easiest + (inside - none) * scale;
      open = Math.max((begin - none) * scale, open + going);
      sight[i] = open;
      sight[length + i] = going;
    }
    for (let i = length - 1, rest = 0; i >= 0; i--) {
      sight[i] = (sight[i] as number) + rest;
      rest = Math.max(0, (sight[length + i] as number) + rest);
    }
  }

  private readStretch(
    scores: Int32Array,
    first: number,
    length: number,
    width: number,
    { base, types, steps, odds }: Layer,
    from: number,
    found: Tagged[],
  ): void {
    const labels = labelCount(types.length);
    const { chain } = this;
    if (this.factor.length < length * labels) {
      this.factor = new Float64Array(length * labels * 2);
      this.viterbi = new Float64Array(length * labels * 2);
      this.back = new Uint8Array(length * labels * 2);
      this.ends = new Int32Array(length * labels);
    }
    const { factor, powers } = this;
    for (let i = 0; i < length; i++) {
      const row = (first + i) * width + base;
      let top = scores[row] as number;
      for (let y = 1; y < labels; y++) if ((scores[row + y] as number) > top) top = scores[row + y] as number;
      for (let y = 0; y < labels; y++) {
        const behind = top - (scores[row + y] as number);
        factor[i * labels + y] = behind < powers.length ? (powers[behind] as number) : 0;
      }
    }
    chain.run(factor, odds, types.length, length);
    this.bestReading(scores, first, length, width, base, types.length, steps);
    const { ends } = this;

    const { alpha, beta, scale, open } = chain;
    types.forEach((type, t) => {
      const begin = beginOf(t);
      const inside = insideOf(t);
      for (let i = 0; i < length; i++) {
        let path = alpha[i * labels + begin] as number;
        const end = ends[i * types.length + t] as number;
        if (end < 0 && path * (beta[i * labels + begin] as number) < LEAST) continue;
        for (let j = i; ; ) {
          const p = path * (open[j] as number);
          const isBest = end === j;
          if (p >= LEAST || isBest) found.push({ start: from + i, end: from + j + 1, type, p, best: isBest });
          if (++j === length || (j - i >= LONGEST && j > end)) break;
          const at = j * labels + inside;
          path *=
            ((odds[t * STEPS + (j === i + 1 ? 0 : 1)] as number) * (factor[at] as number)) /
            (scale[j] as number);
          if (j > end && path * (beta[at] as number) < LEAST) break;
        }
      }
    });
  }

  /** Finds the most probable reading and writes its names to `ends`. */
  private bestReading(
    scores: Int32Array,
    first: number,
    length: number,
    width: number,
    base: number,
    types: number,
    steps: Float64Array,
  ): void {
    const labels = labelCount(types);
    const { viterbi, back, ends, scale } = this;
    let top = 0;
    for (let i = 0, lead = 0; i < length; i++) {
      const at = i * labels;
      const before = at - labels;
      const row = (first + i) * width + base;
      const from = top;
      viterbi[at] = lead + (scores[row] as number) * scale;
      back[at] = from;
      for (let t = 0; t < types; t++) {
        const begin = beginOf(t);
        const inside = insideOf(t);
        viterbi[at + begin] = lead + (scores[row + begin] as number) * scale;
        back[at + begin] = from;
        const begun =
          i === 0
            ? Number.NEGATIVE_INFINITY
            : (viterbi[before + begin] as number) + (steps[t * STEPS] as number);
        const gone =
          i === 0
            ? Number.NEGATIVE_INFINITY
            : (viterbi[before + inside] as number) + (steps[t * STEPS + 1] as number);
        viterbi[at + inside] = Math.max(begun, gone) + (scores[row + inside] as number) * scale;
        back[at + inside] = begun >= gone ? begin : inside;
      }
      top = 0;
      for (let y = 1; y < labels; y++)
        if ((viterbi[at + y] as number) > (viterbi[at + top] as number)) top = y;
      lead = viterbi[at + top] as number;
    }
    ends.fill(-1, 0, length * types);
    for (let i = length - 1, label = top, last = -1; i >= 0; i--) {
      if (label !== NONE) {
        if (last < 0) last = i;
        const type = (label - 1) >> 1;
        if (label === beginOf(type)) {
          ends[i * types + type] = last;
          last = -1;
        }
      }
      label = back[i * labels + label] as number;
    }
  }
}
