/**
 * What speaks for and against a candidate: probabilities of the tagger, what the finders say, its shape and words, the
 * words beside it, the same name elsewhere, the other items of its list. Each piece is a template and a value; the
 * scorer knows a weight for each, by type.
 */
import { hashText, mix } from '../../text/hash.js';
import { type Parts, perEngine } from '../engine.js';
import { bucketP, lengthClass } from './buckets.js';
import type { Clues } from './clues.js';
import { addDocumentEvidence } from './document-evidence.js';
import { kindOfRule } from './features.js';
import { type Candidate, startsWord } from './proposals.js';
import type { Sink } from './sink.js';
import { rivalsOf, type Surroundings, WHERE } from './surroundings.js';

const SEED = 0x5bd1;
const GENERAL = 99;
const OUTSIDE = 1;
const VERB_CLASS = 6;
// Not the last character, which is the village’s or town’s own.
const HIGHER_PLACE = /.[镇乡县市区].+/u;
const PARTICLES: ReadonlySet<number> = new Set([...'了的将把被已在为与和及'].map((c) => c.charCodeAt(0)));
const SURE = 0.5;
const OPEN = '“'.charCodeAt(0);
const CLOSE = '”'.charCodeAt(0);

/** What a character says of the shape of a name. */
const OPENS = 1;
const CLOSES = 2;
const STOPS = 3;
const PAUSES = 4;
const SHAPES = new Uint8Array(0x10000);
for (const [kind, characters] of [
  [OPENS, '“(《'],
  [CLOSES, '”)》'],
  [STOPS, ',。;:'],
  [PAUSES, '、'],
] as const)
  for (const c of characters) SHAPES[c.charCodeAt(0)] = kind;

/** What kinds of characters a name holds. */
const shapeOf = (name: string) => {
  const counts = [0, 0, 0, 0, 0];
  let letter = false;
  let digit = false;
  let particle = false;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit >= 48 && unit <= 57) digit = true;
    else if ((unit | 32) >= 97 && (unit | 32) <= 122 && unit < 128) letter = true;
    else {
      const kind = SHAPES[unit] as number;
      counts[kind] = (counts[kind] as number) + 1;
      if (kind === 0 && i > 0 && i < name.length - 1 && PARTICLES.has(unit)) particle = true;
    }
  }
  const [, opened = 0, closed = 0, stops = 0, pauses = 0] = counts;
  return { opened, closed, stop: stops > 0, pause: pauses > 0, letter, digit, particle };
};

interface RuleCode {
  readonly id: number;
  readonly kind: number;
}

/** Hashes of rules and of their kinds, each computed once. */
const ruleCodes = perEngine((engine) => {
  const kinds = kindOfRule(engine);
  const known = new Map<string, RuleCode>();
  return (rule: string): RuleCode => {
    let code = known.get(rule);
    if (code === undefined) {
      const id = hashText(rule);
      code = { id, kind: kinds.get(rule) ?? id };
      known.set(rule, code);
    }
    return code;
  };
});
const NAME_KIND = hashText('name');
const TITLE_KIND = hashText('title');

/** What a candidate shows by itself: tagger, finders, shape, words in it and beside it. */
export const addOwnEvidence = (
  clues: Clues,
  surroundings: Surroundings,
  c: Candidate,
  parts: Parts,
  sink: Sink,
): void => {
  const { doc, words, engine } = clues;
  const { norm } = doc;
  const [from, to] = doc.sentences[c.sentence]?.span ?? [0, norm.length];
  const own = mix(SEED, c.code);
  const any = mix(SEED, GENERAL);
  sink.about(own);
  const char = (i: number): number => (i < from || i >= to ? OUTSIDE : norm.charCodeAt(i));
  const b = bucketP(c.p);

  sink.add(0, 0);
  sink.add(1, b);
  sink.add(2, c.best ? 1 : 0);

  // Finders and structure.
  if (c.rules.length === 0) sink.add(30, b);
  else {
    const codeOf = ruleCodes(engine);
    const seen: number[] = [];
    for (const { rule, score } of c.rules) {
      const { id, kind } = codeOf(rule);
      if (!seen.includes(kind)) {
        seen.push(kind);
        sink.add(31, kind);
        sink.add(32, mix(kind, b));
        sink.add(33, mix(kind, c.kept ? 1 : 0));
      }
      sink.add(kind === NAME_KIND || kind === TITLE_KIND ? 35 : 34, id);
      if (kind === NAME_KIND) sink.add(36, Math.round(score / 5));
    }
  }
  sink.add(37, c.kept ? 1 : 0);
  sink.add(38, (c.kept ? 16 : 0) + b);
  for (const source of c.sources) sink.add(39, source * 16 + b);
  if (c.sources.length > 0 && c.rules.length === 0 && c.p === 0) sink.add(29, 0);

  // Shape.
  const { name } = c;
  const shape = shapeOf(name);
  sink.add(40, lengthClass(name.length));
  sink.add(41, shape.opened === shape.closed ? 0 : shape.opened > shape.closed ? 1 : 2);
  sink.add(42, shape.stop ? 2 : shape.pause ? 1 : 0);
  sink.add(43, shape.letter ? 1 : 0);
  sink.add(44, shape.digit ? 1 : 0);
  const quotedLeft = c.start > 0 && norm.charCodeAt(c.start - 1) === OPEN;
  const quotedRight = c.end < norm.length && norm.charCodeAt(c.end) === CLOSE;
  sink.add(45, (quotedLeft ? 1 : 0) + (quotedRight ? 2 : 0));
  sink.add(46, shape.particle ? 1 : 0);

  if (WHERE.has(c.type)) sink.add(101, HIGHER_PLACE.test(name) ? 1 : 0);

  // Words in it and beside it.
  const last = c.end - 1;
  sink.add(
    50,
    (startsWord(words, c.start) ? 2 : 0) + (c.end >= norm.length || startsWord(words, c.end) ? 1 : 0),
  );
  sink.add(51, words.words[last] as number);
  sink.add(52, words.words[c.start] as number);
  const left = c.start - 1 >= from;
  const right = c.end < to;
  sink.add(53, left ? (words.words[c.start - 1] as number) : OUTSIDE);
  sink.add(54, right ? (words.words[c.end] as number) : OUTSIDE);
  sink.add(55, left ? (words.classes[c.start - 1] as number) : 60);
  sink.add(56, right ? (words.classes[c.end] as number) : 60);
  sink.add(57, words.classes[c.start] as number);
  sink.add(58, words.classes[last] as number);
  sink.add(59, char(c.start - 1));
  sink.add(60, char(c.end));
  sink.add(61, mix(char(c.start - 2), char(c.start - 1)));
  sink.add(62, mix(char(c.end), char(c.end + 1)));
  sink.add(63, mix(char(c.end - 2), char(last)));
  sink.add(64, char(last));
  sink.add(65, mix(char(c.start), char(c.start + 1)));
  sink.addAbout(any, 66, mix(char(c.start - 1), char(c.end)));
  sink.add(67, mix(words.classes[c.start] as number, words.classes[last] as number));
  let wordCount = 0;
  let verbs = 0;
  let edges = 0;
  for (let i = c.start; i < c.end; i++) {
    if (startsWord(words, i)) {
      wordCount++;
      if (i > c.start && words.classes[i] === VERB_CLASS) verbs++;
    }
    if (i > c.start && (doc.verbEnds[i] as number) >= c.start) edges++;
  }
  sink.add(68, Math.min(wordCount, 7));
  sink.add(69, Math.min(verbs, 3));
  if (parts.knowledge) {
    sink.add(70, Math.min(edges, 2));
    sink.add(71, (doc.verbEnds[c.start] as number) >= from ? 1 : 0);
    sink.add(72, (doc.leadStarts[c.start] as number) > c.start ? 1 : 0);
    sink.add(102, surroundings.placeEnds.get(c.start) ?? 0);
    sink.add(103, surroundings.placeStarts.get(c.end) ?? 0);
    const kind = surroundings.placeKindAt.get(c.start * 4096 + (c.end - c.start));
    if (kind !== undefined) sink.add(97, kind);
  }
};

/** What stands against it or with it: rivals in its sentence, the same name and the other items of its list. */
export const addOtherEvidence = (
  clues: Clues,
  surroundings: Surroundings,
  c: Candidate,
  parts: Parts,
  sink: Sink,
): void => {
  const own = mix(SEED, c.code);
  const any = mix(SEED, GENERAL);
  sink.about(own);
  const b = bucketP(c.p);

  let same = 0;
  let sameType = 0;
  let inner = 0;
  let outer = 0;
  let cross = 0;
  for (const o of rivalsOf(surroundings, c)) {
    const { code } = o;
    const strong = o.p > SURE || o.kept;
    const where = code * 8 + (o.start === c.start ? 1 : o.end === c.end ? 2 : 3) + (o.kept ? 4 : 0);
    if (o.start === c.start && o.end === c.end) {
      if (o.p > same) {
        same = o.p;
        sameType = code;
      }
      sink.add(10, code * 2 + (o.rules.length > 0 ? 1 : 0));
    } else if (o.start >= c.start && o.end <= c.end) {
      inner = Math.max(inner, o.p);
      if (code === c.code) sink.add(11, bucketP(o.p));
      if (strong) sink.add(12, where);
    } else if (o.start <= c.start && o.end >= c.end) {
      outer = Math.max(outer, o.p);
      if (code === c.code) sink.add(13, bucketP(o.p));
      if (strong) sink.add(14, where);
    } else {
      cross = Math.max(cross, o.p);
      if (strong) sink.add(15, code);
    }
  }
  sink.add(16, bucketP(same));
  sink.add(17, sameType * 16 + bucketP(same));
  sink.add(18, bucketP(cross));
  sink.add(19, bucketP(outer));
  sink.addAbout(any, 20, b * 16 + bucketP(Math.max(cross, outer, inner)));

  if (parts.document) addDocumentEvidence(clues, surroundings, c, b, any, sink);
};
