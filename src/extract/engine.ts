/**
 * Lexicon → lookup structures, made once per run. The lexicon says what to look for; the finders beside this file
 * only interpret it.
 */
import type {
  CollectiveEntry,
  HeadEntry,
  IndicatorEntry,
  Lexicon,
  NameEntry,
  QuotedEntry,
  SuffixEntry,
  TitleEntry,
  TradeEntry,
  TriggerEntry,
  UnitEntry,
} from '../lexicon/types.js';
import type { PlaceNames } from '../places/names.js';
import { buildGazetteer, type Gazetteer, type Hit } from '../text/gazetteer.js';
import type { Words } from '../words/index.js';
import { kept } from './kept.js';
import type { Model } from './tagger/model.js';

/** Word classes the engine asks for, by the id of their entry in words/*.yaml. */
export const WORD_CLASSES = [
  'edge.verb',
  'edge.weak',
  'edge.particle',
  'level.word',
  'award.verb',
  'program.verb',
  'not-name',
  'straddle',
  'stage.adverb',
  'stage.closing',
  'generic.modifier',
  'place.not-start',
  'place.not-end',
  'surname',
  'status.denied',
  'status.candidate',
  'status.ongoing',
  'status.finished',
  'indicator.lead',
  'indicator.tail',
  'indicator.whole',
  'indicator.light',
  'indicator.carry',
  'indicator.bare',
  'indicator.stop',
  'growth.up',
  'growth.down',
  'growth.lead',
  'figure.about',
  'status.estimated',
  'status.target',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** Parts of the reading that can be left out, so that what each adds can be shown. */
export interface Parts {
  /** Finders by place list and lexicon, and what the model learned of them. */
  readonly knowledge: boolean;
  readonly model: boolean;
  /** Lists, repetition, the same name elsewhere in the report. */
  readonly document: boolean;
}
export const ALL_PARTS: Parts = { knowledge: true, model: true, document: true };
/** Place list and lexicon as they stand, without the model's judgement. */
export const RULES_ALONE: Parts = { ...ALL_PARTS, model: false };

/** Everything but the parts named. */
export const partsWithout = (left: readonly (keyof Parts)[] = []): Parts => ({
  knowledge: !left.includes('knowledge'),
  model: !left.includes('model'),
  document: !left.includes('document'),
});

/** The learned part with what it looks words and places up in. */
export interface Tagger {
  readonly model: Model;
  readonly words: Words;
  readonly placeNames: PlaceNames;
}

export interface Engine {
  readonly lexicon: Lexicon;
  /** Null where names are found by rules alone. */
  readonly tagger: Tagger | null;
  readonly parts: Parts;
  /** Ids of the user's own entries. */
  readonly own: ReadonlySet<string>;
  readonly names: Gazetteer<NameEntry>;
  readonly titles: Gazetteer<TitleEntry>;
  readonly collectives: readonly CollectiveEntry[];
  readonly quoted: readonly QuotedEntry[];
  readonly words: Readonly<Record<WordClass, ReadonlySet<string>>>;
  readonly indicators: Gazetteer<IndicatorEntry>;
  /** Entry by unit: 元 → money. */
  readonly units: ReadonlyMap<string, UnitEntry>;
  /** Edge words, suffixes, heads, trades and triggers of a text, in one pass. */
  scan(norm: string): Hits;
}

export type EdgeClass = 'verb' | 'weak' | 'particle';

/** What stands where in a text; each list ordered by start, shorter first. */
export interface Hits {
  readonly edges: readonly Hit<EdgeClass>[];
  readonly suffixes: readonly Hit<SuffixEntry>[];
  readonly heads: readonly Hit<HeadEntry>[];
  readonly trades: readonly Hit<TradeEntry>[];
  readonly triggers: readonly Hit<TriggerEntry>[];
}

/** Alternation of literal words for a pattern, longest first. */
export const alternation = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

/** Patterns and tables of an engine, made once for each. */
export const perEngine = <T>(derive: (engine: Engine) => T): ((engine: Engine) => T) => kept(derive);

/** Of every list of Hits a word and what it stands for. */
type Listed = {
  [K in keyof Hits]: { readonly list: K; readonly value: Hits[K][number]['value'] };
}[keyof Hits];

const scanner = (gazetteer: Gazetteer<Listed>): Engine['scan'] => {
  return (norm) => {
    const hits: { readonly [K in keyof Hits]: Hits[K][number][] } = {
      edges: [],
      suffixes: [],
      heads: [],
      trades: [],
      triggers: [],
    };
    for (const { start, end, value } of gazetteer.find(norm))
      (hits[value.list] as Hit<Listed['value']>[]).push({ start, end, value: value.value });
    return hits;
  };
};

type Kind = Lexicon['entries'][number]['kind'];
const entriesOf = <K extends Kind>({ entries }: Lexicon, kind: K) =>
  entries.filter((e): e is Extract<Lexicon['entries'][number], { kind: K }> => e.kind === kind);

const wordsOf = (lexicon: Lexicon): Record<WordClass, ReadonlySet<string>> => {
  const all = entriesOf(lexicon, 'words');
  return Object.fromEntries(
    WORD_CLASSES.map((c) => [
      c,
      new Set(all.filter((e) => e.id === c || e.id.startsWith(`${c}.`)).flatMap((e) => e.words)),
    ]),
  ) as unknown as Record<WordClass, ReadonlySet<string>>;
};

/** What is looked up in texts, each name with what it stands for; compile.ts makes a trie of each list. */
export const namesOf = (lexicon: Lexicon, words = wordsOf(lexicon)) => {
  const of = <K extends Kind>(kind: K) => entriesOf(lexicon, kind);
  const names = of('name').flatMap((e) => [e.name, ...e.aliases].map((n) => [n, e] as const));
  const titles = of('title').flatMap((e) => [...e.stems, ...e.aliases].map((s) => [s, e] as const));
  const indicators = of('indicator').flatMap((e) => e.names.map((n) => [n, e] as const));
  const scanned: (readonly [string, Listed])[] = [
    ...(['verb', 'weak', 'particle'] as const).flatMap((value) =>
      [...words[`edge.${value}`]].map((word) => [word, { list: 'edges', value }] as const),
    ),
    ...of('suffix').flatMap((value) => value.suffixes.map((s) => [s, { list: 'suffixes', value }] as const)),
    ...of('head').flatMap((value) => value.heads.map((h) => [h, { list: 'heads', value }] as const)),
    ...of('trade').flatMap((value) => value.trades.map((t) => [t, { list: 'trades', value }] as const)),
    ...of('trigger').flatMap((value) => value.triggers.map((t) => [t, { list: 'triggers', value }] as const)),
  ];
  return { names, titles, indicators, scanned };
};

export const buildEngine = (
  lexicon: Lexicon,
  tagger: Tagger | null = null,
  parts: Parts = ALL_PARTS,
): Engine => {
  const words = wordsOf(lexicon);
  const { names, titles, indicators, scanned } = namesOf(lexicon, words);
  const { tries } = lexicon;
  return {
    lexicon,
    tagger: parts.model ? tagger : null,
    parts,
    own: new Set(lexicon.own ?? []),
    names: buildGazetteer(names, tries?.names),
    titles: buildGazetteer(titles, tries?.titles),
    collectives: entriesOf(lexicon, 'collective'),
    quoted: entriesOf(lexicon, 'quoted'),
    indicators: buildGazetteer(indicators, tries?.indicators),
    units: new Map(entriesOf(lexicon, 'unit').flatMap((e) => e.units.map((u) => [u, e] as const))),
    words,
    scan: scanner(buildGazetteer(scanned, tries?.scanned)),
  };
};
