/**
 * What a quantity may be called: what a rule says, the words right ahead of it from any of the last characters on,
 * the noun behind a count, a verb ahead together with that noun (新增|3家|规上企业), and what the figure before it was
 * called together with its own word (水稻面积2万亩,|产量 → 水稻产量).
 */
import type { Span } from '../../../model.js';
import type { Reading } from '../figures.js';
import type { Candidate, Scene } from './scene.js';

export const KINDS = ['rule', 'ahead', 'behind', 'verb', 'joined', 'turned'] as const;
export type Kind = (typeof KINDS)[number];

export interface Name {
  readonly kind: Kind;
  readonly text: string;
  /** Where its first part and its second part stand; null for what a rule put together. */
  readonly first: Span | null;
  readonly second: Span | null;
}

const LONGEST = 18;
/** How far ahead of a quantity its name may end. */
const REACH = 40;
const LONGEST_NOUN = 12;
/** Names of one character say nothing: 村15个. */
const SHORTEST = 2;
const BLANK = /[\s(),:、]/;
/** Behind a count the noun begins after these. */
const QUALIFIED = /^(?:以上|左右|以内|多|余|的)+/;
/** A noun ends here at the latest. */
const NOUN_END = /[、,(和及与]/;
/** Own words short enough to lean on the figure before: 产量, 总投资, 建成. */
const LEANING = 4;
/** How much of the figure before may say what both are of: 水稻|面积. */
const TOPICS = [2, 3, 4];

/** Where the words ahead of a quantity that can name it end: before 达到, 突破, and what the rate of change is said by. */
const endAhead = ({ doc, naming }: Scene, { at, growth }: Reading): number => {
  const to = at.left[1] - (growth?.length ?? 0);
  const from = Math.max(at.left[0], to - REACH);
  return from + naming.closed(doc.norm.slice(from, to)).length;
};

/** Names begin and end where words do: of 2,900 that figures were given in the training texts 5 did not. */
const cutsWord = ({ words }: Scene, { kind, first, second }: Name): boolean =>
  words !== null &&
  kind !== 'rule' &&
  ((first !== null && words.starts[first[0]] !== first[0]) ||
    (second !== null && words.ends[second[1] - 1] !== second[1]));

/** All that a quantity may be called, each text once. */
export const namesFor = (scene: Scene, { reading, previous, from }: Candidate): Name[] => {
  const { norm } = scene.doc;
  const { at, figures } = reading;
  const names: Name[] = [];
  const known = new Set<string>();
  const add = (kind: Kind, text: string, first: Span | null, second: Span | null) => {
    const name: Name = { kind, text, first, second };
    if (text.length < SHORTEST || cutsWord(scene, name) || known.has(text)) return;
    known.add(text);
    names.push(name);
  };
  const end = endAhead(scene, reading);
  for (const { indicator } of figures) {
    const start = end - indicator.length;
    const stands = start >= from && norm.startsWith(indicator, start);
    if (stands) add('ahead', indicator, [start, end], null);
    else add('rule', indicator, null, null);
  }
  const lowest = Math.max(from, end - LONGEST - (at.left[0] - from));
  let open = 0;
  for (let start = end - 1; start >= lowest; start--) {
    const char = norm[start] ?? ' ';
    if (char === '”') open++;
    else if (char === '“') open--;
    if (open === 0 && !BLANK.test(char)) add('ahead', norm.slice(start, end), [start, end], null);
  }
  const ownStart = Math.max(lowest, lastBreak(norm, lowest, end));
  if (previous !== '' && end - ownStart >= SHORTEST && end - ownStart <= LEANING) {
    const own = norm.slice(ownStart, end);
    for (const length of [...TOPICS, previous.length - own.length, previous.length])
      if (length > 1 && length <= previous.length)
        add('joined', previous.slice(0, length) + own, null, [ownStart, end]);
    // 新增口袋公园6个、|改造|9个
    const carried = scene.naming.carried(previous);
    if (carried !== '') add('joined', own + previous.slice(carried.length), [ownStart, end], null);
  }
  const { measure } = at.quantity;
  if (measure !== 'count' && measure !== 'size') return names;
  const right = norm.slice(...at.right);
  const noun = at.right[0] + (QUALIFIED.exec(right)?.[0].length ?? 0);
  const stop = norm.slice(noun, at.right[1]).search(NOUN_END);
  const furthest = Math.min(stop < 0 ? at.right[1] : noun + stop, noun + LONGEST_NOUN);
  const verb = scene.naming.lastVerb(norm.slice(at.left[0], at.left[1]));
  const verbSpan: Span | null = verb === null ? null : [at.left[0] + verb[0], at.left[0] + verb[1]];
  for (let to = noun + SHORTEST; to <= furthest; to++) {
    const text = norm.slice(noun, to);
    add('behind', text, null, [noun, to]);
    if (verbSpan) add('verb', norm.slice(...verbSpan) + text, verbSpan, [noun, to]);
    // 27个|厂房交付: 交付厂房
    if (text.length >= 2 * SHORTEST) {
      const turned = text.slice(-SHORTEST) + text.slice(0, -SHORTEST);
      add('turned', turned, [to - SHORTEST, to], [noun, to - SHORTEST]);
    }
  }
  return names;
};

const lastBreak = (norm: string, from: number, to: number): number => {
  for (let at = to; at > from; at--) if (BLANK.test(norm[at - 1] ?? ' ')) return at;
  return from;
};
