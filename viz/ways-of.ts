/** The shortest ways that the state asks for, over what the filters leave; found once for what is shown. */
import type { Data } from './data.js';
import { shortestWays, type Way } from './paths.js';
import type { State } from './state.js';
import type { Visible } from './visible.js';

const MOST = 5;
const NONE: readonly Way[] = [];
const found = new WeakMap<Visible, Map<string, readonly Way[]>>();

export const waysOf = (data: Data, { path }: State, shown: Visible): readonly Way[] => {
  if (path === null || path.to === null) return NONE;
  const known = found.get(shown) ?? new Map<string, readonly Way[]>();
  found.set(shown, known);
  const key = `${path.from} ${path.to}`;
  const ways =
    known.get(key) ??
    shortestWays(data, path.from, path.to, MOST, {
      nodes: (node) => shown.nodes[node] === 1 || node === path.from || node === path.to,
      edges: (edge) => shown.edges[edge] === 1,
    });
  known.set(key, ways);
  return ways;
};

/** Which of the ways is looked at. */
export const chosenWay = ({ options }: State): number => Number.parseInt(options.get('way') ?? '0', 10) || 0;
