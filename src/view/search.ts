/**
 * Finds things by name, other name, pinyin and initials (青禾 · qinghe · qhz · qingh), and sentences by their words.
 *
 * Page and server both search with it, so it stands on nothing that only one of them has. A word is looked for in all
 * names, or all sentences, as one long text: the engine's own search goes through a million characters in about a
 * millisecond, where asking each of ten thousand names costs several.
 */
import type { GraphLabel } from '../model.js';
import type { PageData } from './page-data.js';
import { pinyinRank } from './pinyin-match.js';

export interface Hit {
  readonly node: number;
  /** How it was found: the lower the better. */
  readonly rank: number;
}

export interface TypeHits {
  readonly label: GraphLabel;
  /** Of this type in all; `hits` may be fewer. */
  readonly total: number;
  readonly hits: readonly Hit[];
}

export interface SentenceHit {
  readonly sentence: number;
  /** The facts that rest on it, stated ones before derived ones. */
  readonly facts: readonly number[];
}

export interface Found {
  /** Things and sentences in all. */
  readonly total: number;
  /** The type of the best hit first. */
  readonly types: readonly TypeHits[];
  readonly sentences: { readonly total: number; readonly hits: readonly SentenceHit[] };
}

export interface Limits {
  readonly perType: number;
  readonly sentences: number;
}

/** Many short texts as one, each behind a line break. */
interface Texts {
  readonly text: string;
  /** Where each begins; one more for the end. */
  readonly starts: Uint32Array;
}

export interface SearchIndex {
  readonly labels: readonly GraphLabel[];
  /** Place of each node among equals: towns first, then the best supported, then by id. */
  readonly order: Uint32Array;
  /** The nodes in that order. */
  readonly ordered: Uint32Array;
  readonly names: Texts;
  readonly aliases: Texts;
  readonly nodeOfAlias: Uint32Array;
  readonly syllables: readonly (readonly string[])[];
  readonly sentences: Texts;
  readonly factsOf: readonly (readonly number[])[];
}

const EXACT = 0;
const EXACT_ALIAS = 1;
const BEGINS = 2;
const CONTAINS = 3;
const ALIAS_CONTAINS = 4;
const PINYIN = 5;
/** What is pasted by mistake need not be looked for to its end. */
const LONGEST_QUERY = 100;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');

const textsOf = (items: readonly string[]): Texts => {
  const folded = items.map(fold);
  const starts = new Uint32Array(items.length + 1);
  let at = 0;
  folded.forEach((item, index) => {
    at += 1;
    starts[index] = at;
    at += item.length;
  });
  starts[items.length] = at + 1;
  return { text: folded.map((item) => `\n${item}`).join(''), starts };
};

/** Tells of every item that holds `word`, once, with where in the item it begins. */
const scan = ({ text, starts }: Texts, word: string, tell: (item: number, offset: number) => void): void => {
  let item = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    while ((starts[item + 1] ?? 0) <= at) item += 1;
    tell(item, at - (starts[item] ?? 0));
    at = text.indexOf(word, starts[item + 1] ?? text.length);
  }
};

const itemText = ({ text, starts }: Texts, item: number): string =>
  text.slice(starts[item], (starts[item + 1] ?? 1) - 1);

export const searchIndex = (data: PageData): SearchIndex => {
  const { nodes, edges, sentences } = data;
  const towns = new Set(data.towns);
  const sorted = nodes
    .map((_, index) => index)
    .sort((a, b) => {
      const [p, q] = [nodes[a], nodes[b]];
      if (p === undefined || q === undefined) return 0;
      return Number(towns.has(b)) - Number(towns.has(a)) || q.support - p.support || (p.id < q.id ? -1 : 1);
    });
  const order = new Uint32Array(nodes.length);
  sorted.forEach((node, place) => {
    order[node] = place;
  });
  const owned = nodes.flatMap(({ aliases = [] }, node) => aliases.map((alias) => ({ node, alias })));
  const factsOf: number[][] = sentences.map(() => []);
  const stated = edges.map((_, index) => index).filter((index) => !edges[index]?.derived);
  const derived = edges.map((_, index) => index).filter((index) => edges[index]?.derived);
  for (const fact of [...stated, ...derived]) {
    for (const sentence of new Set(edges[fact]?.evidence.map(([at]) => at))) factsOf[sentence]?.push(fact);
  }
  return {
    labels: nodes.map(({ label }) => label),
    order,
    ordered: Uint32Array.from(sorted),
    names: textsOf(nodes.map(({ name }) => name)),
    aliases: textsOf(owned.map(({ alias }) => alias)),
    nodeOfAlias: Uint32Array.from(owned, ({ node }) => node),
    syllables: nodes.map(({ pinyin }) => pinyin.split(' ')),
    sentences: textsOf(sentences.map(({ text }) => text)),
    factsOf,
  };
};

/** No way at all. */
const NOT_FOUND = 255;

/** How each node is found, best way first; every word of the query has to be in the name or in one other name. */
const ranksOf = (index: SearchIndex, words: readonly string[]): Uint8Array => {
  const ranks = new Uint8Array(index.order.length).fill(NOT_FOUND);
  const [word = '', ...others] = words;
  const holdsOthers = (texts: Texts, item: number): boolean =>
    others.length === 0 || others.every((other) => itemText(texts, item).includes(other));
  const isWhole = ({ starts }: Texts, item: number): boolean =>
    others.length === 0 && (starts[item + 1] ?? 0) - (starts[item] ?? 0) - 1 === word.length;
  scan(index.names, word, (node, offset) => {
    if (!holdsOthers(index.names, node)) return;
    ranks[node] = isWhole(index.names, node) ? EXACT : offset === 0 ? BEGINS : CONTAINS;
  });
  scan(index.aliases, word, (item) => {
    if (!holdsOthers(index.aliases, item)) return;
    const node = index.nodeOfAlias[item] ?? 0;
    const rank = isWhole(index.aliases, item) ? EXACT_ALIAS : ALIAS_CONTAINS;
    ranks[node] = Math.min(ranks[node] ?? NOT_FOUND, rank);
  });
  const letters = words.join('').replaceAll("'", '');
  if (!/^[a-z0-9]+$/.test(letters)) return ranks;
  for (let node = 0; node < ranks.length; node += 1) {
    if (ranks[node] !== NOT_FOUND) continue;
    const rank = pinyinRank(index.syllables[node] ?? [], letters);
    if (rank !== null) ranks[node] = PINYIN + rank;
  }
  return ranks;
};

/** Keeps the `most` smallest keys, in order. */
const keep = (keys: number[], key: number, most: number): void => {
  if (keys.length >= most && key >= (keys.at(-1) ?? 0)) return;
  let at = keys.length;
  while (at > 0 && (keys[at - 1] ?? 0) > key) at -= 1;
  keys.splice(at, 0, key);
  if (keys.length > most) keys.pop();
};

const NOTHING: Found = { total: 0, types: [], sentences: { total: 0, hits: [] } };

/** What the query finds: things by type, best first, then sentences; all are counted, `limits` of them returned. */
export const searchFor = (index: SearchIndex, query: string, limits: Limits): Found => {
  const words = fold(query.slice(0, LONGEST_QUERY)).trim().split(' ').filter(Boolean);
  if (words.length === 0) return NOTHING;
  const ranks = ranksOf(index, words);
  const size = index.order.length;
  const byType = new Map<GraphLabel, { total: number; keys: number[] }>();
  let things = 0;
  ranks.forEach((rank, node) => {
    const label = index.labels[node];
    if (rank === NOT_FOUND || label === undefined) return;
    const group = byType.get(label) ?? { total: 0, keys: [] };
    if (group.total === 0) byType.set(label, group);
    group.total += 1;
    things += 1;
    keep(group.keys, rank * size + (index.order[node] ?? 0), limits.perType);
  });
  const types = [...byType]
    .sort(([, a], [, b]) => (a.keys[0] ?? 0) - (b.keys[0] ?? 0))
    .map(([label, { total, keys }]) => ({
      label,
      total,
      hits: keys.map((key) => ({ node: index.ordered[key % size] ?? 0, rank: Math.floor(key / size) })),
    }));
  const [word = '', ...others] = words;
  const hits: SentenceHit[] = [];
  let total = 0;
  scan(index.sentences, word, (sentence) => {
    const text = others.length === 0 ? '' : itemText(index.sentences, sentence);
    if (!others.every((other) => text.includes(other))) return;
    total += 1;
    if (hits.length < limits.sentences) hits.push({ sentence, facts: index.factsOf[sentence] ?? [] });
  });
  return { total: things + total, types, sentences: { total, hits } };
};
