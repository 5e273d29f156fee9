/**
 * The towns and villages a report may name without saying where they lie: the towns of its county and its own
 * villages, in full and in short. Unpacking and indexing them takes as long as reading a report, so those asked for
 * last are kept; reports come county by county.
 */
import type { Place } from '../../model.js';
import { type PlaceList, spokenTownName } from '../../places/index.js';
import { buildGazetteer, type Gazetteer } from '../../text/gazetteer.js';
import { kept } from '../kept.js';

/** Some ten kilobytes each; a county that reports for itself, a hundred. */
const KEPT = 1024;

export interface Local {
  readonly place: Place;
  /** Found without its 村 or 社区: 东坝 for 东坝村. */
  readonly short: boolean;
}

export interface Nearby {
  /** Towns of the county in full; villages of the unit in full and, where the unit is a town, in short. */
  readonly placesOf: (unitPath: string) => Gazetteer<Local>;
  readonly townsOf: PlaceList['townsOf'];
  readonly villagesOf: PlaceList['villagesOf'];
}

/** Keeps the values asked for last. */
const lately = <T>(make: (path: string) => T): ((path: string) => T) => {
  const known = new Map<string, T>();
  return (path) => {
    const value = known.get(path) ?? make(path);
    known.delete(path);
    known.set(path, value);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    return value;
  };
};

const stemOf = (village: Place): string => village.name.replace(/(?:村|社区)$/, '');

/** What a place is called in full: 青石彝族乡 is also 青石乡. */
export const namesOf = ({ level, name }: Place): readonly string[] => {
  const spoken = level === 'town' ? spokenTownName(name) : null;
  return spoken === null ? [name] : [name, spoken];
};

const localNames = (
  { villagesOfCounty }: PlaceList,
  { townsOf, villagesOf }: Pick<Nearby, 'townsOf' | 'villagesOf'>,
  unitPath: string,
): (readonly [string, Local])[] => {
  // Only a region has towns.
  const region = townsOf(unitPath).length > 0;
  const county = region ? unitPath : unitPath.split('/').slice(0, -1).join('/');
  const villages = region ? villagesOfCounty(unitPath) : villagesOf(unitPath);
  const full = [...townsOf(county), ...villages].filter((p) => p.name.length >= 3);
  const short = region ? [] : villages.filter((v) => stemOf(v).length >= 2 && stemOf(v) !== v.name);
  return [
    ...full.flatMap((place) => namesOf(place).map((name) => [name, { place, short: false }] as const)),
    ...short.map((place) => [stemOf(place), { place, short: true }] as const),
  ];
};

export const nearby: (places: PlaceList) => Nearby = kept((places) => {
  const lists = { townsOf: lately(places.townsOf), villagesOf: lately(places.villagesOf) };
  return { ...lists, placesOf: lately((path) => buildGazetteer(localNames(places, lists, path))) };
});
