/**
 * What stands out now: the selected thing with its neighbours, the selected fact with those of its rarer end,
 * or, with nothing selected, what the pointer is on.
 */
import { at, type Data } from './data.js';
import type { Way } from './paths.js';
import type { State } from './state.js';
import type { Visible } from './visible.js';
import { chosenWay } from './ways-of.js';

export interface Focus {
  /** Null where nothing stands out and nothing is dimmed. */
  readonly nodes: ReadonlySet<number> | null;
  readonly links: ReadonlySet<number> | null;
  readonly selected: ReadonlySet<number>;
  /** The link of the selected fact. */
  readonly link: number | null;
}

/** Neighbours shown beside a fact at most. */
const FEW = 30;

const NONE: Focus = { nodes: null, links: null, selected: new Set(), link: null };

/** Whether the second state has the same focus as the first; `visible` and `ways` are the caller's to compare. */
export const keepsFocus = (before: State, now: State): boolean =>
  before.selection === now.selection &&
  before.lit === now.lit &&
  before.options === now.options &&
  (now.selection !== null || before.hover === now.hover);

/** `ways`: the paths that are shown with nothing selected. */
export const focusOf = (data: Data, state: State, visible: Visible, ways: readonly Way[] = []): Focus => {
  const { selection, hover, lit } = state;
  if (selection?.kind === 'fact') {
    const { from, to } = at(data.edges, selection.index);
    const link = at(data.linkOf, selection.index);
    const ends = new Set([from, to]);
    // Who else: the neighbours of the end that has fewer, as long as they are few enough to tell apart.
    const degree = (node: number): number => at(data.linksOf, node).length;
    const rarer = degree(from) < degree(to) ? from : to;
    const context = degree(rarer) <= FEW ? around(data, rarer, visible) : { nodes: [], links: [] };
    return {
      nodes: new Set([...ends, ...context.nodes]),
      links: new Set([link, ...context.links]),
      selected: ends,
      link,
    };
  }
  const way = selection === null ? ways[chosenWay(state)] : undefined;
  if (way !== undefined) {
    const nodes = way.flatMap(({ from, to }) => [from, to]);
    const ends = [way[0]?.from, way.at(-1)?.to].flatMap((end) => end ?? []);
    return {
      nodes: new Set(nodes),
      links: new Set(way.map(({ link }) => link)),
      selected: new Set(ends),
      link: null,
    };
  }
  if (selection?.kind === 'node') {
    return { ...around(data, selection.index, visible), selected: new Set([selection.index]), link: null };
  }
  if (hover?.kind === 'node')
    return { ...around(data, hover.index, visible), selected: new Set(), link: null };
  return lit.size === 0 ? NONE : { nodes: lit, links: between(data, lit), selected: new Set(), link: null };
};

/** The links that join two of `nodes`. */
const between = (data: Data, nodes: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(
    [...nodes].flatMap((node) =>
      at(data.linksOf, node).filter((link) => {
        const { a, b } = at(data.links, link);
        return nodes.has(a) && nodes.has(b);
      }),
    ),
  );

/** A node with the neighbours and links that the filters leave. */
const around = (
  data: Data,
  node: number,
  visible: Visible,
): { nodes: ReadonlySet<number>; links: ReadonlySet<number> } => {
  const links = at(data.linksOf, node).filter((link) =>
    at(data.links, link).edges.some((edge) => visible.edges[edge] === 1),
  );
  const ends = links.flatMap((link) => [at(data.links, link).a, at(data.links, link).b]);
  return { nodes: new Set([node, ...ends]), links: new Set(links) };
};
