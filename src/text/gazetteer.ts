/**
 * Finds every name of a list in a text, in one pass: Aho–Corasick over UTF-16 code units.
 * Aho & Corasick, "Efficient string matching", CACM 18 (1975).
 *
 * Transitions live in one map keyed by state and code unit; states are numbered in order of insertion.
 */
export interface Hit<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

export interface Gazetteer<V> {
  /** All occurrences, overlapping ones included, ordered by end, longer first. */
  find(text: string): Hit<V>[];
}

const key = (state: number, unit: number): number => state * 65536 + unit;

/** Builds the automaton. A name listed twice yields a hit for each of its values. */
export const buildGazetteer = <V>(entries: Iterable<readonly [name: string, value: V]>): Gazetteer<V> => {
  const next = new Map<number, number>();
  const outputs: V[][] = [[]];
  const lengths: number[] = [0];
  const children: number[][] = [[]];

  for (const [name, value] of entries) {
    if (name.length === 0) continue;
    let state = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      let to = next.get(key(state, unit));
      if (to === undefined) {
        to = outputs.length;
        next.set(key(state, unit), to);
        children[state]?.push(unit);
        outputs.push([]);
        lengths.push(i + 1);
        children.push([]);
      }
      state = to;
    }
    outputs[state]?.push(value);
  }

  const fail = new Int32Array(outputs.length);
  // The nearest state on the failure chain that ends a name, so that chains without names are never walked.
  const report = new Int32Array(outputs.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    for (const unit of children[state] ?? []) {
      const to = next.get(key(state, unit)) ?? 0;
      let back = fail[state] ?? 0;
      while (back > 0 && !next.has(key(back, unit))) back = fail[back] ?? 0;
      const link = state === 0 ? 0 : (next.get(key(back, unit)) ?? 0);
      fail[to] = link;
      report[to] = (outputs[link]?.length ?? 0) > 0 ? link : (report[link] ?? 0);
      queue.push(to);
    }
  }

  const find = (text: string): Hit<V>[] => {
    const hits: Hit<V>[] = [];
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let to = next.get(key(state, unit));
      while (to === undefined && state > 0) {
        state = fail[state] ?? 0;
        to = next.get(key(state, unit));
      }
      state = to ?? 0;
      for (let s = state; s > 0; s = report[s] ?? 0) {
        const start = i + 1 - (lengths[s] ?? 0);
        for (const value of outputs[s] ?? []) hits.push({ start, end: i + 1, value });
      }
    }
    return hits;
  };
  return { find };
};
