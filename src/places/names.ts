/**
 * Which strings are names of towns and villages anywhere in the country: a Bloom filter (data/place-names.bin) made
 * from the place list, for asking of every stretch of a text without unpacking 600,000 names.
 *
 * Only full names are stored. 东坝 is the stem of a village's name where 东坝村, 东坝社区 or 东坝嘎查 is one, and that
 * is what is asked. scripts/derive-place-names.mjs writes the file with `bitsOf`.
 */
import { packageFile } from '../paths.js';
import { mix } from '../text/hash.js';
import { type PackedHeader, readPacked } from '../words/packed.js';

export type PlaceNameKind = 'village' | 'villageStem' | 'town' | 'townStem';

export interface PlaceNames {
  /** Of a thousand strings that are no such name less than one is said to be one; none that is one is denied. */
  has(kind: PlaceNameKind, text: string, from: number, to: number): boolean;
}

interface PlaceNamesHeader extends PackedHeader {
  readonly counts: Readonly<Record<'village' | 'town', number>>;
}

const KIND = {
  magic: 'ZTPN',
  format: 'zhentu-place-names',
  version: 1,
  command: 'npm run place-names',
};

/** Numbers a name's two hashes start from, and what makes a stem a name. */
const KINDS: Readonly<
  Record<PlaceNameKind, { seeds: readonly [number, number]; endings: readonly string[] }>
> = {
  village: { seeds: [1, 2], endings: [''] },
  villageStem: { seeds: [1, 2], endings: ['村', '社区', '嘎查'] },
  town: { seeds: [3, 4], endings: [''] },
  townStem: { seeds: [3, 4], endings: ['镇', '乡', '街道', '苏木'] },
};
/** A stem of one character says nothing (上, 新). */
const MIN_STEM = 2;

const HASHES = 10;

const fold = (seed: number, text: string, from: number, to: number): number => {
  let hash = seed;
  for (let i = from; i < to; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
};

/** The bit of a filter of `size` bits that the two hashes give in one round. */
const bitAt = (first: number, second: number, round: number, size: number): number =>
  (((first + Math.imul(round, second)) >>> 0) * (size / 2 ** 32)) | 0;

/** The bits a name sets in a filter of `size` bits. */
export const bitsOf = (kind: 'village' | 'town', name: string, size: number): number[] => {
  const [first, second] = KINDS[kind].seeds.map((seed) => fold(seed, name, 0, name.length)) as [
    number,
    number,
  ];
  return Array.from({ length: HASHES }, (_, round) => bitAt(first, second, round, size));
};

/** The filter that ships with the package, or another file of its format. Throws ReadError where it is damaged. */
export const loadPlaceNames = (path: string = packageFile('data/place-names.bin')): PlaceNames => {
  const { body } = readPacked<PlaceNamesHeader>(path, KIND);
  const size = 8 * body.length;

  const isSet = (bit: number): boolean => (((body[bit >> 3] as number) >> (bit & 7)) & 1) === 1;
  const holds = (first: number, second: number): boolean => {
    for (let round = 1; round < HASHES; round++) if (!isSet(bitAt(first, second, round, size))) return false;
    return true;
  };

  const has = (kind: PlaceNameKind, text: string, from: number, to: number): boolean => {
    const { seeds, endings } = KINDS[kind];
    if (endings.length > 1 && to - from < MIN_STEM) return false;
    const start = fold(seeds[0], text, from, to);
    for (const ending of endings) {
      const first = fold(start, ending, 0, ending.length);
      // The first bit depends on one hash alone, and most strings end here.
      if (!isSet(bitAt(first, 0, 0, size))) continue;
      if (holds(first, fold(fold(seeds[1], text, from, to), ending, 0, ending.length))) return true;
    }
    return false;
  };

  return { has };
};
