/** The names of regions that ship compiled are those of the place list, and another list has its own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Place } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { loadPlaces } from '../../src/places/index.js';
import { compileNames, namesOf, REGION_NAMES, regionNames } from '../../src/places/region-names.js';
import { buildTrie } from '../../src/text/trie.js';

const places = loadPlaces();

test('what is compiled is what the list says (npm run build:lexicon)', () => {
  expect(JSON.parse(readFileSync(packageFile(REGION_NAMES), 'utf8'))).toEqual(compileNames(places));
  const { entries, trie } = regionNames(places);
  expect(entries).toEqual(places.regions().flatMap((place) => namesOf(place).map((name) => [name, place])));
  expect(trie).toEqual(buildTrie(entries.map(([name]) => name)));
});

test('another list is not given the names of the one that ships', () => {
  const region: Place = { level: 'county', name: '青川县', path: '云川省/青川县', code: '990101' };
  const other = { ...places, header: { ...places.header, sha256: 'another' }, regions: () => [region] };
  expect(regionNames(other)).toEqual({
    entries: [
      ['青川县', region],
      ['青川', region],
    ],
    trie: undefined,
  });
});
