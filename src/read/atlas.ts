/** What reading and extraction know of the country; opened once per run. */
import type { Place } from '../model.js';
import type { PlaceList } from '../places/index.js';
import { shortName } from '../places/short-name.js';
import { buildGazetteer, type Gazetteer } from '../text/gazetteer.js';

export interface Atlas {
  readonly places: PlaceList;
  /** Full and short names of every province, city and county. */
  readonly regions: Gazetteer<Place>;
}

/** Full and short name of a place, the same once where there is no shorter one. */
export const namesOf = (place: Place): string[] =>
  [...new Set([place.name, shortName(place.name, place.level)])].filter((n) => n.length >= 2);

export const openAtlas = (places: PlaceList): Atlas => ({
  places,
  regions: buildGazetteer(
    places.regions().flatMap((place) => namesOf(place).map((name) => [name, place] as const)),
  ),
});
