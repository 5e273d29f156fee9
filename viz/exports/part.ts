/** What an export holds: the numbers of the nodes and edges that are shown, and nothing else. */
import type { Data } from '../data.js';
import type { Visible } from '../visible.js';

export interface Part {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** From the flags of the filters. An edge brings its ends: a list of facts without their subjects would be none. */
export const partOf = (data: Data, shown: Pick<Visible, 'nodes' | 'edges'>): Part => {
  const edges = data.edges.map((_, index) => index).filter((index) => shown.edges[index] === 1);
  const ends = new Set(edges.flatMap((index) => [data.edges[index]?.from, data.edges[index]?.to]));
  const nodes = data.nodes
    .map((_, index) => index)
    .filter((index) => shown.nodes[index] === 1 || ends.has(index));
  return { nodes, edges };
};
