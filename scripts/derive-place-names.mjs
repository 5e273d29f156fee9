/**
 * Derives data/place-names.bin, which strings are names of towns and villages, from data/places.bin. `--verify`
 * compares with the file that is there and writes nothing.
 *
 * The body is a Bloom filter of the full names, and of what towns named after peoples are mostly called; bit n is bit
 * n % 8 of byte n >> 3. src/places/names.ts says which bits a name sets, and how it asks for stems.
 */
import { pathToFileURL } from 'node:url';
import { keepFile, packFile } from './derive-words.mjs';

/** With the ten hashes of a name one string in ten thousand is wrongly a name; a stem is asked up to four times. */
const BITS_PER_NAME = 20;

/** The bytes of the file. `bitsOf` is that of the program. */
export const packPlaceNames = (names, { bitsOf, source }) => {
  const counts = { village: new Set(names.village).size, town: new Set(names.town).size };
  const body = Buffer.alloc(Math.ceil(((counts.village + counts.town) * BITS_PER_NAME) / 8));
  for (const kind of ['village', 'town'])
    for (const name of names[kind])
      for (const bit of bitsOf(kind, name, 8 * body.length)) body[bit >> 3] |= 1 << (bit & 7);
  const header = { format: 'zhentu-place-names', version: 1, source, counts };
  return { bytes: packFile('ZTPN', header, body), counts };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { loadPlaces } = await import('../dist/places/index.js');
  const { bitsOf } = await import('../dist/places/names.js');
  const { spokenTownName } = await import('../dist/places/short-name.js');
  const places = loadPlaces();
  const below = (list) => places.regions().flatMap((region) => list(region.path).map((place) => place.name));
  const { bytes, counts } = packPlaceNames(
    {
      village: below(places.villagesOfCounty),
      town: below(places.townsOf).flatMap((name) => [name, spokenTownName(name) ?? []].flat()),
    },
    { bitsOf, source: places.header.source },
  );
  keepFile('place-names.bin', bytes, counts);
}
