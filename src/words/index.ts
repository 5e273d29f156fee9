/**
 * Chinese words with frequency and part of speech (data/words.bin), and the most probable segmentation of a text into
 * them: a unigram model, as jieba has it, without its guessing of unknown words.
 *
 * The file is a table sorted by hash, with gaps, used where it lies: a word stands at the slot its hash points to or
 * a few slots on, and a search ends at the first hash that is not smaller. Gaps repeat the hash that follows, which
 * no search for that hash passes. scripts/derive-words.mjs is the other side.
 */
import { packageFile } from '../paths.js';
import { hashText, mix } from '../text/hash.js';
import { type PackedHeader, readPacked } from './packed.js';

/** Part of speech by its number in the table; jieba's finer tags are folded into these. Order is part of the format. */
export const WORD_CLASSES = [
  'unknown',
  ...['n', 'nr', 'ns', 'nt', 'nz', 'v', 'vn', 'a', 'ad', 'd', 'm', 'q', 'r', 'p', 'c', 'u', 't', 'f', 's'],
  ...['i', 'l', 'j', 'b', 'z', 'x'],
] as const;

/** What is said of every UTF-16 unit, at its offset in the text. Offsets that were not segmented keep what they had. */
export interface Segmentation {
  /** 0 begin, 1 middle, 2 end of a word, 3 a word of one. */
  readonly tags: Uint8Array;
  /** Index in WORD_CLASSES of the word the unit belongs to. */
  readonly classes: Uint8Array;
  /** `hashText` of that word. */
  readonly words: Int32Array;
  /** Where that word starts and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface Words {
  /**
   * Writes the most probable segmentation of text[from, to) into `into`, which must reach to `to`. Of two equally
   * probable ones, the one whose first differing word is longer. What is no Han character is a word of one.
   */
  segment(text: string, from: number, to: number, into: Segmentation): void;
}

interface WordsHeader extends PackedHeader {
  readonly words: number;
  /** Slots a hash may point to, and slots there are. */
  readonly homes: number;
  readonly slots: number;
  /** Level of the sum of all frequencies: what a word of frequency 1 costs. */
  readonly total: number;
}

const KIND = { magic: 'ZTWD', format: 'zhentu-words', version: 1, command: 'npm run words' };

const MAX_LENGTH = 6;
/** A byte of kind: part of speech in the low bits, length of the word above. */
const CLASS_BITS = 5;
const CLASS_MASK = (1 << CLASS_BITS) - 1;
const EMPTY = hashText('');

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** For texts of up to `length` units; use it again for the next one. */
export const openSegmentation = (length: number): Segmentation => ({
  tags: new Uint8Array(length),
  classes: new Uint8Array(length),
  words: new Int32Array(length),
  starts: new Int32Array(length),
  ends: new Int32Array(length),
});

/** The best way on from each offset: what it costs to the end, and the word it begins with. */
const openPaths = (length: number) => ({
  costs: new Int32Array(length + 1),
  lengths: new Uint8Array(length),
  classes: new Uint8Array(length),
  words: new Int32Array(length),
});

/** The list that ships with the package, or another file of its format. Throws ReadError where it is damaged. */
export const loadWords = (path: string = packageFile('data/words.bin')): Words => {
  const { header, body } = readPacked<WordsHeader>(path, KIND);
  const { homes, slots, total } = header;
  const hashes = new Int32Array(body.buffer, body.byteOffset, slots);
  /** 1 + the scaled logarithm of the frequency; 0 in gaps. */
  const levels = body.subarray(4 * slots, 5 * slots);
  const kinds = body.subarray(5 * slots, 6 * slots);
  const perHash = homes / 2 ** 32;
  let paths = openPaths(1 << 10);

  const findBest = (text: string, from: number, to: number): void => {
    const { costs, lengths, classes, words } = paths;
    costs[to - from] = 0;
    for (let start = to - 1, at = start - from; at >= 0; start--, at--) {
      const first = text.charCodeAt(start);
      let hash = mix(EMPTY, first);
      // A word of one that the list does not have costs what a word of frequency 1 does.
      let cost = (costs[at + 1] as number) + total;
      let length = 1;
      let wordClass = 0;
      let word = hash;
      const longest = Math.min(MAX_LENGTH, to - start);
      for (let n = 1, unit = first; isHan(unit); ) {
        let slot = (((hash ^ 0x80000000) >>> 0) * perHash) | 0;
        while ((hashes[slot] as number) < hash) slot++;
        if (hashes[slot] === hash) {
          const kind = kinds[slot] as number;
          const through = (costs[at + n] as number) + total + 1 - (levels[slot] as number);
          if (kind >> CLASS_BITS === n && through <= cost) {
            cost = through;
            length = n;
            wordClass = kind & CLASS_MASK;
            word = hash;
          }
        }
        if (n === longest) break;
        unit = text.charCodeAt(start + n++);
        hash = mix(hash, unit);
      }
      costs[at] = cost;
      lengths[at] = length;
      classes[at] = wordClass;
      words[at] = word;
    }
  };

  const segment = (text: string, from: number, to: number, into: Segmentation): void => {
    if (into.tags.length < to)
      throw new RangeError(`segmentation of ${into.tags.length} units, ${to} needed`);
    if (paths.lengths.length < to - from) paths = openPaths(2 * (to - from));
    findBest(text, from, to);
    for (let start = from; start < to; ) {
      const at = start - from;
      const end = start + (paths.lengths[at] as number);
      const wordClass = paths.classes[at] as number;
      const word = paths.words[at] as number;
      for (let i = start; i < end; i++) {
        into.tags[i] = i > start ? (i < end - 1 ? 1 : 2) : end - start === 1 ? 3 : 0;
        into.classes[i] = wordClass;
        into.words[i] = word;
        into.starts[i] = start;
        into.ends[i] = end;
      }
      start = end;
    }
  };

  return { segment };
};
