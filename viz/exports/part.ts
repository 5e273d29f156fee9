/** What an export holds: the numbers of the nodes and edges that are shown, and nothing else. */
import type { Data } from '../data.js';

export interface Part {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** From the flags of the filters. An edge brings its ends: a list of facts without their subjects would be none. */
export const partOf = (
  data: Data,
  shown: { readonly nodes: ArrayLike<unknown>; readonly edges: ArrayLike<unknown> },
): Part => {
  const edges = data.edges.flatMap((_, index) => (shown.edges[index] ? [index] : []));
  const ends = new Set(edges.flatMap((index) => [data.edges[index]?.from, data.edges[index]?.to]));
  return {
    nodes: data.nodes.flatMap((_, index) => (shown.nodes[index] || ends.has(index) ? [index] : [])),
    edges,
  };
};
