/**
 * How much of the graph's traffic passes each node: betweenness (Freeman 1977) by Brandes's algorithm (2001).
 *
 * Exact while that takes about a second; beyond, from evenly spread sources only (Brandes & Pich 2007), and the page
 * says from how many. Links count once, without direction, however many facts they stand for.
 */
import type { PageEdge } from './page-data.js';

export interface Betweenness {
  /** Share of all shortest paths between two others that pass through each node, 0 to 1. */
  readonly values: Float64Array;
  /** Nodes whose paths were followed; fewer than all means an estimate. */
  readonly sources: number;
}

/** Links looked at in all, at most. */
const BUDGET = 3e7;

/** Neighbours of all nodes in one list, those of `node` from `starts[node]` on. */
interface Neighbours {
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

export const neighboursOf = (count: number, edges: readonly PageEdge[]): Neighbours => {
  const sets: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const { from, to } of edges) {
    if (from === to) continue;
    sets[from]?.add(to);
    sets[to]?.add(from);
  }
  const starts = new Uint32Array(count + 1);
  sets.forEach((set, node) => {
    starts[node + 1] = (starts[node] ?? 0) + set.size;
  });
  return { starts, list: Uint32Array.from(sets.flatMap((set) => [...set].sort((a, b) => a - b))) };
};

/** Adds to `sums` how much of the shortest paths from `source` depends on each node. */
const follow = (source: number, { starts, list }: Neighbours, sums: Float64Array): void => {
  const count = sums.length;
  const distance = new Int32Array(count).fill(-1);
  const paths = new Float64Array(count);
  const depends = new Float64Array(count);
  const reached = new Uint32Array(count);
  let end = 1;
  reached[0] = source;
  distance[source] = 0;
  paths[source] = 1;
  for (let at = 0; at < end; at += 1) {
    const node = reached[at] as number;
    const next = (distance[node] as number) + 1;
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i += 1) {
      const other = list[i] as number;
      if (distance[other] === -1) {
        distance[other] = next;
        reached[end] = other;
        end += 1;
      }
      if (distance[other] === next) paths[other] = (paths[other] as number) + (paths[node] as number);
    }
  }
  for (let at = end - 1; at > 0; at -= 1) {
    const node = reached[at] as number;
    const before = (distance[node] as number) - 1;
    const share = (1 + (depends[node] as number)) / (paths[node] as number);
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i += 1) {
      const other = list[i] as number;
      if (distance[other] === before)
        depends[other] = (depends[other] as number) + (paths[other] as number) * share;
    }
    sums[node] = (sums[node] as number) + (depends[node] as number);
  }
};

/** Betweenness of `count` nodes joined by `edges`; `budget` bounds the work. */
export const betweenness = (count: number, edges: readonly PageEdge[], budget = BUDGET): Betweenness => {
  const neighbours = neighboursOf(count, edges);
  const cost = count + neighbours.list.length;
  const sources = Math.min(count, Math.max(1, Math.floor(budget / Math.max(1, cost))));
  const sums = new Float64Array(count);
  for (let i = 0; i < sources; i += 1) follow(Math.floor((i * count) / sources), neighbours, sums);
  const pairs = Math.max(1, (count - 1) * (count - 2));
  return { values: sums.map((sum) => (sum * count) / Math.max(1, sources) / pairs), sources };
};
