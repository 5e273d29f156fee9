/**
 * What the filters leave, and how many: every view shows it, the bar below counts it.
 *
 * A fact shows when it passes itself and both its ends do. A thing shows when it passes and, if it has facts,
 * at least one of them passes.
 */

import type { GraphLabel } from '../src/model.js';
import type { EdgeType } from '../src/schema.js';
import type { PageEdge } from '../src/view/page-data.js';
import { at, type Data } from './data.js';
import { perData } from './models/per-data.js';
import type { Filters, Standing, State } from './state.js';

export interface Visible {
  /** 1 for each node and edge that shows. */
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly nodeCount: number;
  readonly edgeCount: number;
}

export const standingOf = (edge: PageEdge): Standing => edge.status ?? 'none';

export const countOf = (flags: Uint8Array): number => {
  let count = 0;
  for (const flag of flags) count += flag;
  return count;
};

/** Whether a node passes the filters on nodes; filters on its facts are another matter. */
export const passesNode = (data: Data, index: number, { hiddenTypes, towns }: Filters): boolean => {
  const node = at(data.nodes, index);
  return !hiddenTypes.has(node.label) && (towns.size === 0 || node.towns.some((town) => towns.has(town)));
};

/** Whether a fact passes the filters on facts, its ends aside. */
export const passesFact = (data: Data, index: number, filters: Filters): boolean => {
  const edge = at(data.edges, index);
  return (
    !filters.hiddenRelations.has(edge.type) &&
    !filters.hiddenStandings.has(standingOf(edge)) &&
    inYears(at(data.yearOf, index), filters.years) &&
    at(data.sentencesOf, index) >= filters.sources &&
    (filters.changes === null || data.changes(filters.changes.year).get(index) === filters.changes.change)
  );
};

export const inYears = (year: number | null, years: Filters['years']): boolean =>
  years === null || (year !== null && year >= years[0] && year <= years[1]);

export const visible = (data: Data, { filters, hidden }: Pick<State, 'filters' | 'hidden'>): Visible => {
  const passes = new Uint8Array(data.edges.length);
  // Things with a fact that passes; those without any fact need none.
  const nodes = new Uint8Array(data.nodes.length);
  data.edges.forEach(({ from, to }, index) => {
    if (!passesFact(data, index, filters)) return;
    passes[index] = 1;
    nodes[from] = 1;
    nodes[to] = 1;
  });
  let nodeCount = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    const held = nodes[index] === 1 || at(data.edgesOf, index).length === 0;
    nodes[index] = Number(held && !hidden.has(index) && passesNode(data, index, filters));
    nodeCount += nodes[index] ?? 0;
  }
  let edgeCount = 0;
  data.edges.forEach(({ from, to }, index) => {
    passes[index] = (passes[index] ?? 0) & (nodes[from] ?? 0) & (nodes[to] ?? 0);
    edgeCount += passes[index] ?? 0;
  });
  return { nodes, edges: passes, nodeCount, edgeCount };
};

/** How many things of each type, and facts of each standing and relation, the graph holds. */
export const totals = perData(
  (
    data: Data,
  ): {
    types: ReadonlyMap<GraphLabel, number>;
    standings: ReadonlyMap<Standing, number>;
    relations: ReadonlyMap<EdgeType, number>;
  } => {
    const types = new Map<GraphLabel, number>();
    const standings = new Map<Standing, number>();
    const relations = new Map<EdgeType, number>();
    const add = <T>(counts: Map<T, number>, key: T): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    for (const { label } of data.nodes) add(types, label);
    for (const edge of data.edges) {
      add(standings, standingOf(edge));
      add(relations, edge.type);
    }
    return { types, standings, relations };
  },
);
