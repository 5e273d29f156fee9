import graphology from 'graphology';
import * as library from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import { betweenness } from '../../src/view/centrality.js';
import type { PageEdge } from '../../src/view/page-data.js';
import { pageData } from '../../src/view/payload.js';

const edge = ([from, to]: readonly [number, number]): PageEdge => ({ type: '合作', from, to, evidence: [] });
const values = (count: number, ...pairs: readonly (readonly [number, number])[]): number[] => [
  ...betweenness(count, pairs.map(edge)).values,
];

describe('betweenness', () => {
  it.each<[what: string, count: number, pairs: [number, number][], expected: number[]]>([
    ['nothing', 0, [], []],
    ['one thing', 1, [], [0]],
    [
      'a chain',
      3,
      [
        [0, 1],
        [1, 2],
      ],
      [0, 1, 0],
    ],
    [
      'a triangle',
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      [0, 0, 0],
    ],
    [
      'two ways of the same length',
      4,
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ],
      [1 / 6, 1 / 6, 1 / 6, 1 / 6],
    ],
    [
      'a star',
      4,
      [
        [0, 1],
        [0, 2],
        [3, 0],
      ],
      [1, 0, 0, 0],
    ],
    [
      'facts in both directions, twice, and of a thing with itself',
      3,
      [
        [0, 1],
        [1, 0],
        [1, 2],
        [1, 2],
        [1, 1],
      ],
      [0, 1, 0],
    ],
  ])('of %s', (_, count, pairs, expected) => {
    const found = values(count, ...pairs);
    expect(found).toHaveLength(expected.length);
    for (const [node, value] of expected.entries()) expect(found[node]).toBeCloseTo(value, 12);
  });

  it('agrees with graphology-metrics', () => {
    const { nodes, edges } = pageData(madeGraph(400, 1200));
    const graph = new graphology.UndirectedGraph();
    for (let node = 0; node < nodes.length; node += 1) graph.addNode(node);
    for (const { from, to } of edges) graph.mergeEdge(from, to);
    // The package is CommonJS: what it exports is the function itself, whatever its types say.
    const ask = library.default as unknown as (graph: object, options: object) => Record<string, number>;
    const theirs = ask(graph, { getEdgeWeight: null });
    const { values: ours, sources } = betweenness(nodes.length, edges);
    expect(sources).toBe(nodes.length);
    for (const [node, value] of Object.entries(theirs)) expect(ours[Number(node)]).toBeCloseTo(value, 10);
  });

  it('says of an estimate from how many it is, and stays near', () => {
    const { nodes, edges } = pageData(madeGraph(400, 1200));
    const exact = betweenness(nodes.length, edges);
    const estimate = betweenness(nodes.length, edges, 200_000);
    expect(estimate.sources).toBeLessThan(nodes.length / 2);
    const top = (values: Float64Array): number[] =>
      [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, 10);
    const shared = top(exact.values).filter((node) => top(estimate.values).includes(node));
    expect(shared.length).toBeGreaterThanOrEqual(7);
  });
});
