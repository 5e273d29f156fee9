/**
 * Whose a fact is: the reporting units to which it is credited.
 *
 * A unit's own facts are its own, and so are those of what lies in it. What lies nowhere known is credited to the
 * unit whose report says so. But what a report says of the county above it, or of another town, is not its own.
 */
import type { PageEdge } from '../../src/view/page-data.js';
import { at, type Data } from '../data.js';
import type { Standing } from '../state.js';
import { standingOf } from '../visible.js';
import { STANDING_ORDER } from '../words.js';
import { perData } from './per-data.js';

/** A company in a park in a village of a town; a fourth step for those of a county. */
const STEPS = 4;

const placesOf = (data: Data): ReadonlyMap<number, readonly number[]> => {
  const places = new Map<number, number[]>();
  for (const { type, from, to } of data.edges) {
    if (type !== '位于') continue;
    const known = places.get(from);
    if (known === undefined) places.set(from, [to]);
    else known.push(to);
  }
  return places;
};

const unitsAbove = (
  node: number,
  places: ReadonlyMap<number, readonly number[]>,
  units: ReadonlySet<number>,
): readonly number[] => {
  let level: readonly number[] = [node];
  for (let step = 0; step <= STEPS && level.length > 0; step += 1) {
    // The nearest unit: a village is its town's before it is the county's.
    const found = level.filter((place) => units.has(place));
    if (found.length > 0) return [...new Set(found)].sort((a, b) => a - b);
    level = level.flatMap((place) => places.get(place) ?? []);
  }
  return [];
};

/** Edge → indices of the reporting units it is credited to, ascending. */
export const unitsOfFacts = perData((data: Data): readonly (readonly number[])[] => {
  const units = new Set(data.towns);
  const places = placesOf(data);
  const above = data.nodes.map((_, node) => unitsAbove(node, places, units));
  const reporting = (edge: PageEdge): readonly number[] => {
    const towns = edge.evidence.flatMap(([sentence]) => {
      const { town } = at(data.reports, at(data.sentences, sentence).report);
      return town === null ? [] : [town];
    });
    return [...new Set(towns)].sort((a, b) => a - b);
  };
  return data.edges.map((edge) => {
    const own = at(above, edge.from);
    if (own.length > 0) return own;
    const { label } = at(data.nodes, edge.from);
    return label === 'Region' || label === 'Town' ? [] : reporting(edge);
  });
});

const rank = (edge: PageEdge): number => STANDING_ORDER.indexOf(standingOf(edge));

/** Facts, the one to be shown first in front: stated before derived, done before planned, newest first. */
export const strongestFirst = (data: Data, edges: readonly number[]): readonly number[] =>
  [...edges].sort((p, q) => {
    const [a, b] = [at(data.edges, p), at(data.edges, q)];
    return (
      rank(a) - rank(b) ||
      Number(a.derived ?? false) - Number(b.derived ?? false) ||
      (at(data.yearOf, q) ?? 0) - (at(data.yearOf, p) ?? 0) ||
      b.evidence.length - a.evidence.length ||
      p - q
    );
  });

/** The standing of what several facts say of the same: done before under way before planned. */
export const standingOfAll = (data: Data, edges: readonly number[]): Standing => {
  const [first] = [...edges].map((edge) => at(data.edges, edge)).sort((a, b) => rank(a) - rank(b));
  return first === undefined ? 'none' : standingOf(first);
};

/** Distinct sentences behind facts. */
export const sentencesOf = (data: Data, edges: readonly number[]): readonly number[] => [
  ...new Set(edges.flatMap((edge) => at(data.edges, edge).evidence.map(([sentence]) => sentence))),
];

/** Numbers of the edges that the filters leave. */
export const shownEdges = (flags: Uint8Array): readonly number[] => {
  const numbers: number[] = [];
  for (let index = 0; index < flags.length; index += 1) if (flags[index] === 1) numbers.push(index);
  return numbers;
};
