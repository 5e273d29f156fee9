/**
 * What the tagger looks at in a document beside its characters: words, names of places of the whole country, verbs of
 * relations around, lists. Made once a document; features and evidence read it.
 */
import type { Mention, Span } from '../../model.js';
import type { PlaceNameKind, PlaceNames } from '../../places/names.js';
import { itemsOf } from '../../text/enumeration.js';
import { matchesOf } from '../../text/matches.js';
import { openSegmentation, type Segmentation, type Words } from '../../words/index.js';
import { relationCode } from '../codes.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import type { Decision } from '../overlap.js';

/** A span of the folded text that is the name of a place somewhere in the country. */
export interface PlaceNameHit {
  readonly start: number;
  readonly end: number;
  readonly kind: PlaceNameKind;
}

/** A list 甲、乙和丙; the last item ends where a count or a verb begins. */
export interface List {
  readonly items: readonly Span[];
  /** Where the clause part that holds the list ends. */
  readonly end: number;
}

export interface Clues {
  readonly doc: Document;
  readonly engine: Engine;
  /** What the finders propose, and what they would decide alone. Empty where knowledge is left out. */
  readonly candidates: readonly Mention[];
  readonly rules: Decision;
  readonly words: Segmentation;
  readonly placeNames: readonly PlaceNameHit[];
  /** Of every character the relation of the nearest verb behind it in its clause, from 1; 0 for none. */
  readonly verbBehind: Uint8Array;
  readonly lists: readonly List[];
  /** Two to four characters before 村, 镇, 县 and the like anywhere in the report: what kinds of places they name, as bits. */
  readonly stems: ReadonlyMap<string, number>;
}

const MOST = 6;
const TAIL = /村|社区|镇|乡|街道|苏木|嘎查/g;
const LONGEST_STEM = 4;
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** 1 for what parts stretches; 和, 与, 至 part names, too. */
const PARTING = new Uint8Array(0x10000);
for (const c of `、,。;:“”()《》和与及至到的等${SPACES}`) PARTING[c.charCodeAt(0)] = 1;

/** Whether a village is spoken of here: 东坝|村民, 东坝|社区. */
const endsStem = (norm: string, at: number): boolean =>
  norm[at] === '村' || ((norm[at] === '社' || norm[at] === '片') && norm[at + 1] === '区');

const findPlaceNames = (norm: string, names: PlaceNames): PlaceNameHit[] => {
  const hits: PlaceNameHit[] = [];
  const look = (kind: PlaceNameKind, start: number, end: number) => {
    if (names.has(kind, norm, start, end)) hits.push({ start, end, kind });
  };
  for (const m of matchesOf(norm, TAIL)) {
    const end = m.index + m[0].length;
    for (let start = m.index - 1; start >= 0 && start >= m.index - MOST; start--) {
      look('village', start, end);
      look('town', start, end);
    }
  }
  const lookForStem = (start: number, end: number) => {
    if (end - start < 2 || end - start > LONGEST_STEM) return;
    look('villageStem', start, end);
    look('townStem', start, end);
  };
  for (let start = 0, end = 0; end <= norm.length; end++) {
    if (end < norm.length && PARTING[norm.charCodeAt(end)] === 0) continue;
    lookForStem(start, end);
    let at = start;
    while (at < end && at <= start + LONGEST_STEM && !endsStem(norm, at)) at++;
    if (at < end && at <= start + LONGEST_STEM) lookForStem(start, at);
    start = end + 1;
  }
  return hits;
};

const KIND_BITS: Readonly<Record<string, number>> = {
  村: 1,
  社区: 1,
  镇: 2,
  乡: 2,
  街道: 2,
  省: 4,
  市: 4,
  县: 4,
  区: 4,
};

/** A short name is understood where the full one stands: 东坝 beside 东坝村. */
const findStems = (norm: string): Map<string, number> => {
  const stems = new Map<string, number>();
  for (const { 0: tail, index } of norm.matchAll(/村|社区|镇|乡|街道|省|市|县|区/g))
    for (let length = 2; length <= 4 && length <= index; length++) {
      const stem = norm.slice(index - length, index);
      stems.set(stem, (stems.get(stem) ?? 0) | (KIND_BITS[tail] ?? 0));
    }
  return stems;
};

// What follows the last item of a list: 甲、乙|等3家, 甲、乙|相继竣工.
const CLOSE =
  /等|[两二三四五六七八九十\d]+(?:大|个|家|条|座|处|项|村|户|批|期|镇|社区)|均|都|先后|相继|分别|陆续|正在|已|竣工|投产|开工|建成|获|入选|被|成为|完成|落户|签约|加快|有序/;

const findLists = ({ norm, clauses }: Document): List[] =>
  clauses.flat().flatMap(([start, end]): List[] => {
    const clause = norm.slice(start, end);
    if (!/[、和及与]/.test(clause)) return [];
    const items = itemsOf(clause).map(([s, e]): Span => [start + s, start + e]);
    const last = items.at(-1);
    if (items.length < 2 || last === undefined) return [];
    const close = norm.slice(...last).match(CLOSE)?.index ?? 0;
    if (close >= 2) items[items.length - 1] = [last[0], last[0] + close];
    return [{ items, end: last[1] }];
  });

const verbsBehind = ({ norm, clauses, hits: { triggers } }: Document) => {
  const at = new Uint8Array(norm.length);
  const hits = [...triggers].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, value } of hits) if (at[start] === 0) at[start] = relationCode(value.relation);
  const behind = new Uint8Array(norm.length);
  for (const inSentence of clauses)
    for (const [start, end] of inSentence)
      for (let i = end - 1, last = 0; i >= start; i--) {
        behind[i] = last;
        last = (at[i] as number) || last;
      }
  return behind;
};

export const cluesOf = (
  doc: Document,
  engine: Engine,
  words: Words,
  names: PlaceNames,
  candidates: readonly Mention[],
  rules: Decision,
): Clues => {
  const segmentation = openSegmentation(doc.norm.length);
  for (const { span } of doc.sentences) words.segment(doc.norm, span[0], span[1], segmentation);
  return {
    doc,
    engine,
    candidates,
    rules,
    words: segmentation,
    placeNames: findPlaceNames(doc.norm, names),
    verbBehind: verbsBehind(doc),
    lists: findLists(doc),
    stems: findStems(doc.norm),
  };
};
