import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeGraph } from '../../../scripts/lib/made-graph.mjs';
import type { PageData } from '../../../src/view/page-data.js';
import { pageData } from '../../../src/view/payload.js';
import { type Data, indexData } from '../../../viz/data.js';
import { EVERYTHING, shortestWays, type Way } from '../../../viz/paths.js';
import { graph } from '../fixture.js';

/** Nodes 0 … n-1 joined by `pairs`; each pair is a fact with as many sentences as its third number says. */
const network = (n: number, pairs: readonly (readonly [number, number, number?])[]): Data => {
  const sentences: PageData['sentences'][number][] = [];
  const node = (index: number): PageData['nodes'][number] => ({
    id: `Company:${index}`,
    label: 'Company',
    name: String(index),
    pinyin: '',
    x: 0,
    y: 0,
    support: 0,
    towns: [],
    betweenness: 0,
  });
  const edges = pairs.map(([from, to, weight = 1]): PageData['edges'][number] => ({
    type: '合作',
    from,
    to,
    evidence: Array.from({ length: weight }, () => {
      sentences.push({ report: 0, start: 0, end: 1, text: '…' });
      return [sentences.length - 1, 0] as const;
    }),
  }));
  return indexData({
    ...pageData({ ...graph, reports: [], nodes: [], edges: [] }),
    nodes: Array.from({ length: n }, (_, index) => node(index)),
    edges,
    sentences,
    rules: ['r'],
  });
};

const nodesOf = (way: Way): number[] => way.flatMap(({ from, to }, hop) => (hop === 0 ? [from, to] : [to]));
const ways = (data: Data, from: number, to: number, k: number): number[][] =>
  shortestWays(data, from, to, k).map(nodesOf);

/** Every simple way, by trying them all. */
const everyWay = (data: Data, from: number, to: number): number[][] => {
  const found: number[][] = [];
  const go = (way: number[]): void => {
    const node = way.at(-1) ?? from;
    if (node === to) {
      found.push(way);
      return;
    }
    for (const link of data.linksOf[node] ?? []) {
      const { a, b } = data.links[link] ?? { a: 0, b: 0 };
      const next = a === node ? b : a;
      if (!way.includes(next)) go([...way, next]);
    }
  };
  go([from]);
  return found;
};

describe('shortestWays', () => {
  // 0 – 1 – 5, 0 – 2 – 5, 0 – 3 – 4 – 5; 6 stands alone.
  const data = network(7, [
    [0, 1],
    [1, 5],
    [0, 2, 2],
    [5, 2, 3],
    [3, 0],
    [3, 4],
    [4, 5],
  ]);

  it('gives the shortest first, among equals the better supported', () => {
    expect(ways(data, 0, 5, 1)).toEqual([[0, 2, 5]]);
    expect(ways(data, 0, 5, 5)).toEqual([
      [0, 2, 5],
      [0, 1, 5],
      [0, 3, 4, 5],
    ]);
    expect(ways(data, 5, 0, 2)).toEqual([
      [5, 2, 0],
      [5, 1, 0],
    ]);
  });

  it('gives none between what is not joined, or is one', () => {
    expect(ways(data, 0, 6, 3)).toEqual([]);
    expect(ways(data, 0, 0, 3)).toEqual([]);
  });

  it('passes only what may be passed', () => {
    const without = (node: number) => ({ ...EVERYTHING, nodes: (other: number) => other !== node });
    expect(shortestWays(data, 0, 5, 1, without(2)).map(nodesOf)).toEqual([[0, 1, 5]]);
    // The ends were chosen by a person, whatever is hidden.
    expect(shortestWays(data, 0, 5, 1, without(5)).map(nodesOf)).toEqual([[0, 2, 5]]);
    const noFirst = { ...EVERYTHING, edges: (edge: number) => edge > 2 };
    expect(shortestWays(data, 0, 5, 3, noFirst).map(nodesOf)).toEqual([[0, 3, 4, 5]]);
  });

  it('gives each hop the facts to read, stated ones first', () => {
    const towns = indexData(pageData(graph));
    const node = (name: string): number => towns.nodes.findIndex((item) => item.name === name);
    const [way] = shortestWays(towns, node('东坝村'), node('柳溪镇'), 1);
    expect(way?.map(({ facts }) => facts.map((fact) => towns.edges[fact]?.type))).toEqual([
      ['位于'],
      ['实施'],
      ['实施'],
    ]);
    const [honour] = shortestWays(towns, node('东坝村'), node('云川市文明村'), 1);
    expect(honour?.[0]?.facts.map((fact) => towns.edges[fact]?.derived ?? false)).toEqual([false]);
  });

  it('does not grow tired of many facts between the same two', () => {
    const many = network(
      3,
      Array.from({ length: 1000 }, (_, i) => [i % 2, (i % 2) + 1] as const),
    );
    expect(ways(many, 0, 2, 9)).toEqual([[0, 1, 2]]);
  });

  it('ends where two dense parts hang together by one link', () => {
    const clique = (from: number): [number, number][] =>
      Array.from({ length: 25 * 25 }, (_, i): [number, number] => [
        from + Math.floor(i / 25),
        from + (i % 25),
      ]).filter(([a, b]) => a < b);
    const bridge = network(51, [...clique(0), ...clique(25), [24, 25], [49, 50]]);
    expect(ways(bridge, 24, 25, 3)).toEqual([[24, 25]]);
    expect(ways(bridge, 0, 50, 3).map((way) => way.length)).toEqual([5, 6, 6]);
  });

  it('agrees with trying every way, on any graph', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), fc.integer({ min: 1, max: 6 }), (pairs, k) => {
        const any = network(7, pairs);
        const found = ways(any, 0, 6, k);
        const all = everyWay(any, 0, 6);
        const lengths = all.map((way) => way.length).sort((a, b) => a - b);
        expect(found.map((way) => way.length)).toEqual(lengths.slice(0, k));
        expect(new Set(found.map(String)).size).toBe(found.length);
        for (const way of found) expect(all).toContainEqual(way);
      }),
    );
  });

  it('gives the same ways again in a larger graph', () => {
    const made = indexData(pageData(madeGraph(600, 2400)));
    const companies = made.nodes.flatMap(({ label }, index) => (label === 'Company' ? [index] : []));
    const [a = 0] = companies;
    const b = companies.at(-1) ?? 0;
    const first = ways(made, a, b, 5);
    expect(first).toHaveLength(5);
    expect(ways(made, a, b, 5)).toEqual(first);
  });
});
