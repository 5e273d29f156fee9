/**
 * The towns and villages a report may name without saying where they lie: the towns of its county and its own
 * villages, in full and in short. Unpacking and indexing them takes as long as reading a report, so those asked for
 * last are kept; reports come county by county.
 */
import type { Place } from '../../model.js';
import type { PlaceList } from '../../places/index.js';
import { buildGazetteer, type Gazetteer } from '../../text/gazetteer.js';
import { kept } from '../kept.js';

/** A few kilobytes each; a county that reports for itself, a hundred. */
const KEPT = 256;

export interface Nearby {
  readonly towns: (countyPath: string) => Gazetteer<Place>;
  /** Villages of a town, or of all towns of a county. */
  readonly villages: (path: string) => Gazetteer<Place>;
  /** Villages of a town by what is left of their names without 村 or 社区: 红旗. */
  readonly shortVillages: (townPath: string) => Gazetteer<Place>;
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

const fullNames = (places: readonly Place[]): Gazetteer<Place> =>
  buildGazetteer(places.filter((p) => p.name.length >= 3).map((p) => [p.name, p] as const));

const stemOf = (village: Place): string => village.name.replace(/(?:村|社区)$/, '');

export const nearby: (places: PlaceList) => Nearby = kept((places) => {
  const townsOf = lately(places.townsOf);
  const villagesOf = lately(places.villagesOf);
  return {
    townsOf,
    villagesOf,
    towns: lately((path) => fullNames(townsOf(path))),
    villages: lately((path) => fullNames([...villagesOf(path), ...places.villagesOfCounty(path)])),
    shortVillages: lately((path) =>
      buildGazetteer(
        villagesOf(path)
          .filter((v) => stemOf(v).length >= 2 && stemOf(v) !== v.name)
          .map((v) => [stemOf(v), v] as const),
      ),
    ),
  };
});
