/**
 * The national place list: every province, city, county, town and village of the statistics, by path and by name.
 *
 * Paths are administrative: 北京市/朝阳区, 湖北省/仙桃市, 广东省/东莞市/虎门镇 leave out the levels that exist in codes
 * only. A city without counties (东莞) is asked for towns and villages like a county.
 */
import type { Place } from '../model.js';
import { packageFile } from '../paths.js';
import { shortName, spokenTownName } from './short-name.js';
import { type PackedPlaces, type PlacesHeader, unpackPlaces } from './unpack.js';

export { isStatisticalUnit, villageKind } from './kind.js';
export { shortName, spokenTownName } from './short-name.js';

/** Unknown names and paths give empty lists, never errors. Lists are in the order of the codes. */
export interface PlaceList {
  /** Where the list comes from and how many places of each level it holds. */
  readonly header: PlacesHeader;
  /** Provinces, cities and counties, each after the one it lies in. */
  readonly regions: () => readonly Place[];
  /** By full or short name: 东宝区, 东宝; 吉林 is a province and a city. */
  readonly regionsNamed: (name: string) => readonly Place[];
  /** All towns of the country with this full name, as 栗溪镇; those named after peoples also by the spoken name, last. */
  readonly townsNamed: (fullName: string) => readonly Place[];
  /** Towns of a county; of a city that has no counties; none of other regions. */
  readonly townsOf: (countyPath: string) => readonly Place[];
  readonly villagesOf: (townPath: string) => readonly Place[];
  /** Villages of all towns of a county. */
  readonly villagesOfCounty: (countyPath: string) => readonly Place[];
  readonly placeAt: (path: string) => Place | null;
  /** Places above the path that the list knows, province first; the path itself need not be in the list. */
  readonly parentsOf: (path: string) => readonly Place[];
}

const LEVELS = ['province', 'city', 'county'] as const;
const MAX_REGION_DEPTH = 3;

const readRegions = ({ columns, regionNames }: PackedPlaces): Place[] => {
  const paths: string[] = [];
  return regionNames.map((name, i) => {
    const depth = columns.regionDepths[i] as number;
    paths.length = depth;
    paths.push(depth === 0 ? name : `${paths[depth - 1]}/${name}`);
    return {
      level: LEVELS[columns.regionLevels[i] as number] as Place['level'],
      name,
      path: paths[depth] as string,
      code: String(columns.regionCodes[i]),
    };
  });
};

/** Indexes by key; several of one key stay in order. */
const groupIndexes = (keys: Iterable<readonly [key: string, index: number]>): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  for (const [key, index] of keys) {
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
};

/** Computes once, on first use. */
const lazy = <T>(compute: () => T): (() => T) => {
  let value: { readonly it: T } | null = null;
  return () => {
    value ??= { it: compute() };
    return value.it;
  };
};

/**
 * Opens the list that ships with the package (or another file of its format). Reads the index of regions and towns;
 * villages are unpacked when asked for. Keep the result: every call reads anew.
 *
 * Throws ReadError where the file is missing or damaged.
 */
export const loadPlaces = (path: string = packageFile('data/places.bin')): PlaceList => {
  const packed = unpackPlaces(path);
  const { columns, townNames } = packed;
  const regions = readRegions(packed);
  /** Region of each town, and first town of each region. */
  const townRegions = new Uint16Array(townNames.length);
  const firstTowns = new Uint32Array(regions.length);
  let towns = 0;
  columns.townCounts.forEach((count, region) => {
    firstTowns[region] = towns;
    townRegions.fill(region, towns, towns + count);
    towns += count;
  });

  const regionsByPath = lazy(() => new Map(regions.map((region, i) => [region.path, i])));
  const regionsByName = lazy(() =>
    groupIndexes(
      regions.flatMap((region, i) =>
        [...new Set([region.name, shortName(region.name, region.level)])].map((name) => [name, i] as const),
      ),
    ),
  );
  /** First town of each name, and for each town the next one of its name: a list a name would cost 40,000 arrays. */
  const townsByName = lazy(() => {
    const first = new Map<string, number>();
    const next = new Int32Array(townNames.length).fill(-1);
    for (let town = townNames.length - 1; town >= 0; town--) {
      const name = townNames[town] as string;
      next[town] = first.get(name) ?? -1;
      first.set(name, town);
    }
    return { first, next };
  });

  const townsBySpokenName = lazy(() =>
    groupIndexes(
      townNames.flatMap((name, town) => {
        const spoken = spokenTownName(name);
        return spoken === null ? [] : [[spoken, town] as const];
      }),
    ),
  );

  const townPlace = (town: number): Place => {
    const region = townRegions[town] as number;
    const name = townNames[town] as string;
    return {
      level: 'town',
      name,
      path: `${(regions[region] as Place).path}/${name}`,
      code: `${columns.townPrefixes[region]}${String(columns.townCodes[town]).padStart(3, '0')}`,
    };
  };
  const townIndexes = (region: number): number[] =>
    Array.from(
      { length: columns.townCounts[region] as number },
      (_, i) => (firstTowns[region] as number) + i,
    );

  /** The region a path starts with, and the names that follow it. */
  const splitPath = (path: string): { readonly region: number; readonly below: readonly string[] } | null => {
    const names = path.split('/');
    for (let depth = Math.min(names.length, MAX_REGION_DEPTH); depth > 0; depth--) {
      const region = regionsByPath().get(names.slice(0, depth).join('/'));
      if (region !== undefined) return { region, below: names.slice(depth) };
    }
    return null;
  };
  const findTown = (region: number, name: string | undefined): number | null =>
    townIndexes(region).find((town) => townNames[town] === name) ?? null;

  const villagesIn = (region: number, wanted: number | null): Place[] =>
    packed.villages(region).flatMap((rows, i) => {
      const index = (firstTowns[region] as number) + i;
      if (wanted !== null && wanted !== index) return [];
      const town = townPlace(index);
      return rows.map(({ name, code }) => ({
        level: 'village' as const,
        name,
        path: `${town.path}/${name}`,
        code: `${town.code}${String(code).padStart(3, '0')}`,
      }));
    });

  const townsNamed = (fullName: string): Place[] => {
    const { first, next } = townsByName();
    const found: Place[] = [];
    for (let town = first.get(fullName) ?? -1; town >= 0; town = next[town] as number)
      found.push(townPlace(town));
    return [...found, ...(townsBySpokenName().get(fullName) ?? []).map(townPlace)];
  };
  const townsOf = (countyPath: string): Place[] => {
    const region = regionsByPath().get(countyPath);
    return region === undefined ? [] : townIndexes(region).map(townPlace);
  };
  const villagesOf = (townPath: string): Place[] => {
    const found = splitPath(townPath);
    if (found === null || found.below.length !== 1) return [];
    const town = findTown(found.region, found.below[0]);
    return town === null ? [] : villagesIn(found.region, town);
  };
  const villagesOfCounty = (countyPath: string): Place[] => {
    const region = regionsByPath().get(countyPath);
    return region === undefined || columns.townCounts[region] === 0 ? [] : villagesIn(region, null);
  };
  const placeAt = (path: string): Place | null => {
    const found = splitPath(path);
    if (found === null || found.below.length > 2) return null;
    const { region, below } = found;
    if (below.length === 0) return regions[region] as Place;
    const town = findTown(region, below[0]);
    if (town === null) return null;
    if (below.length === 1) return townPlace(town);
    return villagesIn(region, town).find((village) => village.name === below[1]) ?? null;
  };
  const parentsOf = (path: string): Place[] => {
    const names = path.split('/').slice(0, -1);
    return names.flatMap((_, i) => placeAt(names.slice(0, i + 1).join('/')) ?? []);
  };

  return {
    header: packed.header,
    regions: () => regions,
    regionsNamed: (name) => (regionsByName().get(name) ?? []).map((i) => regions[i] as Place),
    townsNamed,
    townsOf,
    villagesOf,
    villagesOfCounty,
    placeAt,
    parentsOf,
  };
};
