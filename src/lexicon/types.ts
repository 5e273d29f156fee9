/**
 * What a lexicon entry is, once read from YAML. An entry's kind follows from its leading key; its entity type from
 * the file it stands in (names/honour/village.yaml → Honour).
 */

import type { EntityType, RelationType, Status } from '../schema.js';
import type { Trie } from '../text/trie.js';

interface EntryBase {
  /** `topic.meaning`; for known names `type.name`. Written to the graph as the rule of what it found. */
  readonly id: string;
  /** file:line in the lexicon folder. */
  readonly where: string;
  readonly why?: string;
  /** Sentences with 【】 around what must be found; for triggers `sentence => subject relation object`. */
  readonly examples: readonly string[];
  /** Sentences in which this entry must find nothing; at least one. */
  readonly not: readonly string[];
}

/** A name known beforehand: 污水零直排区. */
export interface NameEntry extends EntryBase {
  readonly kind: 'name';
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Provinces where it is at home; empty: the whole country. */
  readonly scope: readonly string[];
  readonly grantor?: string;
  readonly level?: string;
}

/** Stems of titles; level words, regions, years and editions join them on the left: 省级+园林城镇. */
export interface TitleEntry extends EntryBase {
  readonly kind: 'title';
  readonly type: EntityType;
  readonly stems: readonly string[];
  readonly aliases: readonly string[];
  /** `required`: a title only beside a level word, region, year, edition or award verb. */
  readonly level: 'required' | 'optional';
  readonly grantor?: string;
  readonly program?: string;
}

/** Last words of open families of titles: …示范村, …金奖. */
export interface HeadEntry extends EntryBase {
  readonly kind: 'head';
  readonly type: EntityType;
  readonly heads: readonly string[];
  readonly level: 'required' | 'optional';
}

/** Last words of names whose left edge the sentence decides: …产业园, …有限公司. */
export interface SuffixEntry extends EntryBase {
  readonly kind: 'suffix';
  readonly type: EntityType;
  readonly suffixes: readonly string[];
  /** Least and most characters before the suffix. */
  readonly min: number;
  readonly max: number;
  /** `verb`: only after a verb such as 实施, 开展; `place`: only where a place, road or company is named in it. */
  readonly needs?: 'verb' | 'place';
  readonly altTypes: readonly EntityType[];
  readonly score: number;
}

/** Line of business that ends a company's short name: 恒远|精工. Needs proof around it. */
export interface TradeEntry extends EntryBase {
  readonly kind: 'trade';
  readonly type: EntityType;
  readonly trades: readonly string[];
}

/** Nouns after 等…: what stands in the list before them is of this type (甲、乙等3家企业). */
export interface CollectiveEntry extends EntryBase {
  readonly kind: 'collective';
  readonly type: EntityType;
  readonly nouns: readonly string[];
  readonly altTypes: readonly EntityType[];
}

/** Nouns behind a quotation that tell its type: “…”工程. */
export interface QuotedEntry extends EntryBase {
  readonly kind: 'quoted';
  readonly type: EntityType;
  readonly nouns: readonly string[];
  /** Whether the noun is part of the name. */
  readonly keep: boolean;
}

/** Verbs that state a relation. */
export interface TriggerEntry extends EntryBase {
  readonly kind: 'trigger';
  readonly relation: RelationType;
  readonly status?: Status;
  readonly triggers: readonly string[];
  /** Where the object stands: after the verb (实施A), before it (A投产), or either. */
  readonly object: 'after' | 'before' | 'either';
}

/** A class of words the engine knows: edges, levels, names that are none. */
export interface WordsEntry extends EntryBase {
  readonly kind: 'words';
  readonly words: readonly string[];
}

/** Names of headline figures, and their last words (…总产值), known beforehand. */
export interface IndicatorEntry extends EntryBase {
  readonly kind: 'indicator';
  readonly names: readonly string[];
}

/** What a figure is counted in: 元, 亩, 家. 万 and 亿 before it belong to the numeral. */
export interface UnitEntry extends EntryBase {
  readonly kind: 'unit';
  readonly units: readonly string[];
  /** Money and shares stand behind their name; counts and sizes may stand ahead of it (3家企业, 460亩用地). */
  readonly measure: Measure;
}

export const MEASURES = ['money', 'share', 'count', 'size', 'none'] as const;
export type Measure = (typeof MEASURES)[number];

export type Entry =
  | NameEntry
  | TitleEntry
  | HeadEntry
  | SuffixEntry
  | TradeEntry
  | CollectiveEntry
  | QuotedEntry
  | TriggerEntry
  | WordsEntry
  | IndicatorEntry
  | UnitEntry;

/** What is read from YAML and shipped as JSON. */
export interface Lexicon {
  readonly entries: readonly Entry[];
  /** Ids of the user's own entries: what they find is believed, however unlikely the model holds it. */
  readonly own?: readonly string[];
  /** What a text is searched with, where it has been compiled: of the built-in entries alone. */
  readonly tries?: LexiconTries;
}

/** Lists of names that are compiled to tries, in the order of the file. */
export const TRIE_NAMES = ['names', 'titles', 'indicators', 'scanned'] as const;
export type LexiconTries = Readonly<Record<(typeof TRIE_NAMES)[number], Trie>>;
