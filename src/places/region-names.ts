/**
 * What provinces, cities and counties are called in texts, in full and in short, with the trie texts are searched with.
 * Both are compiled by `npm run build:lexicon`, since making them takes as long as starting all the rest; for another
 * place list than the one that ships they are made here.
 */
import { readFileSync } from 'node:fs';
import type { Place } from '../model.js';
import { packageFile } from '../paths.js';
import { unpackTries } from '../text/packed-tries.js';
import type { Trie } from '../text/trie.js';
import type { PlaceList } from './index.js';
import { shortName } from './short-name.js';

export const REGION_NAMES = 'dist/region-names.json';
export const REGION_TRIE = 'dist/region-names.bin';

/** Of the list `sha256` the names of every region, in its order. */
export interface CompiledNames {
  readonly sha256: string;
  readonly names: readonly (readonly string[])[];
}

/** Full and short name of a place, the same once where there is no shorter one. */
export const namesOf = (place: Place): string[] =>
  [...new Set([place.name, shortName(place.name, place.level)])].filter((n) => n.length >= 2);

export const compileNames = (places: PlaceList): CompiledNames => ({
  sha256: places.header.sha256,
  names: places.regions().map(namesOf),
});

interface Compiled {
  readonly names: CompiledNames['names'];
  readonly trie?: Trie | undefined;
}

const readCompiled = (sha256: string): Compiled | null => {
  try {
    const compiled = JSON.parse(readFileSync(packageFile(REGION_NAMES), 'utf8')) as CompiledNames;
    if (compiled.sha256 !== sha256) return null;
    // A copy of its own, aligned as the bytes of a small file need not be.
    const [trie] = unpackTries(new Uint8Array(readFileSync(packageFile(REGION_TRIE))));
    return { names: compiled.names, trie };
  } catch {
    // A source tree that is not built yet.
    return null;
  }
};

/** Names with their places, regions in their order, and the trie of the names where it is compiled. */
export const regionNames = (
  places: PlaceList,
): { readonly entries: readonly (readonly [string, Place])[]; readonly trie?: Trie | undefined } => {
  const { names, trie }: Compiled = readCompiled(places.header.sha256) ?? compileNames(places);
  const regions = places.regions();
  const entries = names.flatMap((list, i) => list.map((name) => [name, regions[i] as Place] as const));
  return { entries, trie };
};
