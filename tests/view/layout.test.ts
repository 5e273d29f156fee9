import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, GraphNode } from '../../src/model.js';
import { ENTITY_TYPES } from '../../src/schema.js';
import { layout, type Point } from '../../src/view/layout.js';
import { emptyGraph, graph, LIUXI, QINGHE, shuffled } from './fixture.js';

const place = (places: ReadonlyMap<string, Point>, id: string): Point => {
  const point = places.get(id);
  if (point === undefined) throw new Error(`no place for ${id}`);
  return point;
};
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const sorted = (places: ReadonlyMap<string, Point>): unknown =>
  [...places].sort(([a], [b]) => (a < b ? -1 : 1));

/** `towns` reports, and things each of which some of the towns mention. */
const graphOf = (towns: number, things: readonly (readonly number[])[]): Graph => {
  const reports = Array.from({ length: towns }, (_, index) => ({
    ...graph.reports[0],
    id: `Report:${index}`,
    path: `${index}.txt`,
    title: `${index}`,
    issuer: null,
    published: null,
    year: null,
    town: `Town:${index}`,
  }));
  const node = (id: string, label: GraphNode['label'], owners: readonly number[]): GraphNode => ({
    id,
    label,
    name: id,
    aliases: [],
    props: {},
    mentions: owners.map((owner) => ({ report: `Report:${owner}`, start: 0, end: 1, rule: 'name.known' })),
  });
  return {
    ...emptyGraph,
    reports,
    nodes: [
      ...reports.map((_, index) => node(`Town:${index}`, 'Town', [index])),
      ...things.map((owners, index) =>
        node(`Thing:${index}`, ENTITY_TYPES[index % ENTITY_TYPES.length] ?? 'Program', owners),
      ),
    ],
  };
};

describe('layout', () => {
  it('does not depend on the order of the input', () => {
    expect(sorted(layout(shuffled))).toEqual(sorted(layout(graph)));
  });

  it('places nothing for an empty graph', () => {
    expect(layout(emptyGraph).size).toBe(0);
  });

  it('puts the only town in the middle', () => {
    const places = layout(graphOf(1, [[0], [0], [0]]));
    expect(place(places, 'Town:0')).toEqual({ x: 0, y: 0 });
  });

  it('puts two towns left and right, and what they share between them', () => {
    const places = layout(graph);
    const [left, right] = [place(places, LIUXI), place(places, QINGHE)];
    expect(left.x).toBeLessThan(right.x);
    expect(left.y).toBeCloseTo(right.y);
    const shared = place(places, 'Program:和美乡村建设');
    expect(shared.x).toBeGreaterThan(left.x);
    expect(shared.x).toBeLessThan(right.x);
  });

  it.each([
    ['Village:云川省/云川市/云川县/青禾镇/东坝村', QINGHE, LIUXI],
    ['Project:云川省/云川市/云川县/青禾冷链物流中心', QINGHE, LIUXI],
    ['Event:云川省/云川市/云川县/柳溪镇/荷花节', LIUXI, QINGHE],
  ])('puts %s on the side of its town', (thing, own, foreign) => {
    const places = layout(graph);
    expect(distance(place(places, thing), place(places, own))).toBeLessThan(
      distance(place(places, thing), place(places, foreign)),
    );
  });

  it('puts no two nodes so near that their discs touch, whoever shares what', () => {
    const graphs = fc
      .tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { maxLength: 120 }),
      )
      .map(([towns, things]) =>
        graphOf(
          towns,
          things.map((owners) => owners.map((owner) => owner % towns)),
        ),
      );
    fc.assert(
      fc.property(graphs, (any) => {
        const points = [...layout(any).values()];
        const nearest = Math.min(
          Number.POSITIVE_INFINITY,
          ...points.flatMap((a, i) => points.slice(i + 1).map((b) => distance(a, b))),
        );
        return points.length === any.nodes.length && nearest > 10;
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
