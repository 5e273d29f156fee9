/** Counts of right, false and missing, and what follows from them. */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}
export type Tallies = Record<string, Tally>;

export interface Rates extends Readonly<Tally> {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export const count = (tallies: Tallies, key: string, what: keyof Tally): void => {
  tallies[key] ??= { tp: 0, fp: 0, fn: 0 };
  tallies[key][what]++;
};

export const addAll = (into: Tallies, from: Tallies): void => {
  for (const [key, t] of Object.entries(from)) {
    into[key] ??= { tp: 0, fp: 0, fn: 0 };
    into[key].tp += t.tp;
    into[key].fp += t.fp;
    into[key].fn += t.fn;
  }
};

export const total = (tallies: Tallies, keys: readonly string[]): Tally =>
  keys.reduce(
    (sum, key) => {
      const t = tallies[key];
      return t ? { tp: sum.tp + t.tp, fp: sum.fp + t.fp, fn: sum.fn + t.fn } : sum;
    },
    { tp: 0, fp: 0, fn: 0 },
  );

export const ratesOf = ({ tp, fp, fn }: Tally): Rates => {
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r), tp, fp, fn };
};
