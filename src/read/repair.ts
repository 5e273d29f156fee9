/**
 * Mends a kind of damage some mirror sites do: they put the reading behind a GBK character one byte too early, so
 * that its lead byte and the bracket become 「?」 and everything up to the next ASCII byte is shifted by one byte:
 * 鳳橋實力與擔當 arrives as 鳳橋?qū)嵙εc擔當.
 *
 * The lost lead byte is found by the reading itself: it belongs to the character made of the byte before and the
 * lost one (橋 is 98 F2; F2 8C is 驅, qū; so 8C is lost, and 8C 8D is 實).
 */
import { createRequire } from 'node:module';
import type { MappedText } from '../model.js';
import { type Edit, edit } from '../text/mapped.js';

const DAMAGE = /(\p{Script=Han})\?([a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ]{1,6})\)/gu;
const READING = /^\?([a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ]{1,6})\)/u;
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
/** A stretch ends at the next comma or figure; every lost byte is tried on all of it, so it is not followed for ever. */
const LONGEST_STRETCH = 100;

type Bytes = readonly [lead: number, trail: number];

/** Character → its two bytes in GBK. Built from the decoder, for damaged reports only. */
const gbkBytes = (): Map<string, Bytes> => {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, Bytes>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && char.length === 1 && char !== '\ufffd') table.set(char, [lead, trail]);
    }
  }
  return table;
};

interface Tools {
  readonly bytes: ReadonlyMap<string, Bytes>;
  readonly chars: ReadonlyMap<number, string>;
  readonly readings: (char: string) => readonly string[];
  /** Characters of the report. */
  readonly present: ReadonlySet<string>;
}

const require = createRequire(import.meta.url);

const openTools = (text: string): Tools => {
  const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');
  const bytes = gbkBytes();
  const chars = new Map([...bytes].map(([char, [lead, trail]]) => [lead * 256 + trail, char]));
  const known = new Map<string, readonly string[]>();
  const readings = (char: string): readonly string[] => {
    const found = known.get(char) ?? pinyin(char, { multiple: true, type: 'array' });
    known.set(char, found);
    return found;
  };
  return { bytes, chars, readings, present: new Set(text) };
};

interface Shifted {
  readonly values: readonly number[];
  readonly end: number;
  /** The stretch ends in damage of the same kind: another lost byte, which completes a character of this reading. */
  readonly closing: string | null;
}

/** Bytes of the shifted stretch, up to the ASCII byte or the next damage that brings the bytes back into step. */
const shiftedBytes = (text: string, from: number, { bytes }: Tools): Shifted | null => {
  const values: number[] = [];
  for (let at = from; at < Math.min(text.length, from + LONGEST_STRETCH); at++) {
    const char = text[at] ?? '';
    const code = char.charCodeAt(0);
    if (char === '?') {
      const next = text.slice(at, at + 9).match(READING);
      return next ? { values, end: at + next[0].length, closing: next[1] ?? '' } : null;
    }
    if (code < 0x80) return code >= 0x40 ? { values: [...values, code], end: at + 1, closing: null } : null;
    const pair = bytes.get(char);
    if (!pair) return null;
    values.push(...pair);
  }
  return null;
};

const leads = Array.from({ length: LAST_LEAD - FIRST_LEAD + 1 }, (_, i) => FIRST_LEAD + i);

const decode = (values: readonly number[], { chars }: Tools): string | null => {
  const text = values.flatMap((b, i) => (i % 2 === 0 ? [chars.get(b * 256 + (values[i + 1] ?? 0))] : []));
  return text.every((c) => c !== undefined) ? text.join('') : null;
};

const toneless = (syllable: string): string =>
  syllable.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '');

/** The text that stood there, or null where no byte explains what is left. */
const mend = (
  before: string,
  reading: string,
  text: string,
  from: number,
  tools: Tools,
): { mended: string; end: number } | null => {
  const trail = tools.bytes.get(before)?.[1];
  const shifted = shiftedBytes(text, from, tools);
  if (trail === undefined || shifted === null) return null;
  const reads = (char: string | undefined, wanted: string) =>
    char !== undefined && tools.readings(char).includes(wanted);
  const readings = (char: string | undefined): readonly string[] =>
    char === undefined ? [] : tools.readings(char);
  const fitting = leads.filter((lead) => readings(tools.chars.get(trail * 256 + lead)).includes(reading));
  // 績 is jì here and jī there.
  const near = () =>
    leads.filter((lead) =>
      readings(tools.chars.get(trail * 256 + lead)).some((own) => toneless(own) === toneless(reading)),
    );
  const options = (fitting.length > 0 ? fitting : near())
    .map((lead) => [lead, ...shifted.values])
    .flatMap((known) => (shifted.closing === null ? [known] : leads.map((lost) => [...known, lost])))
    .map((values) => (values.length % 2 === 0 ? decode(values, tools) : null))
    .filter((mended) => mended !== null)
    .filter((mended) => shifted.closing === null || reads(mended.at(-1), shifted.closing));
  // Of several characters of one reading, those the report uses elsewhere: 鎮, not 鎭.
  const used = (mended: string) => [...mended].filter((char) => tools.present.has(char)).length;
  const best = options.reduce<string | null>((a, b) => (a !== null && used(a) >= used(b) ? a : b), null);
  return best === null ? null : { mended: best, end: shifted.end };
};

/** Undamaged texts pass untouched. A mended stretch maps to the whole damaged one in the source. */
export const repair = (input: MappedText): MappedText => {
  const damages = [...input.text.matchAll(DAMAGE)];
  if (damages.length === 0) return input;
  const tools = openTools(input.text);
  const edits: Edit[] = [];
  for (const m of damages) {
    const from = m.index + m[0].length;
    const start = m.index + (m[1]?.length ?? 0);
    if (start < (edits.at(-1)?.end ?? 0)) continue;
    const found = mend(m[1] ?? '', m[2] ?? '', input.text, from, tools);
    if (found) edits.push({ start, end: found.end, text: found.mended });
  }
  return edit(input, edits);
};
