/** What the canvas holds before anything is selected: discs with their places, lines, and the first view. */
import { UndirectedGraph } from 'graphology';
import type { Data } from './data.js';
import type { Visible } from './visible.js';

/** Nodes and links by their index. A link from a thing to itself has no line. */
export const graphOf = (data: Data): UndirectedGraph => {
  const graph = new UndirectedGraph();
  data.nodes.forEach(({ x, y }, index) => {
    graph.addNode(index, { x, y });
  });
  data.links.forEach(({ a, b }, index) => {
    if (a !== b) graph.addEdgeWithKey(index, a, b);
  });
  return graph;
};

/** Discs shrink with the canvas, or they would close the gaps between their places. */
export const scaleFor = ({ clientWidth, clientHeight }: HTMLElement): number =>
  Math.min(1.25, Math.max(0.4, Math.min(clientWidth, clientHeight) / 820));

/** What is shown at first fills the canvas, not what is still hidden. */
export const frame = (data: Data, visible: Visible): { x: [number, number]; y: [number, number] } | null => {
  const shown = data.nodes.filter((_, index) => visible.nodes[index] === 1);
  if (shown.length < 2) return null;
  const xs = shown.map(({ x }) => x);
  const ys = shown.map(({ y }) => y);
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] };
};
