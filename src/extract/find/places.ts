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

const BETWEEN = /^[和与及、]$/;

/** A place the list does not know lies in the one whose name stands right before it: 甲县乙镇|丙村, 甲县乙镇和|丁镇. */
const located = (norm: string, hits: readonly PlaceHit[]): PlaceHit[] => {
  const done: PlaceHit[] = [];
  for (const hit of hits) {
    const before = done.at(-1);
    const path = before?.place?.path;
    if (hit.place !== null || hit.type === 'Region' || !before || path === undefined) {
      done.push(hit);
      continue;
    }
    const between = norm.slice(before.span[1], hit.span[0]);
    const parent =
      between === '' && before.type !== hit.type
        ? path
        : BETWEEN.test(between) && before.type === hit.type
          ? path.split('/').slice(0, -1).join('/')
          : null;
    const level = hit.type === 'Town' ? 'town' : 'village';
    const place = { level, name: hit.name, path: `${parent}/${hit.name}`, code: '' } as const;
    done.push(parent === null ? hit : { ...hit, place });
  }
  return done;
};

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
  return located(norm, settle([...founded, ...findSuffixedPlaces(norm, verbEnds, founded, engine)]));
};
