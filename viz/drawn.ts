/**
 * What the canvas holds of what the filters leave: what towns share, everything, or what the reader unfolded;
 * and always what is selected with its neighbours, and what is pinned.
 */
import { at, type Data, other } from './data.js';
import { perData } from './models/per-data.js';
import type { State, Unfolding } from './state.js';
import { countOf, type Visible } from './visible.js';
import { waysOf } from './ways-of.js';

/** With one town nothing is shared; the best supported things make the first picture. */
const FIRST = 80;
/** Neighbours drawn beside a selection that the canvas does not hold anyway. */
const MOST_NEIGHBOURS = 150;

export const drawn = (data: Data, state: State, shown: Visible): Visible => {
  if (state.scope === 'all') return shown;
  const wanted = new Uint8Array(data.nodes.length);
  const add = (index: number): void => {
    wanted[index] = 1;
  };
  if (state.scope === 'shared') sharedNodes(data).forEach(add);
  for (const step of state.unfolded) for (const index of unfoldedBy(data, step, shown)) add(index);
  for (const way of waysOf(data, state, shown)) for (const { from, to } of way) [from, to].forEach(add);
  state.pinned.forEach(add);
  state.lit.forEach(add);
  for (const index of selectedNodes(data, state)) {
    add(index);
    neighboursOf(data, index, shown).slice(0, MOST_NEIGHBOURS).forEach(add);
  }
  const nodes = shown.nodes.map((flag, index) => flag & (wanted[index] ?? 0));
  const edges = shown.edges.map((flag, index) => {
    const { from, to } = at(data.edges, index);
    return flag & (nodes[from] ?? 0) & (nodes[to] ?? 0);
  });
  return { nodes, edges, nodeCount: countOf(nodes), edgeCount: countOf(edges) };
};

export const selectedNodes = (data: Data, { selection }: State): readonly number[] => {
  if (selection === null) return [];
  if (selection.kind === 'node') return [selection.index];
  const { from, to } = at(data.edges, selection.index);
  return [from, to];
};

/** Towns, and what more than one of them speaks of; with one town, what is best supported. */
export const sharedNodes = perData((data: Data): readonly number[] => {
  const towns = new Set(data.towns);
  const all = data.nodes.map((_, index) => index).filter((index) => !towns.has(index));
  const shared =
    towns.size > 1
      ? all.filter((index) => at(data.nodes, index).towns.length > 1)
      : all
          .filter((index) => at(data.nodes, index).label !== 'Indicator')
          .sort((a, b) => at(data.nodes, b).support - at(data.nodes, a).support || a - b)
          .slice(0, FIRST);
  return [...data.towns, ...shared];
});

/** The node and what the step puts beside it. */
export const unfoldedBy = (data: Data, { node, relation }: Unfolding, shown: Visible): readonly number[] => [
  node,
  ...at(data.edgesOf, node)
    .filter((edge) => {
      if (shown.edges[edge] !== 1) return false;
      const { type, from, to } = at(data.edges, edge);
      return (
        relation === null || (type === relation.type && (relation.side === 'subject' ? from : to) === node)
      );
    })
    .map((edge) => other(at(data.edges, edge), node)),
];

/** Best supported first. */
const neighboursOf = (data: Data, node: number, shown: Visible): readonly number[] =>
  unfoldedBy(data, { node, relation: null }, shown)
    .slice(1)
    .sort((a, b) => at(data.nodes, b).support - at(data.nodes, a).support || a - b);
