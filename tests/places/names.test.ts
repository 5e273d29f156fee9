/** The shipped filter against the place list it is made from, and a filter of a few names: its bytes, its damage. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packPlaceNames } from '../../scripts/derive-place-names.mjs';
import { ReadError } from '../../src/errors.js';
import { packageFile } from '../../src/paths.js';
import { loadPlaces } from '../../src/places/index.js';
import { bitsOf, loadPlaceNames, type PlaceNameKind } from '../../src/places/names.js';
import { spokenTownName } from '../../src/places/short-name.js';

const names = loadPlaceNames();
const has = (kind: PlaceNameKind, name: string): boolean => names.has(kind, name, 0, name.length);

test.each<[kind: PlaceNameKind, name: string, expected: boolean]>([
  ['town', '栗溪镇', true],
  ['townStem', '栗溪', true],
  ['town', '栗溪', false],
  ['village', '栗溪镇', false],
  ['town', '东华门街道', true],
  ['townStem', '东华门', true],
  ['village', '南高村', true],
  ['villageStem', '南高', true],
  ['village', '多福巷社区', true],
  ['villageStem', '多福巷', true],
  ['villageStem', '多福巷社区', false],
  ['village', '党委书记', false],
  ['villageStem', '党委书记', false],
  ['town', '推进乡', false],
  ['townStem', '稳步增长', false],
  // One character is no stem, whatever 上村 may be.
  ['village', '上村', true],
  ['villageStem', '上', false],
])('%s %s: %s', (kind, name, expected) => {
  expect(has(kind, name)).toBe(expected);
});

test('a name is looked for between two offsets', () => {
  expect(names.has('town', '在栗溪镇召开', 1, 4)).toBe(true);
  expect(names.has('town', '在栗溪镇召开', 0, 4)).toBe(false);
});

describe('of all names', () => {
  const places = loadPlaces();
  const listed = (list: (path: string) => readonly { readonly name: string }[]): Set<string> =>
    new Set(places.regions().flatMap((region) => list(region.path).map((place) => place.name)));
  const towns = [...listed(places.townsOf)];
  const full = {
    village: listed(places.villagesOfCounty),
    town: new Set([...towns, ...towns.flatMap((name) => spokenTownName(name) ?? [])]),
  };
  const without = (all: ReadonlySet<string>, ending: RegExp): Set<string> =>
    new Set([...all].filter((name) => ending.test(name)).map((name) => name.replace(ending, '')));
  const known: Readonly<Record<PlaceNameKind, ReadonlySet<string>>> = {
    ...full,
    villageStem: without(full.village, /(村|社区|嘎查)$/),
    townStem: without(full.town, /(镇|乡|街道|苏木)$/),
  };
  // Names turned about look like names and mostly are none.
  const strange = [...full.village].map((name) => [...name].reverse().join(''));

  test.each(['village', 'villageStem', 'town', 'townStem'] as const)(
    '%s: none is denied, and of a thousand others less than one is taken for one',
    (kind) => {
      expect([...known[kind]].filter((name) => name.length > 1 && !has(kind, name))).toEqual([]);
      const others = strange.filter((name) => !known[kind].has(name));
      expect(others.length).toBeGreaterThan(200_000);
      expect(others.filter((name) => has(kind, name)).length).toBeLessThan(others.length / 1000);
    },
  );

  test('the file is small and what the list gives', () => {
    const { bytes } = packPlaceNames(
      { village: [...full.village], town: [...full.town] },
      { bitsOf, source: places.header.source },
    );
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(bytes.equals(readFileSync(packageFile('data/place-names.bin')))).toBe(true);
  });
});

describe('a filter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhentu-place-names-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const pack = (village: readonly string[]) =>
    packPlaceNames({ village, town: ['青禾镇'] }, { bitsOf, source: 'test' }).bytes;
  const packed = pack(['东坝村', '柳河社区', '东坝村']);

  test('has the same bytes whatever the order of the names', () => {
    expect(pack(['柳河社区', '东坝村']).equals(packed)).toBe(true);
  });

  const changed = Buffer.from(packed);
  changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
  test.each([
    ['missing', null],
    ['empty', Buffer.alloc(0)],
    ['of another kind', readFileSync(packageFile('data/places.bin'))],
    ['cut in its header', packed.subarray(0, 60)],
    ['cut in its body', packed.subarray(0, -3)],
    ['changed in one bit', changed],
  ])('%s: an error that says what to do', (name, bytes) => {
    const path = join(folder, `${name}.bin`);
    if (bytes) writeFileSync(path, bytes);
    expect(() => loadPlaceNames(path)).toThrow(ReadError);
    expect(() => loadPlaceNames(path)).toThrow('npm run place-names');
  });
});
