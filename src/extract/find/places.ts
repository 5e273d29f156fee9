/** All places named in a report: regions, the unit and its neighbours, chains of names, and names by their ending. */
import type { Report } from '../../model.js';
import type { Atlas } from '../../read/atlas.js';
import type { Engine } from '../engine.js';
import { findChained, findLocalPlaces, findUnit } from './local-places.js';
import { type PlaceHit, settle } from './place-hit.js';
import { findRegions, findStatedRegions } from './regions.js';
import { findSuffixedPlaces, stemPatterns } from './suffixed-places.js';
import { findVillageLists } from './village-lists.js';

export type { PlaceHit };

/** Hits that touch none of those found before. */
const apart = (hits: readonly PlaceHit[], taken: readonly PlaceHit[]): PlaceHit[] =>
  hits.filter(({ span: [s, e] }) => !taken.some(({ span: [start, end] }) => s < end && start < e));

/** In text order, without overlaps. `verbEnds`: see Document. */
export const findPlaces = (
  report: Report,
  norm: string,
  verbEnds: Int32Array,
  engine: Engine,
  atlas: Atlas,
): PlaceHit[] => {
  const known = settle([
    ...findRegions(norm, report.town?.path ?? '', atlas),
    ...findStatedRegions(report, norm),
    ...findUnit(report, norm),
    ...findLocalPlaces(report, norm, atlas),
  ]);
  const chained = settle([...known, ...findChained(norm, known, atlas)]);
  const villages = new Map(atlas.places.villagesOf(report.town?.path ?? '').map((v) => [v.name, v]));
  const listed = findVillageLists({
    norm,
    verbEnds,
    taken: chained,
    general: stemPatterns(engine).general,
    own: (name) => villages.get(name) ?? null,
  });
  const founded = settle([...chained, ...apart(listed, chained)]);
  return settle([...founded, ...findSuffixedPlaces(norm, verbEnds, founded, engine)]);
};
