/**
 * Where everything stands on the canvas, decided once at build so that the page never has to settle.
 *
 * Reporting units are fixed points on a circle (one alone: the middle). What belongs to one of them lies in a
 * disc around it; what several share lies in a disc between them: position answers "whose is it". Inside
 * a disc the places are those of a sunflower head (Vogel 1979), which are evenly dense and never coincide; they are
 * cut into one wedge per type, the best supported nearest the middle. No chance, no dependence on input order.
 */
import type { Graph, GraphNode } from '../model.js';
import { NODE_LABELS } from '../schema.js';
import { ownersOf, reportingUnits } from './owners.js';
import { type Disc, separate } from './separate.js';
import { supportOf } from './support.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance between neighbouring places of a disc is about 1.7 of this. What is shared is named first: more room. */
const SPACING = { own: 10, shared: 19 };
/** Places left free around the fixed point, so that its own disc and name have room. */
const CORE = 10;
const GAP = 20;
/** A screen is wider than high. */
const STRETCH = 1.25;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** How a disc is filled: distance of its places, and how many are left free in the middle. */
interface Filling {
  readonly spacing: number;
  readonly core: number;
}
const OWN: Filling = { spacing: SPACING.own, core: CORE };
const SHARED: Filling = { spacing: SPACING.shared, core: 0 };

const radius = (count: number, { spacing, core }: Filling): number => spacing * Math.sqrt(count + core + 1);

/** Node id → place. Every node of the graph has one; no two are the same. */
export const layout = (graph: Graph): ReadonlyMap<string, Point> => {
  const units = reportingUnits(graph);
  const anchors = new Set(units);
  const owners = ownersOf(graph);
  const support = supportOf(graph);
  const groups = new Map<string, { owners: readonly string[]; nodes: GraphNode[] }>();
  for (const unit of units) groups.set(unit, { owners: [unit], nodes: [] });
  for (const node of graph.nodes) {
    if (anchors.has(node.id)) continue;
    const of = owners.get(node.id) ?? [];
    const key = of.join('\n');
    const group = groups.get(key) ?? { owners: of, nodes: [] };
    group.nodes.push(node);
    groups.set(key, group);
  }
  const keys = [...groups.keys()].sort();
  const filling = (key: string): Filling => (anchors.has(key) ? OWN : SHARED);
  const size = (key: string): number => radius(groups.get(key)?.nodes.length ?? 0, filling(key));
  const fixed = circle(
    units.map((unit) => size(unit)),
    Math.max(0, ...keys.filter((key) => !anchors.has(key)).map(size)),
  );
  const at = new Map(units.map((unit, index) => [unit, fixed[index] ?? { x: 0, y: 0 }]));
  const discs = keys.map((key): Disc => {
    const of = (groups.get(key)?.owners ?? []).flatMap((unit) => at.get(unit) ?? []);
    return { ...centroid(of), r: size(key) + GAP / 2, fixed: anchors.has(key) };
  });
  const places = new Map<string, Point>(at);
  separate(discs).forEach((disc, index) => {
    const key = keys[index] ?? '';
    const nodes = groups.get(key)?.nodes ?? [];
    for (const [id, point] of arrange(nodes, support, filling(key))) {
      places.set(id, { x: round(disc.x + point.x), y: round(disc.y + point.y) });
    }
  });
  return places;
};

/** Fixed points so far apart that discs of `radii`, and one of radius `between` between any two, have room. */
const circle = (radii: readonly number[], between: number): readonly Point[] => {
  const n = radii.length;
  if (n <= 1) return radii.map(() => ({ x: 0, y: 0 }));
  const need = radii.map((r, i) => r + (radii[(i + 1) % n] ?? 0) + 1.2 * between + 2 * GAP);
  const total = need.reduce((sum, length) => sum + length, 0);
  const angles = need.map((length) => (2 * Math.PI * length) / total);
  const chord = need.map((length, i) => length / (2 * Math.sin(Math.min(Math.PI, angles[i] ?? 0) / 2)));
  const R = Math.max(...chord);
  // Two stand left and right; more begin at the top.
  let angle = n === 2 ? Math.PI : Math.PI / 2;
  return radii.map((_, i) => {
    const point = { x: round(R * STRETCH * Math.cos(angle)), y: round(R * Math.sin(angle)) };
    angle -= angles[i] ?? 0;
    return point;
  });
};

const centroid = (points: readonly Point[]): Point => {
  const n = Math.max(1, points.length);
  return { x: points.reduce((s, p) => s + p.x, 0) / n, y: points.reduce((s, p) => s + p.y, 0) / n };
};

/** Places of one disc around (0, 0): one wedge per type, the best supported inside; indicators on the rim. */
const arrange = (
  nodes: readonly GraphNode[],
  support: ReadonlyMap<string, number>,
  { spacing, core }: Filling,
): readonly (readonly [string, Point])[] => {
  const seats = nodes.map((_, index) => {
    const r = spacing * Math.sqrt(index + core + 0.5);
    const angle = (index * GOLDEN_ANGLE) % (2 * Math.PI);
    return { r, angle, x: r * Math.cos(angle), y: r * Math.sin(angle) };
  });
  // Indicators are many and hidden at first: outside the rest they leave no hole.
  const things = nodes.filter((node) => node.label !== 'Indicator');
  const indicators = nodes.filter((node) => node.label === 'Indicator');
  const seat = (group: readonly GraphNode[], from: number): readonly (readonly [string, Point])[] => {
    const around = seats.slice(from, from + group.length).sort((a, b) => a.angle - b.angle);
    let used = 0;
    return NODE_LABELS.flatMap((label) => {
      const wedge = group.filter((node) => node.label === label);
      const own = around.slice(used, used + wedge.length).sort((a, b) => a.r - b.r);
      used += wedge.length;
      const ranked = wedge.sort(
        (a, b) => (support.get(b.id) ?? 0) - (support.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
      );
      return ranked.map((node, index) => [node.id, own[index] ?? { x: 0, y: 0 }] as const);
    });
  };
  return [...seat(things, 0), ...seat(indicators, things.length)];
};

const round = (value: number): number => Math.round(value * 100) / 100;
