/**
 * Clues → features of every character, the same in training and in reading. First what the text itself shows, then
 * what knowledge (finders, place list, lexicon) says of it; training leaves out the second now and then, so that the
 * tagger does not lean on it alone.
 */
import { ENTITY_TYPES, type EntityType } from '../../schema.js';
import { hashText, mix } from '../../text/hash.js';
import { perEngine } from '../engine.js';
import type { Clues } from './clues.js';
import { Marks } from './marks.js';
import { Sink } from './sink.js';

export interface Features {
  /** Of character i: `hashes[offsets[i] .. offsets[i + 1])`. */
  readonly offsets: Int32Array;
  /** Where the features of knowledge begin among those of a character. */
  readonly splits: Int32Array;
  readonly hashes: Int32Array;
}

/** Stands for what lies outside the sentence. */
const BORDER = 1;
const DIGIT = 48;
const LETTER = 97;
const OPEN = 0x201c;
const CLOSE = 0x201d;
const PAUSE = 0x3001;
const BASE = 0x7a67;
/** Separators are looked for this far to both sides. */
const REACH = 24;
/** A head word is felt this far to its left. */
const AHEAD = 16;

/** Digits are one character to the tagger, letters another. */
const codesOf = (norm: string): Uint16Array => {
  const codes = new Uint16Array(norm.length);
  for (let i = 0; i < norm.length; i++) {
    const c = norm.charCodeAt(i);
    const letter = (c | 32) >= 97 && (c | 32) <= 122;
    codes[i] = c >= 48 && c <= 57 ? DIGIT : letter ? LETTER : c === 10 ? BORDER : c;
  }
  return codes;
};

const classOf = (c: number): number => {
  if (c === DIGIT) return 1;
  if (c === LETTER) return 2;
  if (c >= 0x4e00 && c <= 0x9fff) return 3;
  if (c === OPEN || c === CLOSE) return 4;
  if (c === PAUSE) return 5;
  return c === BORDER ? 6 : 7;
};

const SEPARATOR = new Set([...',。;:、“”()《》'].map((c) => c.charCodeAt(0)));
const HEAD_ENDS = new Set([...',。;:、'].map((c) => c.charCodeAt(0)));

export const typeCode = (type: EntityType): number => ENTITY_TYPES.indexOf(type) + 1;

/** What kind of lexicon entry a rule is; rules of the code stand for themselves. */
export const kindOfRule = perEngine(
  (engine) => new Map(engine.lexicon.entries.map((entry) => [entry.id, hashText(entry.kind)])),
);

const bucket = (n: number): number => (n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : 8);

// Kinds of marks; those of candidates and of kept names carry the type as well.
const KEPT = 0x10000;
const HEAD = 0x20000;
const PLACE_NAME = 0x40000;
const VERB = 0x80000;
const PLACE_KINDS = { village: 1, town: 2, villageStem: 3, townStem: 4 } as const;

interface HeadHit {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Last words of names, and for every character the next one to its right: which, and how far. */
const markHeads = ({ doc, engine }: Clues, marks: Marks): Int32Array => {
  const { norm } = doc;
  const hits: HeadHit[] = [
    ...engine.suffixes.find(norm).map((h) => ({ ...h, value: typeCode(h.value.type) })),
    ...engine.heads.find(norm).map((h) => ({ ...h, value: 32 + typeCode(h.value.type) })),
    ...engine.trades.find(norm).map((h) => ({ ...h, value: 64 })),
  ].sort((a, b) => a.start - b.start || b.end - a.end || a.value - b.value);
  const ahead = new Int32Array(norm.length);
  for (const { start, end, value } of hits) {
    marks.span(start, end, HEAD + value);
    for (let i = start - 1; i >= 0 && start - i <= AHEAD && ahead[i] === 0; i--) {
      if (HEAD_ENDS.has(norm.charCodeAt(i))) break;
      ahead[i] = value * 16 + bucket(start - i);
    }
  }
  return ahead;
};

const markKnowledge = (clues: Clues): { marks: Marks; ahead: Int32Array; listed: Uint8Array } => {
  const { doc, engine, candidates, rules, placeNames } = clues;
  const marks = new Marks(doc.norm.length);
  const kinds = kindOfRule(engine);
  const listed = new Uint8Array(doc.norm.length);
  for (const { type, span, rule } of candidates) {
    const kind = (kinds.get(rule) ?? hashText(rule)) & 0x3ff;
    marks.span(span[0], span[1], typeCode(type) * 0x400 + kind);
    if (rule.endsWith('.listed')) listed.fill(typeCode(type), span[0], span[1]);
  }
  for (const { type, span } of rules.kept) marks.span(span[0], span[1], KEPT + typeCode(type));
  for (const { start, end, kind } of placeNames) marks.span(start, end, PLACE_NAME + PLACE_KINDS[kind]);
  const ahead = markHeads(clues, marks);
  for (const { start, end } of engine.triggers.find(doc.norm)) marks.span(start, end, VERB);
  return { marks, ahead, listed };
};

export const featuresOf = (clues: Clues, withKnowledge: boolean): Features => {
  const { doc, words, verbBefore, verbBehind } = clues;
  const { norm, sentences, verbEnds, particleEnds, leadStarts } = doc;
  const codes = codesOf(norm);
  const sink = new Sink();
  const offsets = new Int32Array(norm.length + 1);
  const splits = new Int32Array(norm.length + 1);
  const { marks, ahead, listed } = markKnowledge(clues);
  let done = 0;

  for (const { span } of sentences) {
    const [from, to] = span;
    offsets.fill(sink.length, done, from + 1);
    const at = (i: number): number => (i < from || i >= to ? BORDER : (codes[i] as number));
    const add = (template: number, value: number) => sink.add(BASE, template, value);
    // Tag and part of speech of the word at i.
    const tag = (i: number): number => (i < from || i >= to ? 9 : (words.tags[i] as number));
    const speech = (i: number): number => (i < from || i >= to ? 99 : (words.classes[i] as number));
    const word = (i: number): number => (i < from || i >= to ? BORDER : (words.words[i] as number));
    let quote = -1;
    let quoteEnd = -1;
    for (let i = from; i < to; i++) {
      offsets[i] = sink.length;
      const [l3, l2, l1, c, r1, r2, r3] = [
        at(i - 3),
        at(i - 2),
        at(i - 1),
        at(i),
        at(i + 1),
        at(i + 2),
        at(i + 3),
      ];
      // Characters around.
      add(1, c);
      add(2, l1);
      add(3, l2);
      add(4, r1);
      add(5, r2);
      add(6, mix(l2, l1));
      add(7, mix(l1, c));
      add(8, mix(c, r1));
      add(9, mix(r1, r2));
      add(10, mix(l1, r1));
      add(11, mix(mix(l2, l1), c));
      add(12, mix(mix(l1, c), r1));
      add(13, mix(mix(c, r1), r2));
      add(16, mix(mix(l3, l2), l1));
      add(17, mix(mix(r1, r2), r3));
      add(18, classOf(l2) + 8 * (classOf(l1) + 8 * (classOf(c) + 8 * (classOf(r1) + 8 * classOf(r2)))));
      // Quotation: where in it, how long, what stands before and behind it.
      if (c === OPEN) {
        quoteEnd = norm.indexOf('”', i);
        quote = quoteEnd < 0 || quoteEnd >= to ? -1 : i;
      }
      if (quote >= 0) {
        const place =
          i === quote ? 0 : i === quoteEnd ? 4 : (i === quote + 1 ? 1 : 2) + (i === quoteEnd - 1 ? 4 : 0);
        add(20, place);
        add(21, mix(place, bucket(quoteEnd - quote - 1)));
        add(22, mix(mix(place, at(quoteEnd + 1)), at(quoteEnd + 2)));
        add(23, mix(mix(place, at(quote - 2)), at(quote - 1)));
        if (i === quoteEnd) quote = -1;
      }
      // Separators on both sides: which, how far, what stands beside them.
      let l = i - 1;
      while (l >= from && i - l < REACH && !SEPARATOR.has(norm.charCodeAt(l))) l--;
      let r = i + 1;
      while (r < to && r - i < REACH && !SEPARATOR.has(norm.charCodeAt(r))) r++;
      add(24, mix(at(l), bucket(i - l)));
      add(25, mix(at(r), bucket(r - i)));
      add(26, mix(at(l), at(r)));
      add(27, mix(mix(at(r - 2), at(r - 1)), at(r)));
      add(28, mix(mix(at(l), at(l + 1)), at(l + 2)));
      // Words: this one, the one before, the one behind.
      const here = tag(i) * 64 + speech(i);
      const before = (words.starts[i] as number) - 1;
      const behind = words.ends[i] as number;
      add(41, (tag(i) * 16 + tag(i - 1)) * 16 + tag(i + 1));
      add(42, mix(here, speech(before)));
      add(43, mix(here, speech(behind)));
      add(44, mix(mix(here, speech(before)), speech(behind)));
      add(45, mix(tag(i), word(i)));
      add(46, mix(tag(i), word(before)));
      add(47, mix(tag(i), word(behind)));
      splits[i] = sink.length;
      if (!withKnowledge) continue;
      // Edge words that end or start here, and at the next character.
      add(
        30,
        ((verbEnds[i] as number) >= from ? 1 : 0) +
          ((verbEnds[i + 1] as number) >= from ? 2 : 0) +
          ((particleEnds[i] as number) >= from ? 4 : 0) +
          ((leadStarts[i] as number) >= 0 ? 8 : 0) +
          ((leadStarts[i + 1] as number) >= 0 ? 16 : 0),
      );
      add(51, mix((verbBefore[i] as number) * 64 + (verbBehind[i] as number), at(l)));
      add(52, mix(mix(verbBehind[i] as number, at(l)), at(r)));
      if (listed[i] !== 0) add(53, listed[i] as number);
      if (ahead[i] !== 0) add(34, ahead[i] as number);
      for (let k = marks.first[i] as number; k >= 0; k = marks.next[k] as number)
        add(35, marks.values[k] as number);
    }
    done = to;
  }
  offsets.fill(sink.length, done);
  return { offsets, splits, hashes: sink.hashes.subarray(0, sink.length) };
};
