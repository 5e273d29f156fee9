/**
 * What the filters leave, and how many: the canvas hides by it, the legend counts by it.
 *
 * A fact shows when its standing and both its types do. A thing shows when its type does and, if it has facts,
 * at least one of them has a standing that shows.
 */
import type { GraphLabel } from '../src/model.js';
import type { PageEdge } from '../src/view/page-data.js';
import { at, type Data } from './data.js';
import type { Standing, State } from './state.js';

export interface Visible {
  readonly nodes: readonly boolean[];
  readonly edges: readonly boolean[];
  readonly nodeCount: number;
  readonly edgeCount: number;
}

export const standingOf = (edge: PageEdge): Standing => edge.status ?? 'none';

export const visible = (data: Data, { hiddenTypes, hiddenStandings }: State): Visible => {
  const stands = data.edges.map((edge) => !hiddenStandings.has(standingOf(edge)));
  const nodes = data.nodes.map((node, index) => {
    const own = at(data.edgesOf, index);
    return !hiddenTypes.has(node.label) && (own.length === 0 || own.some((edge) => stands[edge]));
  });
  const edges = data.edges.map((edge, index) => Boolean(stands[index] && nodes[edge.from] && nodes[edge.to]));
  return {
    nodes,
    edges,
    nodeCount: nodes.filter(Boolean).length,
    edgeCount: edges.filter(Boolean).length,
  };
};

/** How many things of each type, and facts of each standing, the graph holds. */
export const totals = (
  data: Data,
): { types: ReadonlyMap<GraphLabel, number>; standings: ReadonlyMap<Standing, number> } => {
  const types = new Map<GraphLabel, number>();
  const standings = new Map<Standing, number>();
  for (const { label } of data.nodes) types.set(label, (types.get(label) ?? 0) + 1);
  for (const edge of data.edges) {
    const standing = standingOf(edge);
    standings.set(standing, (standings.get(standing) ?? 0) + 1);
  }
  return { types, standings };
};
