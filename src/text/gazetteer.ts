/**
 * Finds every name of a list in a text: a trie, walked from each offset. Hardly any walk goes beyond two units, so
 * that the links of Aho and Corasick (1975) would cost more to make than they save.
 */
import { buildTrie, openTrie, type Trie } from './trie.js';

export interface Hit<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

export interface Gazetteer<V> {
  /** All occurrences, overlapping ones included, ordered by start, shorter first. */
  find(text: string): Hit<V>[];
}

/**
 * A name listed twice yields a hit for each of its values, in their order. `trie`: that of the names, where it has been
 * built before.
 */
export const buildGazetteer = <V>(
  entries: Iterable<readonly [name: string, value: V]>,
  trie?: Trie,
): Gazetteer<V> => {
  const listed = [...entries];
  const walk = openTrie(trie ?? buildTrie(listed.map(([name]) => name)));
  return {
    find(text) {
      const hits: Hit<V>[] = [];
      walk(text, (start, end, name) => {
        hits.push({ start, end, value: (listed[name] as readonly [string, V])[1] });
      });
      return hits;
    },
  };
};
