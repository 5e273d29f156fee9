/**
 * Finds every name of a list in a text, in one pass: Aho–Corasick over UTF-16 code units.
 * Aho & Corasick, "Efficient string matching", CACM 18 (1975).
 *
 * States are numbered in order of insertion; the root is 0.
 */
import { openTransitions } from './transitions.js';

export interface Hit<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

export interface Gazetteer<V> {
  /** All occurrences, overlapping ones included, ordered by end, longer first. */
  find(text: string): Hit<V>[];
}

/** Builds the automaton. A name listed twice yields a hit for each of its values. */
export const buildGazetteer = <V>(entries: Iterable<readonly [name: string, value: V]>): Gazetteer<V> => {
  const listed = [...entries].filter(([name]) => name.length > 0);
  const room = listed.reduce((n, [name]) => n + name.length, 0);
  const next = openTransitions(room);
  // Of every state: the state it is reached from, by which unit, how deep it lies, what ends there.
  const parents = new Int32Array(room + 1);
  const units = new Uint16Array(room + 1);
  const depths = new Int32Array(room + 1);
  const outputs: (V[] | undefined)[] = [undefined];

  for (const [name, value] of listed) {
    let state = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      let to = next.get(state, unit);
      if (to === 0) {
        to = outputs.length;
        next.set(state, unit, to);
        parents[to] = state;
        units[to] = unit;
        depths[to] = i + 1;
        outputs.push(undefined);
      }
      state = to;
    }
    const known = outputs[state];
    if (known) known.push(value);
    else outputs[state] = [value];
  }

  const count = outputs.length;
  const fail = new Int32Array(count);
  // The nearest state on the failure chain that ends a name, so that chains without names are never walked; with the
  // state itself, and without it.
  const ends = new Int32Array(count);
  const report = new Int32Array(count);
  for (const state of byDepth(depths.subarray(0, count))) {
    const parent = parents[state] as number;
    if (parent !== 0) {
      const unit = units[state] as number;
      let back = fail[parent] as number;
      let link = next.get(back, unit);
      while (link === 0 && back > 0) {
        back = fail[back] as number;
        link = next.get(back, unit);
      }
      fail[state] = link;
      report[state] = ends[link] as number;
    }
    ends[state] = outputs[state] ? state : (report[state] as number);
  }

  const find = (text: string): Hit<V>[] => {
    const hits: Hit<V>[] = [];
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let to = next.get(state, unit);
      while (to === 0 && state > 0) {
        state = fail[state] as number;
        to = next.get(state, unit);
      }
      state = to;
      for (let s = ends[state] as number; s > 0; s = report[s] as number) {
        const start = i + 1 - (depths[s] as number);
        for (const value of outputs[s] as V[]) hits.push({ start, end: i + 1, value });
      }
    }
    return hits;
  };
  return { find };
};

/** States in order of depth, without the root: a failure leads to a state of less depth, which must be settled before. */
const byDepth = (depths: Int32Array): Int32Array => {
  const places = new Int32Array(depths.reduce((a, b) => Math.max(a, b), 0) + 2);
  for (const depth of depths) places[depth + 1] = (places[depth + 1] as number) + 1;
  for (let d = 1; d < places.length; d++) places[d] = (places[d] as number) + (places[d - 1] as number);
  const order = new Int32Array(depths.length);
  for (let state = 0; state < depths.length; state++) {
    const depth = depths[state] as number;
    order[places[depth] as number] = state;
    places[depth] = (places[depth] as number) + 1;
  }
  return order.subarray(1);
};
