/**
 * Sums over all readings of a stretch of characters, forward and backward along a chain in which “inside” follows
 * “begin” or “inside” of its own type, and everything else may follow anything (Lafferty, McCallum & Pereira 2001).
 * Training and reading share it: a reading that is not allowed has a factor of 0.
 */
import { beginOf, insideOf, labelCount } from './labels.js';

/** Weights within a type: begin → inside, inside → inside. */
export const STEPS = 2;

/** Grown as needed and used again. Of character i and label y at `i * labels + y`. */
export class Chain {
  /** Share of all readings up to a character that end in a label: sums to 1 at every character. */
  alpha = new Float64Array(0);
  /** alpha × beta is the probability of a label. */
  beta = new Float64Array(0);
  /** What the sums of every character were divided by, to keep them near 1. */
  scale = new Float64Array(0);
  /** Of every character the sum over all readings behind it, no name going on. */
  open = new Float64Array(0);

  /**
   * `factor`: e^score of every character and label, 0 where the label is not allowed; `odds`: e^weight of the steps of
   * every type. Whether there is any reading; where there is none, sums are of no use.
   */
  run(factor: Float64Array, odds: Float64Array, types: number, length: number): boolean {
    const labels = labelCount(types);
    if (this.alpha.length < length * labels || this.scale.length < length) {
      this.alpha = new Float64Array(length * labels * 2);
      this.beta = new Float64Array(length * labels * 2);
      this.scale = new Float64Array(length * 2);
      this.open = new Float64Array(length * 2);
    }
    const { alpha, beta, scale, open } = this;
    for (let i = 0; i < length; i++) {
      const at = i * labels;
      const before = at - labels;
      let sum = factor[at] as number;
      alpha[at] = sum;
      for (let t = 0; t < types; t++) {
        const begin = beginOf(t);
        const inside = insideOf(t);
        const begun = factor[at + begin] as number;
        const gone =
          i === 0
            ? 0
            : ((alpha[before + begin] as number) * (odds[t * STEPS] as number) +
                (alpha[before + inside] as number) * (odds[t * STEPS + 1] as number)) *
              (factor[at + inside] as number);
        alpha[at + begin] = begun;
        alpha[at + inside] = gone;
        sum += begun + gone;
      }
      if (sum === 0) return false;
      scale[i] = sum;
      const inverse = 1 / sum;
      for (let y = 0; y < labels; y++) alpha[at + y] = (alpha[at + y] as number) * inverse;
    }
    const last = length - 1;
    beta.fill(1, last * labels, length * labels);
    open[last] = 1;
    for (let i = last - 1; i >= 0; i--) {
      const at = i * labels;
      const next = at + labels;
      const inverse = 1 / (scale[i + 1] as number);
      let ahead = (factor[next] as number) * (beta[next] as number);
      for (let t = 0; t < types; t++)
        ahead += (factor[next + beginOf(t)] as number) * (beta[next + beginOf(t)] as number);
      ahead *= inverse;
      open[i] = ahead;
      beta[at] = ahead;
      for (let t = 0; t < types; t++) {
        const inside = next + insideOf(t);
        const on = (factor[inside] as number) * (beta[inside] as number) * inverse;
        beta[at + beginOf(t)] = ahead + (odds[t * STEPS] as number) * on;
        beta[at + insideOf(t)] = ahead + (odds[t * STEPS + 1] as number) * on;
      }
    }
    return true;
  }

  /** Log of the sum over all readings. */
  logSum(length: number): number {
    let log = 0;
    for (let i = 0; i < length; i++) log += Math.log(this.scale[i] as number);
    return log;
  }
}
