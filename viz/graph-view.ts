/**
 * The canvas: one Sigma over graphology, whose reducers read the state. Positions come with the data.
 *
 * Events go out through `actions`; nothing here changes the state itself.
 */
import Sigma from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { frame, graphOf, scaleFor } from './canvas-graph.js';
import { mix, PALETTES } from './colour.js';
import { DASHES, DashedEdgeProgram } from './dash.js';
import { at, type Data } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { graphPicture } from './exports/graph-picture.js';
import type { ViewPicture } from './exports/image.js';
import { type Focus, focusOf } from './focus.js';
import { drawLabels } from './labels.js';
import { lineLabels } from './line-labels.js';
import { linkStyle } from './link-style.js';
import { colorOf, sizeOf } from './node-style.js';
import type { Way } from './paths.js';
import { nameOrder } from './place-names.js';
import { isReduced, rendererName } from './reduced.js';
import type { Hover, State } from './state.js';
import type { Visible } from './visible.js';

/** What does not stand out keeps a trace of its colour: enough to know where one is. */
const DIM = 0.82;
/** Hundreds of lines cross at first sight: mixed with the paper, they stay behind the discs. */
const FAINT = 0.6;
/** With more on the canvas nothing is dimmed: what stands out is drawn again alone, in a few milliseconds. */
const DIMS = 1500;
/** With more lines, pointing at them would cost every frame half as much again; the panel lists them. */
const POINTED_AT = 3000;

export interface GraphView {
  /** Shows this state; cheap enough to call on every change. */
  readonly show: (state: State, visible: Visible, ways: readonly Way[]) => void;
  /** Brings the selection into the middle, as near as its neighbours allow; a fact in view is left where it is. */
  readonly lookAtSelection: () => void;
  readonly zoom: (step: 'in' | 'out' | 'reset') => void;
  /** Takes the canvas away. */
  readonly end: () => void;
  /** As it stands on the screen; null where nothing can be drawn. */
  readonly picture: () => ViewPicture | null;
}

export interface Actions {
  readonly selectNode: (node: number) => void;
  readonly selectLink: (link: number) => void;
  readonly unfold: (node: number) => void;
  readonly hover: (target: Hover | null) => void;
  readonly clickEmpty: () => void;
}

export const createGraphView = (
  container: HTMLElement,
  data: Data,
  first: State,
  firstVisible: Visible,
  ways: readonly Way[],
  actions: Actions,
): GraphView => {
  let state = first;
  let visible = firstVisible;
  let focus = focusOf(data, state, visible, ways);
  let scale = scaleFor(container);
  let palette = PALETTES[state.theme];
  const order = nameOrder(data);
  const reduced = isReduced(rendererName(), data.links.length);
  container.dataset.reduced = String(reduced);
  const still = reduced || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const motion = still ? 0 : 250;
  const dims = (): boolean => visible.nodeCount <= DIMS;

  const nodeReducer = (key: string): Partial<NodeDisplayData> => {
    const index = Number(key);
    const { x, y } = at(data.nodes, index);
    const stands = focus.nodes === null || focus.nodes.has(index);
    const color = colorOf(data, index, state, palette);
    return {
      x,
      y,
      size: sizeOf(data, index, state, visible.nodeCount) * scale,
      hidden: visible.nodes[index] !== 1 && !focus.selected.has(index),
      color: stands || !dims() ? color : mix(color, palette.paper, DIM),
      zIndex: stands ? 1 : 0,
    };
  };
  const edgeReducer = (key: string, attributes: object): Partial<EdgeDisplayData> => {
    const index = Number(key);
    const style = linkStyle(data, at(data.links, index), visible, palette);
    if (style === null && index !== focus.link) return { ...attributes, hidden: true };
    const { color, width, dash } = style ?? { color: palette.standing('none'), width: 1, dash: 'solid' };
    const hovered = state.hover?.kind === 'link' && state.hover.index === index;
    const base = { ...attributes, hidden: false, dash };
    if (hovered || index === focus.link) return { ...base, color, size: width + 2, zIndex: 2 };
    if (focus.links?.has(index)) return { ...base, color, size: width + 0.4, zIndex: 1 };
    if (focus.links !== null && dims()) return { ...base, color: palette.dimLink, size: 1, zIndex: 0 };
    // Few lines can be strong; many cover one another.
    const share = visible.edgeCount > 400 ? FAINT + 0.12 : visible.edgeCount > 150 ? FAINT : 0.35;
    return { ...base, color: mix(color, palette.paper, share), size: width, zIndex: 0 };
  };

  const sigma = new Sigma(graphOf(data), container, {
    renderLabels: false,
    enableEdgeEvents: !reduced && visible.edgeCount <= POINTED_AT,
    hideEdgesOnMove: reduced || data.links.length > POINTED_AT,
    zIndex: true,
    // A window may be opened with no height; the canvas appears when it gets one.
    allowInvalidContainer: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 2,
    minEdgeThickness: 1,
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: reduced ? EdgeLineProgram : DashedEdgeProgram },
    defaultDrawNodeHover: () => {},
    zoomDuration: motion,
    inertiaDuration: motion,
    doubleClickZoomingDuration: motion,
    nodeReducer,
    edgeReducer,
  });
  sigma.setCustomBBox(frame(data, firstVisible));
  // On top, so that the hovered disc, which Sigma repeats above all others, keeps its mark and name.
  sigma.createCanvasContext('names', { style: { pointerEvents: 'none' } });
  sigma.resize(true);
  const names = sigma.getCanvases().names?.getContext('2d') ?? null;
  const write = (canvas: NameCanvas): void =>
    drawLabels(canvas, sigma, data, order, {
      focus: dims() ? focus.nodes : null,
      selected: focus.selected,
      hovered: state.hover?.kind === 'node' ? state.hover.index : null,
      pinned: state.pinned,
      palette,
      colorOf: (index) => colorOf(data, index, state, palette),
      few: reduced,
      lines: lineLabels(data, state, focus, visible, palette),
    });
  sigma.on('afterRender', () => {
    if (names !== null) write(names);
  });
  sigma.on('resize', () => {
    scale = scaleFor(container);
    sigma.scheduleRefresh();
  });
  sigma.on('clickNode', ({ node }) => actions.selectNode(Number(node)));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    actions.unfold(Number(event.node));
  });
  sigma.on('clickEdge', ({ edge }) => actions.selectLink(Number(edge)));
  sigma.on('clickStage', actions.clickEmpty);
  sigma.on('enterNode', ({ node }) => actions.hover({ kind: 'node', index: Number(node) }));
  sigma.on('leaveNode', () => actions.hover(null));
  sigma.on('enterEdge', ({ edge }) => actions.hover({ kind: 'link', index: Number(edge) }));
  sigma.on('leaveEdge', () => actions.hover(null));
  // Sigma hides lines while a mouse moves the canvas; fingers ask for the same.
  const touch = sigma.getTouchCaptor();
  const mouse = sigma.getMouseCaptor();
  touch.on('touchmove', () => {
    mouse.isMoving = true;
  });
  touch.on('touchup', () => {
    mouse.isMoving = false;
    sigma.scheduleRender();
  });

  const camera = sigma.getCamera();
  const isInView = (spot: { x: number; y: number }): boolean => {
    const { x, y } = sigma.framedGraphToViewport(spot);
    const { width, height } = sigma.getDimensions();
    return x > 0.05 * width && x < 0.9 * width && y > 0.05 * height && y < 0.95 * height;
  };
  return {
    show: (next, nextVisible, nextWays) => {
      const before = { state, visible, focus };
      state = next;
      visible = nextVisible;
      palette = PALETTES[state.theme];
      focus = focusOf(data, state, visible, nextWays);
      container.style.cursor = state.hover === null ? '' : 'pointer';
      const pointed = !reduced && visible.edgeCount <= POINTED_AT;
      if (sigma.getSetting('enableEdgeEvents') !== pointed) sigma.setSetting('enableEdgeEvents', pointed);
      const looks =
        before.state.theme !== state.theme ||
        before.state.options !== state.options ||
        before.state.pinned !== state.pinned;
      const partialGraph = looks
        ? undefined
        : dims() || before.visible !== visible
          ? onCanvas(data, [before.visible, visible], [before.focus, focus])
          : changed(before.focus, focus, [before.state.hover, state.hover]);
      if (partialGraph === undefined) sigma.refresh({ skipIndexation: true, schedule: true });
      else {
        // A link from a thing to itself has no line.
        const edges = partialGraph.edges.filter((key) => sigma.getGraph().hasEdge(key));
        sigma.refresh({
          partialGraph: { nodes: partialGraph.nodes, edges },
          skipIndexation: true,
          schedule: true,
        });
      }
    },
    lookAtSelection: () => {
      const spots = [...focus.selected].flatMap((node) => sigma.getNodeDisplayData(String(node)) ?? []);
      const around = [...(focus.nodes ?? [])].flatMap((node) => sigma.getNodeDisplayData(String(node)) ?? []);
      if (spots.length === 0 || (focus.link !== null && spots.every(isInView))) return;
      const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length;
      const y = spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length;
      const reach = around.map((spot) => Math.max(Math.abs(spot.x - x), Math.abs(spot.y - y)));
      // A town's own disc should fill the canvas; the few neighbours far away may lie outside.
      const most = reach.sort((a, b) => a - b)[Math.ceil(0.9 * (reach.length - 1))] ?? 0;
      const ratio = Math.min(1, Math.max(0.15, most * 2.4));
      camera.animate({ x, y, ratio }, { duration: motion });
    },
    end: () => sigma.kill(),
    zoom: (step) => {
      if (step === 'in') camera.animatedZoom({ duration: motion });
      else if (step === 'out') camera.animatedUnzoom({ duration: motion });
      else {
        sigma.setCustomBBox(frame(data, visible));
        sigma.refresh({ skipIndexation: true });
        camera.animatedReset({ duration: motion });
      }
    },
    picture: () =>
      graphPicture(sigma, data, palette.paper, write, (link) => {
        const [period, stroke] =
          DASHES[linkStyle(data, at(data.links, link), visible, palette)?.dash ?? 'solid'];
        return period === 0 ? '' : `${stroke} ${period - stroke}`;
      }),
  };
};

/** What is drawn before or now: where few things of many show, the others need not be looked at. */
const onCanvas = (
  data: Data,
  shown: readonly Visible[],
  focuses: readonly Focus[],
): { nodes: string[]; edges: string[] } => {
  const nodes = new Set(focuses.flatMap(({ selected }) => [...selected]));
  const links = new Set(focuses.flatMap(({ link }) => (link === null ? [] : [link])));
  for (const { nodes: flags, edges } of shown) {
    flags.forEach((flag, index) => {
      if (flag === 1) nodes.add(index);
    });
    edges.forEach((flag, index) => {
      if (flag === 1) links.add(at(data.linkOf, index));
    });
  }
  return { nodes: [...nodes].map(String), edges: [...links].map(String) };
};

/** What stands out otherwise than before. */
const changed = (
  before: Focus,
  now: Focus,
  hovers: readonly (Hover | null)[],
): { nodes: string[]; edges: string[] } => {
  const pick = (kind: 'node' | 'link'): number[] =>
    hovers.flatMap((hover) => (hover?.kind === kind ? [hover.index] : []));
  const links = [before.link, now.link].flatMap((link) => (link === null ? [] : [link]));
  const nodes = [before.nodes, now.nodes, before.selected, now.selected, pick('node')];
  const edges = [before.links, now.links, links, pick('link')];
  const keys = (sets: readonly (Iterable<number> | null)[]): string[] => [
    ...new Set(sets.flatMap((set) => [...(set ?? [])].map(String))),
  ];
  return { nodes: keys(nodes), edges: keys(edges) };
};
