/**
 * The towns and villages a report may name without saying where they lie: those of its county, and the short forms of
 * its own villages. Unpacking and indexing a county takes longer than reading a report, so the counties and towns
 * asked for last are kept; reports come county by county.
 */
import type { Place } from '../../model.js';
import type { PlaceList } from '../../places/index.js';
import { buildGazetteer, type Gazetteer } from '../../text/gazetteer.js';
import { kept } from '../kept.js';

/** Some ten megabytes at most. */
const KEPT = 64;

export interface Nearby {
  /** Full names of the towns and villages of a county. */
  readonly county: (path: string) => Gazetteer<Place>;
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

const stemOf = (village: Place): string => village.name.replace(/(?:村|社区)$/, '');

export const nearby: (places: PlaceList) => Nearby = kept((places) => {
  const townsOf = lately(places.townsOf);
  const villagesOf = lately(places.villagesOf);
  return {
    townsOf,
    villagesOf,
    county: lately((path) =>
      buildGazetteer(
        [...townsOf(path), ...places.villagesOfCounty(path)]
          .filter((p) => p.name.length >= 3)
          .map((p) => [p.name, p] as const),
      ),
    ),
    shortVillages: lately((path) =>
      buildGazetteer(
        villagesOf(path)
          .filter((v) => stemOf(v).length >= 2 && stemOf(v) !== v.name)
          .map((v) => [stemOf(v), v] as const),
      ),
    ),
  };
});
