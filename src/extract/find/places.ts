/** All places named in a report: regions, the unit and its neighbours, chains of names, and names by their ending. */
import type { Report } from '../../model.js';
import type { Atlas } from '../../read/atlas.js';
import type { Engine } from '../engine.js';
import { findChained, findLocalPlaces, findUnit } from './local-places.js';
import { type PlaceHit, settle } from './place-hit.js';
import { findRegions, findStatedRegions } from './regions.js';
import { findSuffixedPlaces } from './suffixed-places.js';

export type { PlaceHit };

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
  return settle([...chained, ...findSuffixedPlaces(norm, verbEnds, chained, engine)]);
};
