/**
 * How many things and facts each choice of each filter holds, the other filters as they are: what a click would add
 * or take away. One pass over the facts, counting for each which single filter keeps it out.
 */
import type { EdgeType, NodeLabel } from '../src/schema.js';
import { at, type Data } from './data.js';
import { NO_FILTERS, type Standing, type State } from './state.js';
import { inYears, passesNode, standingOf } from './visible.js';
import type { Change } from './years.js';

export interface Facets {
  /** Things. */
  readonly types: ReadonlyMap<NodeLabel, number>;
  readonly towns: ReadonlyMap<number, number>;
  /** Facts. */
  readonly relations: ReadonlyMap<EdgeType, number>;
  readonly standings: ReadonlyMap<Standing, number>;
  readonly years: ReadonlyMap<number, number>;
  readonly changes: ReadonlyMap<Change, number>;
  /** By the number of sentences behind a fact. */
  readonly sources: ReadonlyMap<number, number>;
}

export const facets = (data: Data, { filters, hidden }: State): Facets => {
  const types = new Map<NodeLabel, number>();
  const towns = new Map<number, number>();
  const relations = new Map<EdgeType, number>();
  const standings = new Map<Standing, number>();
  const years = new Map<number, number>();
  const changes = new Map<Change, number>();
  const sources = new Map<number, number>();
  const add = <T>(counts: Map<T, number>, key: T): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const anyType = { ...filters, hiddenTypes: NO_FILTERS.hiddenTypes };
  const anyTown = { ...filters, towns: NO_FILTERS.towns };
  const shown = data.nodes.map((node, index) => {
    if (hidden.has(index)) return false;
    if (passesNode(data, index, anyType)) add(types, node.label);
    if (passesNode(data, index, anyTown)) for (const town of node.towns) add(towns, town);
    return passesNode(data, index, filters);
  });
  const changesOf = filters.changes === null ? null : data.changes(filters.changes.year);
  data.edges.forEach((edge, index) => {
    if (!shown[edge.from] || !shown[edge.to]) return;
    const standing = standingOf(edge);
    const year = at(data.yearOf, index);
    const sentences = at(data.sentencesOf, index);
    const change = changesOf?.get(index);
    const byRelation = filters.hiddenRelations.has(edge.type);
    const byStanding = filters.hiddenStandings.has(standing);
    const byYear = !inYears(year, filters.years);
    const bySources = sentences < filters.sources;
    const byChange = filters.changes !== null && change !== filters.changes.change;
    const outs =
      Number(byRelation) + Number(byStanding) + Number(byYear) + Number(bySources) + Number(byChange);
    // Two filters keep it out: no single click brings it back.
    if (outs > 1) return;
    if (outs === Number(byRelation)) add(relations, edge.type);
    if (outs === Number(byStanding)) add(standings, standing);
    if (outs === Number(byYear) && year !== null) add(years, year);
    if (outs === Number(bySources)) add(sources, sentences);
    if (outs === Number(byChange) && change !== undefined) add(changes, change);
  });
  return { types, towns, relations, standings, years, changes, sources };
};
