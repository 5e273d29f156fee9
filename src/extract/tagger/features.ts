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
export const PLACE_KINDS = { village: 1, town: 2, villageStem: 3, townStem: 4 } as const;

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

/** `SEEDS[template]`: what the value of a feature is mixed into. */
const SEEDS = Int32Array.from({ length: 64 }, (_, template) => mix(BASE, template));
/** Hashes a character may need; marks of knowledge come on top. */
const ROOM = 64;
const PAD = 3;

/** Grows as needed. */
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

export const featuresOf = (clues: Clues, withKnowledge: boolean): Features => {
  const { doc, words, verbBefore, verbBehind } = clues;
  const { norm, sentences, verbEnds, particleEnds, leadStarts } = doc;
  const codes = codesOf(norm);
  const out = new Hashes();
  const offsets = new Int32Array(norm.length + 1);
  const splits = new Int32Array(norm.length + 1);
  const { marks, ahead, listed } = markKnowledge(clues);
  /** Characters of a sentence and their classes with room for what lies outside it. */
  let padded = new Int32Array(0);
  let classes = new Uint8Array(0);
  let done = 0;

  for (const { span } of sentences) {
    const [from, to] = span;
    offsets.fill(out.length, done, from + 1);
    const length = to - from;
    if (padded.length < length + 2 * PAD) {
      padded = new Int32Array(2 * (length + 2 * PAD));
      classes = new Uint8Array(padded.length);
    }
    padded.fill(BORDER, 0, length + 2 * PAD);
    for (let i = 0; i < length; i++) padded[i + PAD] = codes[from + i] as number;
    for (let i = 0; i < length + 2 * PAD; i++) classes[i] = classOf(padded[i] as number);
    const at = (i: number): number => (i < from || i >= to ? BORDER : (codes[i] as number));
    let quote = -1;
    let quoteEnd = -1;
    let left = from - 1;
    let right = from - 1;
    for (let i = from; i < to; i++) {
      out.reserve(ROOM);
      offsets[i] = out.length;
      const k = i - from + PAD;
      const l3 = padded[k - 3] as number;
      const l2 = padded[k - 2] as number;
      const l1 = padded[k - 1] as number;
      const c = padded[k] as number;
      const r1 = padded[k + 1] as number;
      const r2 = padded[k + 2] as number;
      const r3 = padded[k + 3] as number;
      // Characters around.
      out.add(1, c);
      out.add(2, l1);
      out.add(3, l2);
      out.add(4, r1);
      out.add(5, r2);
      const l2l1 = mix(l2, l1);
      const l1c = mix(l1, c);
      const cr1 = mix(c, r1);
      const r1r2 = mix(r1, r2);
      out.add(6, l2l1);
      out.add(7, l1c);
      out.add(8, cr1);
      out.add(9, r1r2);
      out.add(10, mix(l1, r1));
      out.add(11, mix(l2l1, c));
      out.add(12, mix(l1c, r1));
      out.add(13, mix(cr1, r2));
      out.add(16, mix(mix(l3, l2), l1));
      out.add(17, mix(r1r2, r3));
      out.add(
        18,
        (classes[k - 2] as number) +
          8 *
            ((classes[k - 1] as number) +
              8 *
                ((classes[k] as number) + 8 * ((classes[k + 1] as number) + 8 * (classes[k + 2] as number)))),
      );
      // Quotation: where in it, how long, what stands before and behind it.
      if (c === OPEN) {
        quoteEnd = norm.indexOf('”', i);
        quote = quoteEnd < 0 || quoteEnd >= to ? -1 : i;
      }
      if (quote >= 0) {
        const place =
          i === quote ? 0 : i === quoteEnd ? 4 : (i === quote + 1 ? 1 : 2) + (i === quoteEnd - 1 ? 4 : 0);
        out.add(20, place);
        out.add(21, mix(place, bucket(quoteEnd - quote - 1)));
        out.add(22, mix(mix(place, at(quoteEnd + 1)), at(quoteEnd + 2)));
        out.add(23, mix(mix(place, at(quote - 2)), at(quote - 1)));
        if (i === quoteEnd) quote = -1;
      }
      // Separators on both sides: which, how far, what stands beside them.
      if (i > from && SEPARATOR.has(norm.charCodeAt(i - 1))) left = i - 1;
      if (right <= i) {
        right = i + 1;
        while (right < to && !SEPARATOR.has(norm.charCodeAt(right))) right++;
      }
      const l = Math.max(left, i - REACH);
      const r = Math.min(right, i + REACH);
      const atL = at(l);
      const atR = at(r);
      out.add(24, mix(atL, bucket(i - l)));
      out.add(25, mix(atR, bucket(r - i)));
      out.add(26, mix(atL, atR));
      out.add(27, mix(mix(at(r - 2), at(r - 1)), atR));
      out.add(28, mix(mix(atL, at(l + 1)), at(l + 2)));
      // Words: this one, the one before, the one behind.
      const tag = words.tags[i] as number;
      const here = tag * 64 + (words.classes[i] as number);
      const before = (words.starts[i] as number) - 1;
      const behind = words.ends[i] as number;
      const classBefore = before < from ? OUTSIDE : (words.classes[before] as number);
      const classBehind = behind >= to ? OUTSIDE : (words.classes[behind] as number);
      const tagBefore = i === from ? NO_TAG : (words.tags[i - 1] as number);
      const tagBehind = i + 1 === to ? NO_TAG : (words.tags[i + 1] as number);
      out.add(41, (tag * 16 + tagBefore) * 16 + tagBehind);
      const hereBefore = mix(here, classBefore);
      out.add(42, hereBefore);
      out.add(43, mix(here, classBehind));
      out.add(44, mix(hereBefore, classBehind));
      out.add(45, mix(tag, words.words[i] as number));
      out.add(46, mix(tag, before < from ? BORDER : (words.words[before] as number)));
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
      out.add(51, mix((verbBefore[i] as number) * 64 + (verbBehind[i] as number), atL));
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
  return { offsets, splits, hashes: out.list.subarray(0, out.length) };
};
