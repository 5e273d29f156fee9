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
const SPACING = { own: 10, shared: 24 };
/** Places left free around the fixed point, so that its own disc and name have room. */
const CORE = 10;
const GAP = 20;
/** A shared disc may lie this many of its radii from the middle of its towns; until it does, the circle grows. */
const STRAY = 1.3;
const GROWTH = 1.1;
const MOST_GROWTH = 2.2;
/** With more shared discs than this some always stray: the steps between are not worth their time. */
const MANY_GROUPS = 300;
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

/** Nodes of the same owners, which share a disc. `anchor`: of one reporting unit, which stands in the middle. */
interface Group {
  readonly owners: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly anchor: boolean;
  readonly filling: Filling;
  readonly r: number;
}

/** Node id → place. Every node of the graph has one; no two are the same. */
export const layout = (graph: Graph): ReadonlyMap<string, Point> => {
  const units = reportingUnits(graph);
  const support = supportOf(graph);
  const groups = groupsOf(graph, units);
  const places = new Map<string, Point>();
  settle(groups, units).forEach((disc, index) => {
    const group = groups[index];
    if (group === undefined) return;
    if (group.anchor)
      for (const unit of group.owners) places.set(unit, { x: round(disc.x), y: round(disc.y) });
    for (const [id, point] of arrange(group.nodes, support, group.filling)) {
      places.set(id, { x: round(disc.x + point.x), y: round(disc.y + point.y) });
    }
  });
  return places;
};

/** What most share first: it has the first claim to its place in the middle. Then what is largest. */
const groupsOf = (graph: Graph, units: readonly string[]): readonly Group[] => {
  const owners = ownersOf(graph);
  const anchors = new Set(units);
  const nodesOf = new Map<string, GraphNode[]>(units.map((unit) => [unit, []]));
  for (const node of graph.nodes) {
    if (anchors.has(node.id)) continue;
    const key = (owners.get(node.id) ?? []).join('\n');
    const nodes = nodesOf.get(key) ?? [];
    nodes.push(node);
    nodesOf.set(key, nodes);
  }
  return [...nodesOf]
    .map(([key, nodes]) => {
      const anchor = anchors.has(key);
      const filling = anchor ? OWN : SHARED;
      const r = filling.spacing * Math.sqrt(nodes.length + filling.core + 1) + GAP / 2;
      return { key, owners: key === '' ? [] : key.split('\n'), nodes, anchor, filling, r };
    })
    .sort(
      (a, b) =>
        b.owners.length - a.owners.length || b.nodes.length - a.nodes.length || (a.key < b.key ? -1 : 1),
    );
};

/** Discs of the groups, in their order, on the smallest circle that lets what is shared lie where it belongs. */
const settle = (groups: readonly Group[], units: readonly string[]): readonly Disc[] => {
  const own = units.map((unit) => groups.find(({ anchor, owners }) => anchor && owners[0] === unit)?.r ?? 0);
  const step = groups.length > MANY_GROUPS ? MOST_GROWTH : GROWTH;
  for (let growth = 1; ; growth *= step) {
    const at = new Map(circle(own, growth).map((point, index) => [units[index], point]));
    const wished = groups.map(
      ({ owners, r, anchor }): Disc => ({
        ...centroid(owners.flatMap((unit) => at.get(unit) ?? [])),
        r,
        fixed: anchor,
      }),
    );
    const settled = separate(wished);
    const strays = settled.some(({ x, y, r }, index) => {
      const wish = wished[index];
      return wish !== undefined && Math.hypot(x - wish.x, y - wish.y) > STRAY * r;
    });
    if (!strays || growth >= MOST_GROWTH) return settled;
  }
};

/** Points on an ellipse so far apart that discs of `radii` have room between neighbours; `growth` times that. */
const circle = (radii: readonly number[], growth: number): readonly Point[] => {
  const n = radii.length;
  if (n <= 1) return radii.map(() => ({ x: 0, y: 0 }));
  const need = radii.map((r, i) => (r + (radii[(i + 1) % n] ?? 0) + GAP) * growth);
  const total = need.reduce((sum, length) => sum + length, 0);
  const angles = need.map((length) => (2 * Math.PI * length) / total);
  const R = Math.max(
    ...need.map((length, i) => length / (2 * Math.sin(Math.min(Math.PI, angles[i] ?? 0) / 2))),
  );
  // Two stand left and right; more begin at the top.
  let angle = n === 2 ? Math.PI : Math.PI / 2;
  return radii.map((_, i) => {
    const point = { x: R * STRETCH * Math.cos(angle), y: R * Math.sin(angle) };
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
