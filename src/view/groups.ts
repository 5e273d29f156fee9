/**
 * What hangs together: communities of the graph (Louvain; Blondel et al. 2008), each described by what it contains.
 *
 * A group has no name of its own: the page names it by its heads, the things most tied to the rest of it. The order
 * of the nodes and the seed are fixed, so the same graph has the same groups.
 */
import graphology from 'graphology';
import * as communities from 'graphology-communities-louvain';
import { NODE_LABELS } from '../schema.js';
import type { PageEdge, PageGroup, PageNode } from './page-data.js';

/** What is tied to one other thing only is no group. */
const SMALLEST = 3;
const HEADS = 3;
/** A link that is only derived ties less than any sentence. */
const DERIVED = 0.25;
const SEED = 20_240_101;

type Louvain = (graph: object, options: object) => Readonly<Record<string, number>>;

export interface Groups {
  /** Largest first. */
  readonly groups: readonly PageGroup[];
  /** Node → index into `groups`; undefined where it belongs to none. */
  readonly groupOf: readonly (number | undefined)[];
}

/** Numbers between 0 and 1, always the same ones (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Nodes that facts join, and by how many sentences. */
const tiesOf = (edges: readonly PageEdge[]): readonly Tie[] => {
  const ties = new Map<string, { a: number; b: number; sentences: Set<number> }>();
  for (const { from, to, derived, evidence } of edges) {
    if (from === to) continue;
    const [a, b] = [Math.min(from, to), Math.max(from, to)];
    const tie = ties.get(`${a} ${b}`) ?? { a, b, sentences: new Set() };
    ties.set(`${a} ${b}`, tie);
    if (!derived) for (const [sentence] of evidence) tie.sentences.add(sentence);
  }
  return [...ties.values()].map(({ a, b, sentences }) => ({ a, b, weight: sentences.size || DERIVED }));
};

export const groupsOf = (nodes: readonly Pick<PageNode, 'label'>[], edges: readonly PageEdge[]): Groups => {
  const ties = tiesOf(edges);
  const graph = new graphology.UndirectedGraph();
  nodes.forEach((_, index) => {
    graph.addNode(index);
  });
  for (const { a, b, weight } of ties) graph.addEdge(a, b, { weight });
  // The package is CommonJS: what it exports is the function itself, whatever its types say.
  const louvain = communities.default as unknown as Louvain;
  const found = ties.length === 0 ? {} : louvain(graph, { getEdgeWeight: 'weight', rng: seeded(SEED) });
  const members = new Map<number, number[]>();
  nodes.forEach((_, index) => {
    const community = found[index];
    if (community === undefined) return;
    const list = members.get(community) ?? [];
    members.set(community, list);
    list.push(index);
  });
  const inner = new Float64Array(nodes.length);
  for (const { a, b, weight } of ties) {
    if (found[a] !== found[b]) continue;
    inner[a] = (inner[a] ?? 0) + weight;
    inner[b] = (inner[b] ?? 0) + weight;
  }
  const lists = [...members.values()]
    .filter((list) => list.length >= SMALLEST)
    .sort((p, q) => q.length - p.length || (p[0] ?? 0) - (q[0] ?? 0));
  const groupOf: (number | undefined)[] = nodes.map(() => undefined);
  const groups = lists.map((list, group): PageGroup => {
    for (const node of list) groupOf[node] = group;
    const types = NODE_LABELS.flatMap((label) => {
      const count = list.filter((node) => nodes[node]?.label === label).length;
      return label === 'Report' || count === 0 ? [] : ([[label, count]] as const);
    });
    // A figure says nothing of what a group is about.
    const heads = list
      .filter((node) => nodes[node]?.label !== 'Indicator')
      .sort((a, b) => (inner[b] ?? 0) - (inner[a] ?? 0) || a - b)
      .slice(0, HEADS);
    return { size: list.length, heads, types: [...types].sort(([, a], [, b]) => b - a) };
  });
  return { groups, groupOf };
};
