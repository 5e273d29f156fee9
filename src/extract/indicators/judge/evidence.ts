/**
 * What speaks for a quantity being a headline figure of the reporting unit (what it counts, where it stands, who is
 * spoken of, what a rule makes of it), and what speaks for one of the names it may have (how it is cut out of the
 * text, where it begins and ends). Each piece is a template and a value; the model knows a weight for each.
 */
import { MEASURES } from '../../../lexicon/types.js';
import type { Mention, Span } from '../../../model.js';
import { ENTITY_TYPES, INDICATOR_STATUSES } from '../../../schema.js';
import { hashText, mix } from '../../../text/hash.js';
import type { Sink } from '../../tagger/sink.js';
import { KINDS, type Name } from './names.js';
import type { Candidate, Line, Scene } from './scene.js';

const SEED_KEPT = 0x1f3d;
const SEED_NAME = 0x2a71;
const NOTHING = 1;

const MOODS = { back: 1, forward: 2 } as const;
const PARTS = { name: 1, rate: 2 } as const;
const few = (n: number): number => Math.min(n, 3);
const some = (n: number): number => (n <= 4 ? n : n <= 8 ? 5 : n <= 16 ? 6 : n <= 40 ? 7 : n <= 100 ? 8 : 9);
const size = (value: number): number => Math.min(6, Math.floor(Math.log10(Math.abs(value) + 1)));

const typeOf = (mention: Mention | undefined): number =>
  mention === undefined ? 0 : ENTITY_TYPES.indexOf(mention.type) + 1;

/** Hash of the text between two offsets, cut off at the borders of a span, with a sign for them. */
const chars = (text: string, [from, to]: Span, start: number, end: number): number => {
  const low = Math.max(from, start);
  const high = Math.min(to, end);
  if (high <= low) return NOTHING;
  return mix(hashText(text, low, high), (start < from ? 1 : 0) + (end > to ? 2 : 0));
};

/** Adds what speaks for a quantity being worth telling. */
export const addKeptEvidence = (
  { doc, naming, count }: Scene,
  { sentence, opening, candidates }: Line,
  { reading, near }: Candidate,
  sink: Sink,
): void => {
  const { norm } = doc;
  const { at, figures, context, part, growth } = reading;
  const { quantity, inside } = at;
  const [start, end] = quantity.span;
  const measure = MEASURES.indexOf(quantity.measure);
  const ofMeasure = mix(SEED_KEPT, measure + 1);
  const both = (template: number, value: number) => {
    sink.add(template, value);
    sink.addAbout(ofMeasure, template, value);
  };
  sink.about(SEED_KEPT);
  const unit = hashText(quantity.unit);
  const mood = sentence.frame.mood === null ? 0 : MOODS[sentence.frame.mood];
  const status = INDICATOR_STATUSES.indexOf(context.status);
  sink.add(1, measure);
  sink.add(2, unit);
  both(3, mood * 4 + status);
  const figure = figures[0];
  const rule = figure ? hashText(figure.rule) : NOTHING;
  both(4, rule);
  both(5, figure ? (figure.worth ? 2 : 1) : 0);
  both(6, mix(rule, figure?.worth ? 1 : 0));
  sink.add(7, part === null ? 0 : PARTS[part]);
  sink.add(8, growth === null ? 0 : growth.sign + 2);
  both(9, figure && figure.yoy !== null ? 1 : 0);
  if (figure) {
    const { indicator } = figure;
    const head = naming.head(indicator);
    sink.add(10, hashText(indicator));
    sink.add(11, hashText(indicator, Math.max(0, indicator.length - 2)));
    sink.add(12, hashText(indicator, Math.max(0, indicator.length - 3)));
    sink.add(13, hashText(indicator, 0, 2));
    both(14, head === '' ? NOTHING : hashText(head));
    both(15, head === '' ? 0 : head === indicator ? 2 : 1);
    both(16, some(indicator.length));
  }
  for (let n = 1; n <= 4; n++) sink.add(20 + n, chars(norm, inside, start - n, start));
  for (let n = 1; n <= 4; n++) sink.add(25 + n, chars(norm, inside, end, end + n));
  sink.add(30, mix(unit, chars(norm, inside, end, end + 2)));
  sink.add(31, mix(unit, chars(norm, inside, start - 2, start)));
  const noun = naming.after(norm.slice(...at.right));
  if (noun !== '') {
    sink.add(32, hashText(noun));
    sink.add(33, hashText(noun, Math.max(0, noun.length - 2)));
    both(34, some(noun.length));
  }
  // Words ahead, wherever they stand.
  for (let i = Math.max(inside[0], start - 12); i < start - 1; i++) sink.add(35, hashText(norm, i, i + 2));
  for (let i = end; i < Math.min(inside[1], end + 8) - 1; i++) sink.add(36, hashText(norm, i, i + 2));
  both(37, (at.follows ? 2 : 0) + (at.leads ? 1 : 0));
  both(38, few(candidates.length) * 8 + few(at.clause));
  both(39, some(count));
  sink.add(40, mix(unit, size(quantity.value)));
  // Who is spoken of.
  const ahead = near.filter(({ span }) => span[1] <= start);
  const here = ahead.filter(({ span }) => span[0] >= inside[0]);
  both(41, typeOf(opening.get(inside[0])));
  both(42, typeOf(opening.get(sentence.span[0])));
  both(43, typeOf(ahead.at(-1)));
  for (const type of new Set(here.map(typeOf))) both(44, type);
  for (const type of new Set(ahead.map(typeOf))) sink.add(45, type);
  const behind = near.find(({ span }) => span[0] >= end && span[1] <= at.right[1]);
  both(46, typeOf(behind));
  const last = here.at(-1);
  sink.add(47, last ? mix(typeOf(last), chars(norm, inside, last.span[1], last.span[1] + 1)) : NOTHING);
  both(48, few(here.length));
  sink.add(50, chars(norm, inside, inside[0], inside[0] + 2));
  sink.add(51, hashText(norm, sentence.span[0], Math.min(sentence.span[0] + 2, sentence.span[1])));
  const verb = naming.lastVerb(norm.slice(at.left[0], start));
  both(52, verb === null ? NOTHING : hashText(norm, at.left[0] + verb[0], at.left[0] + verb[1]));
  sink.add(53, norm[inside[0] - 1] === '(' ? 1 : 0);
  const tenth = Math.floor((10 * start) / Math.max(1, norm.length));
  both(54, tenth);
};

const LONG = 7;

/** Adds what speaks for one name of a quantity that is worth telling. */
export const addNameEvidence = (
  { doc, naming, words }: Scene,
  { reading, near }: Candidate,
  name: Name,
  sink: Sink,
): void => {
  const { norm } = doc;
  const { at, figures, growth } = reading;
  const { inside } = at;
  const measure = MEASURES.indexOf(at.quantity.measure);
  sink.about(SEED_NAME);
  const { kind, text, first, second } = name;
  const shape = KINDS.indexOf(kind) * 8 + measure;
  const cut = Math.min(text.length, LONG * 2);
  sink.add(60, shape);
  sink.add(61, mix(shape, cut));
  sink.add(62, cut);
  const said = figures.findIndex(({ indicator }) => indicator === text);
  const figure = figures[0];
  const rule = figure ? hashText(figure.rule) : NOTHING;
  sink.add(63, mix(rule, said >= 0 ? 1 : 0));
  sink.add(64, mix(rule, KINDS.indexOf(kind)));
  sink.add(65, hashText(text));
  sink.add(66, hashText(text, 0, 1));
  sink.add(67, hashText(text, 0, 2));
  sink.add(68, hashText(text, 0, 3));
  sink.add(69, hashText(text, text.length - 1));
  sink.add(70, hashText(text, text.length - 2));
  sink.add(71, hashText(text, Math.max(0, text.length - 3)));
  const head = naming.head(text);
  sink.add(72, head === '' ? 0 : head === text ? 2 : 1);
  sink.add(73, mix(head === '' ? NOTHING : hashText(head), head.length === text.length ? 1 : 0));
  sink.add(
    74,
    (text.includes('、') ? 1 : 0) + (text.includes('的') ? 2 : 0) + (/[和及与]/.test(text) ? 4 : 0),
  );
  sink.add(75, growth === null ? 0 : 1);
  sink.add(76, /\d/.test(text) ? 1 : 0);
  if (first) {
    const [start, end] = first;
    const before = chars(norm, inside, start - 1, start);
    sink.add(80, before);
    sink.add(81, chars(norm, inside, start - 2, start));
    sink.add(82, mix(before, hashText(norm, start, start + 1)));
    sink.add(83, chars(norm, inside, start - 2, start + 2));
    const verb = doc.verbEnds[start] !== -1 ? 1 : 0;
    const particle = doc.particleEnds[start] !== -1 ? 2 : 0;
    const leads = doc.leadStarts[start] !== -1 ? 4 : 0;
    sink.add(84, verb + particle + leads);
    sink.add(85, start === at.left[0] ? (at.follows ? 2 : 1) : 0);
    sink.add(86, chars(norm, inside, end, end + 2));
    const around = near.find(({ span }) => span[0] < start && span[1] > start);
    const closed = near.find(({ span }) => span[1] === start);
    const opened = near.find(({ span }) => span[0] === start);
    sink.add(87, typeOf(around) * 256 + typeOf(closed) * 16 + typeOf(opened));
    sink.add(88, Math.min(start - at.left[0], LONG));
    sink.add(89, naming.acts(text) ? 1 : 0);
    sink.add(90, naming.opened(text) ? 1 : 0);
    // A verb within: “红马甲”|走访农户.
    let verbs = 0;
    let last = NOTHING;
    for (let k = start + 1; k < end - 1; k++) {
      if (doc.leadStarts[k] === -1) continue;
      verbs++;
      last = hashText(norm, k, doc.leadStarts[k]);
    }
    sink.add(100, few(verbs));
    sink.add(101, last);
    const inner = near.filter(({ span }) => span[0] >= start && span[1] <= end);
    sink.add(102, typeOf(inner[0]) * 4 + few(inner.length));
    if (words) {
      // Does a word begin here, and which: cut out of 以下|贫困户, 签约.
      const cut = words.starts[start] === start ? 1 : 0;
      const own = words.classes[start] as number;
      const before = start > inside[0] ? (words.classes[start - 1] as number) : 31;
      sink.add(106, cut * 32 + own);
      sink.add(107, (cut * 32 + own) * 32 + before);
      sink.add(108, mix(cut, words.words[start] as number));
      sink.add(109, mix(cut, start > inside[0] ? (words.words[start - 1] as number) : NOTHING));
      const ended = words.ends[end - 1] === end ? 1 : 0;
      sink.add(110, ended);
      const next = Math.min(words.ends[start] as number, end);
      sink.add(111, (cut * 32 + own) * 32 + (next < end ? (words.classes[next] as number) : 31));
      sink.add(112, mix(words.words[end - 1] as number, cut * 32 + own));
    }
    const verbEnd = doc.leadStarts[start] ?? -1;
    sink.add(104, verbEnd === -1 ? NOTHING : hashText(norm, start, verbEnd));
    const passed = near.findLast(({ span }) => span[1] <= start && span[0] >= inside[0]);
    sink.add(105, passed ? typeOf(passed) * 8 + Math.min(start - passed.span[1], 5) : 0);
    sink.add(103, text.includes('”') ? (text.includes('“') ? (text.startsWith('“') ? 1 : 2) : 3) : 0);
  }
  if (second) {
    const [start, end] = second;
    if (words) {
      const cut = words.ends[end - 1] === end ? 1 : 0;
      const last = words.classes[end - 1] as number;
      sink.add(113, cut * 32 + last);
      sink.add(114, mix(cut * 32 + last, words.classes[end] as number));
      sink.add(115, words.words[end] as number);
    }
    sink.add(91, chars(norm, inside, end, end + 1));
    sink.add(92, chars(norm, inside, end, end + 2));
    sink.add(93, chars(norm, inside, end - 1, end + 1));
    sink.add(94, hashText(norm, start, start + 2));
    sink.add(95, end - start);
    const verb = doc.verbEnds[end] !== -1 ? 1 : 0;
    const leads = doc.leadStarts[end] !== -1 ? 4 : 0;
    sink.add(96, verb + leads + (end === at.right[1] ? 2 : 0));
    const within = near.find(({ span }) => span[0] < end && span[1] > end);
    sink.add(97, typeOf(within));
    if (first) {
      sink.add(98, hashText(norm, ...first));
      sink.add(99, Math.min(at.quantity.span[0] - first[1], LONG));
    }
  }
};
