/**
 * Finds things by name, by other name, by pinyin and by the initials of the pinyin: 青禾 · qinghe · qhz.
 *
 * Pinyin comes with the data: a dictionary would make the page ten times as heavy. A scan over some thousand
 * names takes about a millisecond, so there is no index to keep.
 */
import { at, type Data } from './data.js';

export interface Hit {
  readonly node: number;
  /** How it was found: the lower the better. */
  readonly rank: number;
}

/** At most `limit` hits, best first: how it was found, then how well it is supported, then name. */
export const find = (data: Data, query: string, limit: number): { hits: readonly Hit[]; total: number } => {
  const text = query.normalize('NFKC').trim().toLowerCase();
  if (text === '') return { hits: [], total: 0 };
  const hits: Hit[] = [];
  data.nodes.forEach((node, index) => {
    const rank = rankOf(node.name, node.aliases ?? [], node.pinyin, text);
    if (rank !== null) hits.push({ node: index, rank });
  });
  const towns = new Set(data.towns);
  hits.sort((p, q) => {
    const a = at(data.nodes, p.node);
    const b = at(data.nodes, q.node);
    return (
      p.rank - q.rank ||
      Number(towns.has(q.node)) - Number(towns.has(p.node)) ||
      b.support - a.support ||
      (a.id < b.id ? -1 : 1)
    );
  });
  return { hits: hits.slice(0, limit), total: hits.length };
};

const rankOf = (name: string, aliases: readonly string[], pinyin: string, text: string): number | null => {
  const own = name.toLowerCase();
  if (own === text) return 0;
  if (own.startsWith(text)) return 1;
  if (own.includes(text)) return 2;
  if (aliases.some((alias) => alias.toLowerCase().includes(text))) return 3;
  const letters = text.replaceAll(/[\s']/g, '');
  if (!/^[a-z0-9]+$/.test(letters)) return null;
  return pinyinRank(pinyin.split(' '), letters);
};

/** 4 and 5: syllables from the first, from a later one; 6 and 7: the same with initials. */
const pinyinRank = (syllables: readonly string[], letters: string): number | null => {
  for (let from = 0; from < syllables.length; from += 1) {
    if (syllables.slice(from).join('').startsWith(letters)) return from === 0 ? 4 : 5;
  }
  const found = syllables
    .map((syllable) => syllable[0] ?? '')
    .join('')
    .indexOf(letters);
  return found < 0 ? null : found === 0 ? 6 : 7;
};
