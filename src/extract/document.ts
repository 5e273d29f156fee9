/**
 * A report made ready for the finders: folded text of the same length as the clean text, its sentences, and where
 * places and edge words stand in it.
 */
import type { Report, Sentence, Span } from '../model.js';
import type { Atlas } from '../read/atlas.js';
import { foldWidth } from '../text/width.js';
import type { Engine, Hits } from './engine.js';
import { findPlaces, type PlaceHit } from './find/places.js';

export interface Document {
  readonly report: Report;
  /** Width-folded clean text; same offsets. */
  readonly norm: string;
  readonly sentences: readonly Sentence[];
  /** `norm` without quotation marks, which may stand inside any known name. */
  readonly plain: PlainText;
  /** Of each sentence its stretches between , ; : and stops, in text order. */
  readonly clauses: readonly (readonly Span[])[];
  readonly places: readonly PlaceHit[];
  /** Suffixes, heads, trades, triggers and edge words. */
  readonly hits: Hits;
  /** For every offset, the start of the longest edge word of a class that ends there, or -1. */
  readonly verbEnds: Int32Array;
  readonly particleEnds: Int32Array;
  /** For every offset, the end of the longest edge word (verb or weak) that starts there, or -1. */
  readonly leadStarts: Int32Array;
  /** For every offset, the start of the longest region name that ends there, or -1. */
  readonly regionEnds: Int32Array;
}

export interface PlainText {
  readonly text: string;
  /** Offset in `norm` of every unit of `text`. */
  readonly offsets: Int32Array;
}

const withoutQuotes = (norm: string): PlainText => {
  const offsets = new Int32Array(norm.length + 1);
  let length = 0;
  let from = 0;
  const parts: string[] = [];
  for (const { index } of norm.matchAll(/[“”"‘’]/g)) {
    parts.push(norm.slice(from, index));
    for (let i = from; i < index; i++) offsets[length++] = i;
    from = index + 1;
  }
  parts.push(norm.slice(from));
  for (let i = from; i <= norm.length; i++) offsets[length++] = i;
  return { text: parts.join(''), offsets };
};

/**
 * A hit in the text without quotation marks → its span in `norm`: a mark that belongs to a part of the name comes
 * with its partner (新时代“枫桥经验”); null where the name straddles two quotations (“甲”“乙”).
 */
export const quotedSpan = ({ norm, plain }: Document, start: number, end: number): Span | null => {
  let from = plain.offsets[start] ?? 0;
  let to = (plain.offsets[end - 1] ?? 0) + 1;
  // Nothing was left out between its ends, so no mark stands there.
  if (to - from === end - start) return [from, to];
  const count = (mark: string) => norm.slice(from, to).split(mark).length - 1;
  if (count('“') > count('”') && norm[to] === '”') to++;
  if (count('”') > count('“') && norm[from - 1] === '“') from--;
  return count('“') === count('”') && !norm.slice(from, to).includes('”“') ? [from, to] : null;
};

const filled = (length: number): Int32Array => new Int32Array(length + 1).fill(-1);

export const openDocument = (report: Report, engine: Engine, atlas: Atlas): Document => {
  const norm = foldWidth(report.text);
  const verbEnds = filled(norm.length);
  const particleEnds = filled(norm.length);
  const leadStarts = filled(norm.length);
  const hits = engine.scan(norm);
  for (const { start, end, value } of hits.edges) {
    const ends = value === 'particle' ? particleEnds : value === 'verb' ? verbEnds : null;
    if (ends !== null && (ends[end] === -1 || start < (ends[end] ?? 0))) ends[end] = start;
    if (value !== 'particle') leadStarts[start] = Math.max(leadStarts[start] ?? -1, end);
  }
  const places = findPlaces(report, norm, verbEnds, engine, atlas);
  const regionEnds = filled(norm.length);
  for (const { span, type } of places) {
    if (type === 'Region' && (regionEnds[span[1]] === -1 || span[0] < (regionEnds[span[1]] ?? 0)))
      regionEnds[span[1]] = span[0];
  }
  return {
    report,
    norm,
    plain: withoutQuotes(norm),
    sentences: report.sentences,
    clauses: report.sentences.map((s) => clausesOf(norm, s.span)),
    places,
    hits,
    verbEnds,
    particleEnds,
    leadStarts,
    regionEnds,
  };
};

/** Index of the span (sorted, apart from each other) that an offset lies in; -1 for none. */
const indexAt = (count: number, spanOf: (index: number) => Span, offset: number): number => {
  let lo = 0;
  let hi = count - 1;
  while (lo <= hi) {
    const mid = (lo + hi) >> 1;
    const [start, end] = spanOf(mid);
    if (offset < start) hi = mid - 1;
    else if (offset >= end) lo = mid + 1;
    else return mid;
  }
  return -1;
};

/** Index of the sentence an offset lies in; -1 for none (blank lines). */
export const sentenceAt = (sentences: readonly Sentence[], offset: number): number =>
  indexAt(sentences.length, (i) => sentences[i]?.span ?? [0, 0], offset);

/** Where the clause of an offset begins; the offset itself between clauses. */
export const clauseStart = ({ sentences, clauses }: Document, offset: number): number => {
  const inSentence = clauses[sentenceAt(sentences, offset)] ?? [];
  return inSentence[indexAt(inSentence.length, (i) => inSentence[i] ?? [0, 0], offset)]?.[0] ?? offset;
};

const OPENS = 1;
const CLOSES = 2;
const STOPS = 3;
/** What a code unit does to clauses; 0 for nothing. */
const MARKS = new Uint8Array(0x10000);
for (const [kind, chars] of [
  [OPENS, '“(《'],
  [CLOSES, '”)》'],
  [STOPS, ',;:。!?'],
] as const)
  for (const char of chars) MARKS[char.charCodeAt(0)] = kind;

/** Clauses of a sentence: stretches between , ; : and the stop, quotation marks and brackets kept whole. */
const clausesOf = (norm: string, [start, end]: Span): Span[] => {
  const clauses: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const mark = MARKS[norm.charCodeAt(i)];
    if (mark === 0) continue;
    if (mark === OPENS) depth++;
    else if (mark === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth === 0 || norm[i] === '。') {
      if (i > from) clauses.push([from, i]);
      from = i + 1;
      depth = 0;
    }
  }
  if (end > from) clauses.push([from, end]);
  return clauses;
};
