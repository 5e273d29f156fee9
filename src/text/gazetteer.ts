/**
 * Finds every name of a list in a text: a trie over UTF-16 code units, walked from each offset. Hardly any walk goes
 * beyond two units, so that the links of Aho and Corasick (1975) would cost more to make than they save.
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
  /** All occurrences, overlapping ones included, ordered by start, shorter first. */
  find(text: string): Hit<V>[];
}

/** Builds the trie. A name listed twice yields a hit for each of its values, in their order. */
export const buildGazetteer = <V>(entries: Iterable<readonly [name: string, value: V]>): Gazetteer<V> => {
  const listed = [...entries].filter(([name]) => name.length > 0);
  const next = openTransitions(listed.reduce((n, [name]) => n + name.length, 0));
  /** What the states end, by the number of `ends`; 0 for nothing. */
  const outputs: V[][] = [[]];
  const ends: number[] = [0];

  for (const [name, value] of listed) {
    let state = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      let to = next.get(state, unit);
      if (to === 0) {
        to = ends.length;
        next.set(state, unit, to);
        ends.push(0);
      }
      state = to;
    }
    const known = ends[state] as number;
    if (known > 0) outputs[known]?.push(value);
    else {
      ends[state] = outputs.length;
      outputs.push([value]);
    }
  }

  const find = (text: string): Hit<V>[] => {
    const hits: Hit<V>[] = [];
    for (let start = 0; start < text.length; start++) {
      let state = next.get(0, text.charCodeAt(start));
      for (let end = start + 1; state !== 0; end++) {
        const output = ends[state] as number;
        if (output > 0) for (const value of outputs[output] as V[]) hits.push({ start, end, value });
        if (end === text.length) break;
        state = next.get(state, text.charCodeAt(end));
      }
    }
    return hits;
  };
  return { find };
};
