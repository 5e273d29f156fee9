/**
 * Scores of labels → names with their probabilities, one layer at a time: forward and backward sums over a chain in
 * which middle and end follow begin or middle of their type, and everything else may follow a name or no name
 * (Lafferty, McCallum & Pereira 2001; sums are kept near 1 by dividing at each character).
 */
import type { EntityType } from '../../schema.js';

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
/** Weights within a type: begin→middle, begin→end, middle→middle, middle→end. */
export const STEPS = 4;

/** Odds this far below the best are nothing. */
const NEGLIGIBLE = -30;
/** A name whose best reading lies this far below “no name” cannot reach LEAST. */
const OUT_OF_SIGHT = -4;

/** Sums and best readings of one layer; grown as needed and used again. */
export class Lattice {
  private room = 0;
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private factor = new Float64Array(0);
  private viterbi = new Float64Array(0);
  private sums = new Float64Array(0);
  private back = new Uint8Array(0);
  private sight = new Float64Array(0);
  private begun = new Float64Array(0);
  private parts = new Float64Array(0);

  private makeRoom(cells: number): void {
    if (cells <= this.room) return;
    this.room = cells * 2;
    this.alpha = new Float64Array(this.room);
    this.beta = new Float64Array(this.room);
    this.factor = new Float64Array(this.room);
    this.viterbi = new Float64Array(this.room);
    this.sums = new Float64Array(this.room);
    this.back = new Uint8Array(this.room);
  }

  /**
   * Reads one layer of a sentence, stretch by stretch: characters at which no name is in sight part it, and most of a
   * text is such. `scores`: of character i and label y at `i * width + base + y`. Names go to `found`, offsets counted
   * from `from`.
   */
  readLayer(
    scores: Float64Array,
    length: number,
    width: number,
    base: number,
    types: readonly EntityType[],
    steps: Float64Array,
    from: number,
    found: Tagged[],
  ): void {
    const odds = steps.map(Math.exp);
    this.look(scores, length, width, base, types.length, steps);
    const { sight } = this;
    for (let i = 0, start = -1; i <= length; i++) {
      if (i < length && (sight[i] as number) > OUT_OF_SIGHT) {
        if (start < 0) start = i;
      } else if (start >= 0) {
        this.readStretch(scores, start, i - start, width, base, types, steps, odds, from + start, found);
        start = -1;
      }
    }
  }

  /**
   * `sight`: of every character, by how much the best name through it beats “no name”, or more: types may change on
   * the way, so that one number a part is enough.
   */
  private look(
    scores: Float64Array,
    length: number,
    width: number,
    base: number,
    count: number,
    steps: Float64Array,
  ): void {
    if (this.sight.length < length) {
      this.sight = new Float64Array(length * 2);
      this.begun = new Float64Array(length * 2);
      this.parts = new Float64Array(length * 8);
    }
    const { sight, begun, parts } = this;
    let easiest = Number.NEGATIVE_INFINITY;
    for (const step of steps) easiest = Math.max(easiest, step);
    for (let i = 0; i < length; i++) {
      const row = i * width + base;
      const none = scores[row] as number;
      for (let part = 0; part < 4; part++) {
        let top = Number.NEGATIVE_INFINITY;
        for (let y = row + 1 + part, end = row + 1 + 4 * count; y < end; y += 4)
          if ((scores[y] as number) > top) top = scores[y] as number;
        parts[i * 4 + part] = top - none;
      }
    }
    // From the begin up to here, the name still open.
    for (let i = 0, open = Number.NEGATIVE_INFINITY; i < length; i++) {
      open = Math.max(parts[i * 4] as number, open + easiest + (parts[i * 4 + 1] as number));
      begun[i] = open;
    }
    // From here to the end, the name begun before or here.
    for (let i = length - 1, rest = Number.NEGATIVE_INFINITY; i >= 0; i--) {
      const through = (begun[i] as number) + rest;
      const before = i > 0 ? (begun[i - 1] as number) + easiest : Number.NEGATIVE_INFINITY;
      const ending = before + (parts[i * 4 + 2] as number);
      sight[i] = Math.max(through, ending, parts[i * 4 + 3] as number);
      // What follows a character inside the name: this one as its end, or as its middle and so on.
      rest = easiest + Math.max(parts[i * 4 + 2] as number, (parts[i * 4 + 1] as number) + rest);
    }
  }

  private readStretch(
    scores: Float64Array,
    first: number,
    length: number,
    width: number,
    base: number,
    types: readonly EntityType[],
    steps: Float64Array,
    odds: Float64Array,
    from: number,
    found: Tagged[],
  ): void {
    const count = types.length;
    const labels = 1 + 4 * count;
    this.makeRoom(length * labels);
    const { alpha, beta, factor, viterbi, sums, back } = this;
    const step = (type: number, k: number) => odds[type * STEPS + k] as number;

    for (let i = 0; i < length; i++) {
      const at = i * labels;
      const prev = at - labels;
      const row = (first + i) * width + base;
      let top = scores[row] as number;
      for (let y = 1; y < labels; y++) if ((scores[row + y] as number) > top) top = scores[row + y] as number;
      for (let y = 0; y < labels; y++) {
        const lead = (scores[row + y] as number) - top;
        factor[at + y] = lead < NEGLIGIBLE ? 0 : Math.exp(lead);
      }
      // What may come before a new name or none: none, an end, a single.
      let open = 1;
      let bestOpen = 0;
      let bestFrom = 0;
      if (i > 0) {
        open = alpha[prev] as number;
        bestOpen = viterbi[prev] as number;
        for (let y = 3; y < labels; y += 4) {
          open += (alpha[prev + y] as number) + (alpha[prev + y + 1] as number);
          for (let k = y; k <= y + 1; k++)
            if ((viterbi[prev + k] as number) > bestOpen) {
              bestOpen = viterbi[prev + k] as number;
              bestFrom = k;
            }
        }
      }
      alpha[at] = open * (factor[at] as number);
      viterbi[at] = bestOpen + (scores[row] as number);
      back[at] = bestFrom;
      let sum = alpha[at] as number;
      for (let t = 0; t < count; t++) {
        const y = 1 + 4 * t;
        const b = at + y;
        alpha[b] = open * (factor[b] as number);
        alpha[b + 3] = open * (factor[b + 3] as number);
        viterbi[b] = bestOpen + (scores[row + y] as number);
        viterbi[b + 3] = bestOpen + (scores[row + y + 3] as number);
        back[b] = bestFrom;
        back[b + 3] = bestFrom;
        if (i === 0) {
          alpha[b + 1] = 0;
          alpha[b + 2] = 0;
          viterbi[b + 1] = Number.NEGATIVE_INFINITY;
          viterbi[b + 2] = Number.NEGATIVE_INFINITY;
        } else {
          const begin = prev + y;
          const middle = begin + 1;
          alpha[b + 1] =
            ((alpha[begin] as number) * step(t, 0) + (alpha[middle] as number) * step(t, 2)) *
            (factor[b + 1] as number);
          alpha[b + 2] =
            ((alpha[begin] as number) * step(t, 1) + (alpha[middle] as number) * step(t, 3)) *
            (factor[b + 2] as number);
          const s = t * STEPS;
          const on1 = (viterbi[begin] as number) + (steps[s] as number);
          const on2 = (viterbi[middle] as number) + (steps[s + 2] as number);
          viterbi[b + 1] = Math.max(on1, on2) + (scores[row + y + 1] as number);
          back[b + 1] = on1 >= on2 ? y : y + 1;
          const end1 = (viterbi[begin] as number) + (steps[s + 1] as number);
          const end2 = (viterbi[middle] as number) + (steps[s + 3] as number);
          viterbi[b + 2] = Math.max(end1, end2) + (scores[row + y + 2] as number);
          back[b + 2] = end1 >= end2 ? y : y + 1;
        }
        sum +=
          (alpha[b] as number) +
          (alpha[b + 1] as number) +
          (alpha[b + 2] as number) +
          (alpha[b + 3] as number);
      }
      sums[i] = sum;
      const inverse = 1 / sum;
      for (let y = 0; y < labels; y++) alpha[at + y] = (alpha[at + y] as number) * inverse;
    }

    const last = (length - 1) * labels;
    let total = alpha[last] as number;
    for (let y = 3; y < labels; y += 4)
      total += (alpha[last + y] as number) + (alpha[last + y + 1] as number);
    beta.fill(0, last, last + labels);
    beta[last] = 1 / total;
    for (let y = 3; y < labels; y += 4) {
      beta[last + y] = 1 / total;
      beta[last + y + 1] = 1 / total;
    }
    for (let i = length - 2; i >= 0; i--) {
      const at = i * labels;
      const next = at + labels;
      const inverse = 1 / (sums[i + 1] as number);
      const ahead = (y: number) => (factor[next + y] as number) * (beta[next + y] as number) * inverse;
      let open = ahead(0);
      for (let y = 1; y < labels; y += 4) open += ahead(y) + ahead(y + 3);
      beta[at] = open;
      for (let t = 0; t < count; t++) {
        const y = 1 + 4 * t;
        const middle = ahead(y + 1);
        const end = ahead(y + 2);
        beta[at + y] = step(t, 0) * middle + step(t, 1) * end;
        beta[at + y + 1] = step(t, 2) * middle + step(t, 3) * end;
        beta[at + y + 2] = open;
        beta[at + y + 3] = open;
      }
    }

    // The most probable reading, from its end.
    const best = new Set<number>();
    const key = (start: number, end: number, type: number) => (start * 0x10000 + end) * 16 + type;
    let label = 0;
    for (let y = 3; y < labels; y += 4)
      for (let k = y; k <= y + 1; k++)
        if ((viterbi[last + k] as number) > (viterbi[last + label] as number)) label = k;
    for (let i = length - 1, end = -1; i >= 0; i--) {
      const part = (label - 1) & 3;
      const type = (label - 1) >> 2;
      if (label > 0 && part === 3) best.add(key(i, i + 1, type));
      else if (label > 0 && part === 2) end = i + 1;
      else if (label > 0 && part === 0) best.add(key(i, end, type));
      label = back[i * labels + label] as number;
    }

    for (let t = 0; t < count; t++) {
      const y = 1 + 4 * t;
      const note = (start: number, end: number, p: number) => {
        const isBest = best.has(key(start, end, t));
        if (p >= LEAST || isBest)
          found.push({ start: from + start, end: from + end, type: types[t] as EntityType, p, best: isBest });
      };
      for (let i = 0; i < length; i++) {
        const at = i * labels + y;
        note(i, i + 1, (alpha[at + 3] as number) * (beta[at + 3] as number));
        if ((alpha[at] as number) * (beta[at] as number) < LEAST) continue;
        let path = alpha[at] as number;
        for (let j = i + 1; j < length && j - i < LONGEST; j++) {
          const here = j * labels + y;
          const scale = 1 / (sums[j] as number);
          const end = path * step(t, j === i + 1 ? 1 : 3) * (factor[here + 2] as number) * scale;
          note(i, j + 1, end * (beta[here + 2] as number));
          path *= step(t, j === i + 1 ? 0 : 2) * (factor[here + 1] as number) * scale;
          if (path * (beta[here + 1] as number) < LEAST) break;
        }
      }
    }
  }
}
