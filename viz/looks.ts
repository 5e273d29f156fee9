/** How each disc and line looks in the present scene; and of which of them that may have changed since the last one. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { mix, type Palette } from './colour.js';
import type { Dash } from './dash.js';
import { at, type Data } from './data.js';
import type { Focus } from './focus.js';
import { linkStyle } from './link-style.js';
import { colorOf, LARGEST, roomFor } from './node-style.js';
import type { Hover, State } from './state.js';
import type { Visible } from './visible.js';

/** What does not stand out keeps a trace of its colour: enough to know where one is. */
const DIM = 0.82;
/** Hundreds of lines cross at first sight: mixed with the paper, they stay behind the discs. */
const FAINT = 0.6;
/** With more on the canvas nothing is dimmed: what stands out is drawn again alone, in a few milliseconds. */
const DIMS = 1500;

export interface Scene {
  readonly state: State;
  readonly visible: Visible;
  readonly focus: Focus;
  readonly palette: Palette;
  /** Of discs, by the size of the canvas. */
  readonly scale: number;
  /** Radius of each disc before that. */
  readonly sizeOf: (index: number) => number;
}

export const dims = ({ visible }: Scene): boolean => visible.nodeCount <= DIMS;

/** Whether all that does not stand out is pale. */
const isDimmed = (scene: Scene): boolean => dims(scene) && scene.focus.nodes !== null;

/** Radius before the camera; null for what is not drawn. */
export const radius = ({ visible, focus, scale, sizeOf }: Scene, index: number): number | null =>
  visible.nodes[index] === 1 || focus.selected.has(index) ? sizeOf(index) * scale : null;

/** What no radius exceeds. */
export const largestRadius = ({ scale }: Scene): number => LARGEST * scale;

export const nodeLook = (data: Data, scene: Scene, index: number): Partial<NodeDisplayData> => {
  const { state, focus, palette } = scene;
  const { x, y } = at(data.nodes, index);
  const size = radius(scene, index);
  const stands = focus.nodes === null || focus.nodes.has(index);
  const color = colorOf(data, index, state, palette);
  return {
    x,
    y,
    size: size ?? 1,
    hidden: size === null,
    color: stands || !isDimmed(scene) ? color : mix(color, palette.paper, DIM),
    zIndex: stands ? 1 : 0,
  };
};

/** Few lines can be strong; many cover one another. */
const faintness = (edgeCount: number): number =>
  edgeCount > 400 ? FAINT + 0.12 : edgeCount > 150 ? FAINT : 0.35;

export const linkLook = (
  data: Data,
  scene: Scene,
  index: number,
): Partial<EdgeDisplayData> & { readonly dash?: Dash } => {
  const { state, visible, focus, palette } = scene;
  const style = linkStyle(data, at(data.links, index), visible, palette);
  if (style === null && index !== focus.link) return { hidden: true };
  const { color, width, dash } = style ?? { color: palette.standing('none'), width: 1, dash: 'solid' };
  const hovered = state.hover?.kind === 'link' && state.hover.index === index;
  if (hovered || index === focus.link) return { hidden: false, dash, color, size: width + 2, zIndex: 2 };
  if (focus.links?.has(index)) return { hidden: false, dash, color, size: width + 0.4, zIndex: 1 };
  if (isDimmed(scene)) return { hidden: false, dash, color: palette.dimLink, size: 1, zIndex: 0 };
  const faint = mix(color, palette.paper, palette.fade * faintness(visible.edgeCount));
  return { hidden: false, dash, color: faint, size: width, zIndex: 0 };
};

/** Whether the canvas looks the same in both states, given the same things on it and the same focus. */
export const looksAlike = (before: State, now: State): boolean =>
  before.hover === now.hover &&
  before.pinned === now.pinned &&
  before.options === now.options &&
  before.language === now.language &&
  before.theme === now.theme;

/** Keys of what has to be painted again. */
export interface Repaint {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** Null where everything has. */
export const repaint = (data: Data, before: Scene, now: Scene): Repaint | null => {
  const looks =
    before.palette !== now.palette ||
    before.scale !== now.scale ||
    before.state.options !== now.state.options ||
    before.state.pinned !== now.state.pinned;
  if (looks) return null;
  const nodes = new Set<number>();
  const links = new Set<number>();
  const redimmed = isDimmed(before) !== isDimmed(now);
  if (before.visible !== now.visible || redimmed) {
    const [was, is] = [before.visible, now.visible];
    // What stays as it was need not be looked at, unless all of it takes another size or tone.
    const allNodes = redimmed || roomFor(was.nodeCount) !== roomFor(is.nodeCount);
    const allLinks = redimmed || faintness(was.edgeCount) !== faintness(is.edgeCount);
    differing(was.nodes, is.nodes, allNodes, (index) => nodes.add(index));
    differing(was.edges, is.edges, allLinks, (index) => links.add(at(data.linkOf, index)));
  }
  standsOut(before, nodes, links);
  standsOut(now, nodes, links);
  return {
    nodes: Array.from(nodes, String),
    // A link from a thing to itself has no line.
    edges: Array.from(links).flatMap((link) => {
      const { a, b } = at(data.links, link);
      return a === b ? [] : [String(link)];
    }),
  };
};

/** Calls `note` with each index that shows before or now; but for `all`, only if it does not in both. */
const differing = (
  before: Uint8Array,
  now: Uint8Array,
  all: boolean,
  note: (index: number) => void,
): void => {
  for (let index = 0; index < now.length; index += 1) {
    if (before[index] !== now[index] || (all && now[index] === 1)) note(index);
  }
};

const standsOut = ({ state, focus }: Scene, nodes: Set<number>, links: Set<number>): void => {
  for (const node of [...(focus.nodes ?? []), ...focus.selected]) nodes.add(node);
  for (const link of focus.links ?? []) links.add(link);
  if (focus.link !== null) links.add(focus.link);
  const note = ({ kind, index }: Hover): unknown => (kind === 'node' ? nodes : links).add(index);
  if (state.hover !== null) note(state.hover);
};
