/**
 * Everything that may be a name: what the finders and the tagger hold possible, and what the structure of the
 * document suggests. The scorer decides; a proposal too many costs time only.
 */
import type { Mention } from '../../model.js';
import type { EntityType } from '../../schema.js';
import { buildGazetteer } from '../../text/gazetteer.js';
import type { Segmentation } from '../../words/index.js';
import { typeCode } from '../codes.js';
import { sentenceAt } from '../document.js';
import type { Parts } from '../engine.js';
import type { Clues } from './clues.js';
import { countedFrom } from './counted.js';
import type { Tagged } from './lattice.js';

/** Who proposed a candidate, beside finders and tagger; the order is part of the model. */
export const SOURCES = ['item', 'suffix', 'words', 'prefix', 'again', 'quote', 'stem'] as const;
export type Source = (typeof SOURCES)[number];

export interface Candidate {
  readonly type: EntityType;
  /** Number of its type. */
  readonly code: number;
  readonly start: number;
  readonly end: number;
  /** Folded text of the span. */
  readonly name: string;
  readonly sentence: number;
  /** Probability by the tagger, 0 where it has none, and whether it is in the tagger's best reading. */
  p: number;
  best: boolean;
  /** What the finders say of this span and type. */
  readonly rules: Mention[];
  /** Whether the finders alone would keep it. */
  kept: boolean;
  /** Its place among all, in text order. */
  index: number;
  /** Who proposed it, by place in SOURCES, in the order they did. */
  readonly sources: number[];
}

const SHORTEST = 2;
const LONGEST = 40;
/** A name this probable lends its type to the other items of its list, and its spelling to the whole report. */
const LIKELY_ITEM = 0.3;
const LIKELY_NAME = 0.5;
/** A project this probable may begin with a company. */
const LIKELY_PROJECT = 0.2;
const MOST_WORDS = 4;
const SUFFIX_REACH = 18;
const BORDER = /[,。;:、“”()《》\n\s]/;
const HAN = /^\p{Script=Han}+$/u;

const OPEN = '“'.charCodeAt(0);
const CLOSE = '”'.charCodeAt(0);

/** Whether a name stands inside quotation marks, of which it is without; marks around a part of it stay. */
const isQuoted = (norm: string, start: number, end: number): boolean =>
  norm.charCodeAt(start) === OPEN &&
  norm.charCodeAt(end - 1) === CLOSE &&
  norm.indexOf('”', start) === end - 1;

const note = ({ sources }: Candidate, source: Source): void => {
  const code = SOURCES.indexOf(source);
  if (!sources.includes(code)) sources.push(code);
};

/** Collects candidates; the same span and type is one. */
class Pool {
  readonly all: Candidate[] = [];
  /** By where they start. */
  private readonly starting: (Candidate[] | undefined)[];

  constructor(private readonly clues: Clues) {
    this.starting = new Array(clues.doc.norm.length);
  }

  get(from: number, to: number, type: EntityType): Candidate | null {
    const { norm, sentences } = this.clues.doc;
    const quoted = isQuoted(norm, from, to);
    const start = quoted ? from + 1 : from;
    const end = quoted ? to - 1 : to;
    if (end <= start) return null;
    const held = this.held(start, end, type);
    if (held) return held;
    const sentence = sentenceAt(sentences, start);
    if (sentence < 0) return null;
    const made: Candidate = {
      type,
      code: typeCode(type),
      start,
      end,
      name: norm.slice(start, end),
      sentence,
      p: 0,
      best: false,
      rules: [],
      kept: false,
      index: 0,
      sources: [],
    };
    this.all.push(made);
    const beside = this.starting[start];
    if (beside) beside.push(made);
    else this.starting[start] = [made];
    return made;
  }

  propose(from: number, to: number, type: EntityType, source: Source): void {
    const length = isQuoted(this.clues.doc.norm, from, to) ? to - from - 2 : to - from;
    if (length < SHORTEST || length > LONGEST) return;
    const candidate = this.get(from, to, type);
    if (candidate) note(candidate, source);
  }

  /** Supports what is a candidate already: structure too common to propose by itself. */
  support(start: number, end: number, type: EntityType, source: Source): void {
    const candidate = this.held(start, end, type);
    if (candidate) note(candidate, source);
  }

  private held(start: number, end: number, type: EntityType): Candidate | undefined {
    const beside = this.starting[start];
    if (beside) for (const c of beside) if (c.end === end && c.type === type) return c;
    return undefined;
  }
}

/** Items of one list share their type. */
const proposeItems = ({ doc, lists }: Clues, pool: Pool): void => {
  const { norm, verbEnds } = doc;
  const starts = new Map<number, Candidate[]>();
  const ends = new Map<number, Candidate[]>();
  for (const c of pool.all) {
    if (c.p < LIKELY_ITEM && !c.kept) continue;
    starts.set(c.start, [...(starts.get(c.start) ?? []), c]);
    ends.set(c.end, [...(ends.get(c.end) ?? []), c]);
  }
  for (const { items } of lists) {
    const types = new Set<EntityType>();
    for (const [s, e] of items) {
      for (const c of ends.get(norm[e - 1] === '”' ? e - 1 : e) ?? []) if (c.start >= s) types.add(c.type);
      for (const c of starts.get(norm[s] === '“' ? s + 1 : s) ?? []) if (c.end <= e) types.add(c.type);
    }
    for (const type of types)
      items.forEach(([s, e], i) => {
        let from = s;
        // The first item may carry the verb of the list: 推进|甲、乙.
        if (i === 0) for (let at = s + 1; at <= e - 2; at++) if ((verbEnds[at] as number) >= s) from = at;
        pool.propose(from, e, type, 'item');
      });
  }
};

export const startsWord = ({ tags }: Segmentation, i: number): boolean => tags[i] === 0 || tags[i] === 3;

/** One to four words up to a word that ends names. */
const proposeSuffixed = (clues: Clues, pool: Pool): void => {
  const { doc } = clues;
  for (const { start, end, value } of doc.hits.suffixes) {
    const floor = doc.sentences[sentenceAt(doc.sentences, start)]?.span[0];
    if (floor === undefined) continue;
    let count = 0;
    for (
      let i = startsWord(clues.words, start) ? start - 1 : start;
      i >= floor && i > end - SUFFIX_REACH;
      i--
    ) {
      if (BORDER.test(doc.norm[i] as string)) break;
      if (!startsWord(clues.words, i)) continue;
      pool.propose(i, end, value.type, 'words');
      if (++count === MOST_WORDS) break;
    }
  }
};

/**
 * Stems of places the country knows, and two to four characters before 村, 镇 and the like. The latter only support: of
 * 3,191 that neither tagger nor finder held possible in the training texts none was a name.
 */
const proposePlaces = (clues: Clues, pool: Pool): void => {
  const { norm } = clues.doc;
  for (const m of norm.matchAll(/村|社区|镇|乡|街道/g))
    for (let start = m.index - 4; start <= m.index - 2; start++)
      if (start >= 0 && startsWord(clues.words, start) && HAN.test(norm.slice(start, m.index)))
        pool.support(
          start,
          m.index + m[0].length,
          m[0] === '村' || m[0] === '社区' ? 'Village' : 'Town',
          'suffix',
        );
  for (const { start, end, kind } of clues.placeNames)
    if (kind === 'villageStem' || kind === 'townStem')
      pool.propose(start, end, kind === 'villageStem' ? 'Village' : 'Town', 'stem');
};

/** 恒远精工|高端阀门生产线: a project may begin with who builds it. Of 6,684 that nothing else proposed 11 were names. */
const proposeOwners = (clues: Clues, pool: Pool): void => {
  for (const c of [...pool.all]) {
    if ((c.type !== 'Project' && c.type !== 'Park') || (c.p < LIKELY_PROJECT && c.rules.length === 0))
      continue;
    for (let i = c.start + 2; i < c.end && i <= c.start + 6; i++)
      if (startsWord(clues.words, i)) pool.support(c.start, i, 'Company', 'prefix');
  }
};

/** A name found safely once is known everywhere in the report. */
const proposeAgain = ({ doc }: Clues, pool: Pool): void => {
  const names = new Map<string, Set<EntityType>>();
  for (const c of pool.all)
    if (c.p >= LIKELY_NAME || c.kept) names.set(c.name, (names.get(c.name) ?? new Set()).add(c.type));
  for (const { start, end, value } of buildGazetteer(names).find(doc.norm))
    for (const type of value) pool.propose(start, end, type, 'again');
};

const proposeQuoted = ({ doc }: Clues, pool: Pool): void => {
  for (const m of doc.norm.matchAll(/“([^“”\n]{2,16})”/g))
    pool.propose(m.index + 1, m.index + m[0].length - 1, 'Program', 'quote');
};

/** Length of a name without what its list is counted as. */
const wholeLength = (name: string, type: EntityType): number => {
  const counted = countedFrom(name, type);
  return counted < SHORTEST ? name.length : counted;
};

/** In text order, longer ones first. */
export const proposalsOf = (clues: Clues, tagged: readonly Tagged[], parts: Parts): Candidate[] => {
  const pool = new Pool(clues);
  for (const { start, end, type, p, best } of tagged) {
    const c = pool.get(start, start + wholeLength(clues.doc.norm.slice(start, end), type), type);
    if (c === null) continue;
    c.p = Math.max(c.p, p);
    c.best ||= best;
  }
  for (const m of clues.candidates) pool.get(m.span[0], m.span[1], m.type)?.rules.push(m);
  for (const m of clues.rules.kept) {
    const c = pool.get(m.span[0], m.span[1], m.type);
    if (c === null) continue;
    c.kept = true;
    if (c.rules.length === 0) c.rules.push(m);
  }
  if (parts.document) proposeItems(clues, pool);
  if (parts.knowledge) {
    proposeSuffixed(clues, pool);
    proposePlaces(clues, pool);
  }
  proposeOwners(clues, pool);
  if (parts.document) proposeAgain(clues, pool);
  proposeQuoted(clues, pool);
  pool.all.sort((a, b) => a.start - b.start || b.end - a.end || a.code - b.code);
  pool.all.forEach((c, i) => {
    c.index = i;
  });
  return pool.all;
};
