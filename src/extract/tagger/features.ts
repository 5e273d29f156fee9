/**
 * Clues → features of every character, the same in training and in reading. First what the text itself shows, then
 * what knowledge (finders, place list, lexicon) says of it; training leaves out the second now and then, so that the
 * tagger does not lean on it alone.
 */
import { hashText, mix } from '../../text/hash.js';
import { typeCode } from '../codes.js';
import { perEngine } from '../engine.js';
import type { Clues } from './clues.js';
import { Marks } from './marks.js';

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
const BASE = 0x7a67;
/** Tag and part of speech of what lies outside the sentence. */
const NO_TAG = 9;
const OUTSIDE = 99;
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

const SEPARATOR = new Uint8Array(0x10000);
for (const c of ',。;:、“”()《》') SEPARATOR[c.charCodeAt(0)] = 1;
const HEAD_ENDS = new Set([...',。;:、'].map((c) => c.charCodeAt(0)));

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
export const PLACE_KINDS = { village: 1, town: 2, villageStem: 3, townStem: 4 } as const;

interface HeadHit {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Last words of names, and for every character the next one to its right: which, and how far. */
const markHeads = ({ doc }: Clues, marks: Marks): Int32Array => {
  const { norm } = doc;
  const hits: HeadHit[] = [
    ...doc.hits.suffixes.map((h) => ({ ...h, value: typeCode(h.value.type) })),
    ...doc.hits.heads.map((h) => ({ ...h, value: 32 + typeCode(h.value.type) })),
    ...doc.hits.trades.map((h) => ({ ...h, value: 64 })),
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
  for (const { start, end } of doc.hits.triggers) marks.span(start, end, VERB);
  return { marks, ahead, listed };
};

/** `SEEDS[template]`: what the value of a feature is mixed into. */
const SEEDS = Int32Array.from({ length: 64 }, (_, template) => mix(BASE, template));
/** Hashes a character may need; marks of knowledge come on top. */
const ROOM = 32;

/** Grows as needed, is used again. */
class Hashes {
  list = new Int32Array(1 << 16);
  length = 0;

  reserve(more: number): void {
    if (this.length + more <= this.list.length) return;
    const list = new Int32Array(2 * (this.length + more));
    list.set(this.list);
    this.list = list;
  }

  add(template: number, value: number): void {
    this.list[this.length++] = mix(SEEDS[template] as number, value);
  }
}

const scratch = new Hashes();

export const featuresOf = (clues: Clues, withKnowledge: boolean): Features => {
  const { doc, words, verbBehind } = clues;
  const { norm, sentences, verbEnds, particleEnds, leadStarts } = doc;
  const codes = codesOf(norm);
  const out = scratch;
  out.length = 0;
  const offsets = new Int32Array(norm.length + 1);
  const splits = new Int32Array(norm.length + 1);
  const { marks, ahead, listed } = markKnowledge(clues);
  let done = 0;

  for (const { span } of sentences) {
    const [from, to] = span;
    offsets.fill(out.length, done, from + 1);
    const at = (i: number): number => (i < from || i >= to ? BORDER : (codes[i] as number));
    let quote = -1;
    let quoteEnd = -1;
    let left = from - 1;
    let right = from - 1;
    for (let i = from; i < to; i++) {
      out.reserve(ROOM);
      offsets[i] = out.length;
      // Characters around.
      const l2 = at(i - 2);
      const l1 = at(i - 1);
      const c = codes[i] as number;
      const r1 = at(i + 1);
      const r2 = at(i + 2);
      out.add(1, c);
      out.add(2, l1);
      out.add(3, l2);
      out.add(4, r1);
      out.add(5, r2);
      out.add(6, mix(l2, l1));
      out.add(7, mix(l1, c));
      out.add(8, mix(c, r1));
      out.add(9, mix(r1, r2));
      // Where in a quotation.
      if (c === OPEN) {
        quoteEnd = norm.indexOf('”', i);
        quote = quoteEnd < 0 || quoteEnd >= to ? -1 : i;
      }
      if (quote >= 0) {
        const place =
          i === quote ? 0 : i === quoteEnd ? 4 : (i === quote + 1 ? 1 : 2) + (i === quoteEnd - 1 ? 4 : 0);
        out.add(20, place);
        if (i === quoteEnd) quote = -1;
      }
      // The separators on both sides, and what ends before the next one.
      if (i > from && SEPARATOR[norm.charCodeAt(i - 1)] === 1) left = i - 1;
      if (right <= i) {
        right = i + 1;
        while (right < to && SEPARATOR[norm.charCodeAt(right)] === 0) right++;
      }
      const atL = at(Math.max(left, i - REACH));
      const r = Math.min(right, i + REACH);
      const atR = at(r);
      out.add(27, mix(mix(at(r - 2), at(r - 1)), atR));
      // Words: this one, the one before, the one behind.
      const tag = words.tags[i] as number;
      const before = (words.starts[i] as number) - 1;
      const behind = words.ends[i] as number;
      const tagBefore = i === from ? NO_TAG : (words.tags[i - 1] as number);
      const tagBehind = i + 1 === to ? NO_TAG : (words.tags[i + 1] as number);
      out.add(41, (tag * 16 + tagBefore) * 16 + tagBehind);
      out.add(
        42,
        mix(
          tag * 64 + (words.classes[i] as number),
          before < from ? OUTSIDE : (words.classes[before] as number),
        ),
      );
      out.add(45, mix(tag, words.words[i] as number));
      out.add(47, mix(tag, behind >= to ? BORDER : (words.words[behind] as number)));
      splits[i] = out.length;
      if (!withKnowledge) continue;
      // Edge words that end or start here, and at the next character.
      out.add(
        30,
        ((verbEnds[i] as number) >= from ? 1 : 0) +
          ((verbEnds[i + 1] as number) >= from ? 2 : 0) +
          ((particleEnds[i] as number) >= from ? 4 : 0) +
          ((leadStarts[i] as number) >= 0 ? 8 : 0) +
          ((leadStarts[i + 1] as number) >= 0 ? 16 : 0),
      );
      out.add(52, mix(mix(verbBehind[i] as number, atL), atR));
      if (listed[i] !== 0) out.add(53, listed[i] as number);
      if (ahead[i] !== 0) out.add(34, ahead[i] as number);
      for (let m = marks.first[i] as number; m >= 0; m = marks.next[m] as number) {
        out.reserve(1);
        out.add(35, marks.values[m] as number);
      }
    }
    done = to;
  }
  offsets.fill(out.length, done);
  return { offsets, splits, hashes: out.list.slice(0, out.length) };
};
