/** What reading and extraction know of the country; opened once per run. */
import type { Place } from '../model.js';
import type { PlaceList } from '../places/index.js';
import { regionNames } from '../places/region-names.js';
import { buildGazetteer, type Gazetteer } from '../text/gazetteer.js';

export interface Atlas {
  readonly places: PlaceList;
  /** Full and short names of every province, city and county. */
  readonly regions: Gazetteer<Place>;
}

export const openAtlas = (places: PlaceList): Atlas => {
  const { entries, trie } = regionNames(places);
  return { places, regions: buildGazetteer(entries, trie) };
};
