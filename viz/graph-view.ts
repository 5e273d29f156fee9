/**
 * The canvas: one Sigma over graphology, whose reducers read the state. Positions come with the data.
 *
 * Events go out through `actions`; nothing here changes the state itself.
 */
import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { LABEL_STYLE } from '../src/schema.js';
import { frame, graphOf, scaleFor } from './canvas-graph.js';
import { mix, PAPER } from './colour.js';
import { at, type Data, type Link } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { graphPicture } from './exports/graph-picture.js';
import type { ViewPicture } from './exports/image.js';
import { focusOf } from './focus.js';
import { drawLabels } from './labels.js';
import { nameOrder } from './place-names.js';
import type { Hover, State } from './state.js';
import { standingOf, type Visible } from './visible.js';
import { STANDING_ORDER, STANDINGS } from './words.js';

/** What does not stand out keeps a trace of its colour: enough to know where one is. */
const DIM = 0.82;
const DIM_LINK = '#F3F3EF';
/** What is only derived is as pale as this share of paper makes it. */
const DERIVED = 0.5;

/** Hundreds of lines cross at first sight: mixed with the paper, they stay behind the discs. */
const faint = (tone: string): string => mix(tone, PAPER, 0.72);

export interface GraphView {
  /** Shows this state; cheap enough to call on every change. */
  readonly show: (state: State, visible: Visible) => void;
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
  readonly hover: (target: Hover | null) => void;
  readonly clickEmpty: () => void;
}

export const createGraphView = (
  container: HTMLElement,
  data: Data,
  first: State,
  firstVisible: Visible,
  actions: Actions,
): GraphView => {
  let state = first;
  let visible = firstVisible;
  let focus = focusOf(data, state, visible);
  let scale = scaleFor(container);
  const order = nameOrder(data);
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;

  const nodeReducer = (key: string, attributes: { size?: number }): Partial<NodeDisplayData> => {
    const index = Number(key);
    const dim = focus.nodes !== null && !focus.nodes.has(index);
    return {
      ...attributes,
      size: Number(attributes.size) * scale,
      hidden: !visible.nodes[index] && !focus.selected.has(index),
      ...(dim ? { color: mix(LABEL_STYLE[at(data.nodes, index).label].color, PAPER, DIM) } : {}),
      zIndex: dim ? 0 : 1,
    };
  };
  const linkTone = (link: Link): string | null => {
    const shown = link.edges.filter((edge) => visible.edges[edge]).map((edge) => at(data.edges, edge));
    const standings = new Set(shown.map(standingOf));
    const strongest = STANDING_ORDER.find((standing) => standings.has(standing));
    if (strongest === undefined) return null;
    const { color } = STANDINGS[strongest];
    return shown.every(({ derived }) => derived) ? mix(color, PAPER, DERIVED) : color;
  };
  const edgeReducer = (key: string, attributes: object): Partial<EdgeDisplayData> => {
    const index = Number(key);
    const link = at(data.links, index);
    const tone = linkTone(link) ?? (index === focus.link ? STANDINGS.none.color : null);
    if (tone === null) return { ...attributes, hidden: true };
    const width = Math.min(3, 0.8 + 0.4 * link.edges.length);
    const hovered = state.hover?.kind === 'link' && state.hover.index === index;
    if (hovered || index === focus.link) return { ...attributes, color: tone, size: width + 2, zIndex: 2 };
    if (focus.links === null) return { ...attributes, color: faint(tone), size: width };
    if (focus.links.has(index)) return { ...attributes, color: tone, size: width + 0.4, zIndex: 1 };
    return { ...attributes, color: DIM_LINK, size: 1, zIndex: 0 };
  };

  const sigma = new Sigma(graphOf(data), container, {
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    // A window may be opened with no height; the canvas appears when it gets one.
    allowInvalidContainer: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 2,
    minEdgeThickness: 1,
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: EdgeRectangleProgram },
    defaultDrawNodeHover: () => {},
    zoomDuration: motion,
    inertiaDuration: motion,
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
      focus: focus.nodes,
      selected: focus.selected,
      hovered: state.hover?.kind === 'node' ? state.hover.index : null,
    });
  sigma.on('afterRender', () => {
    if (names !== null) write(names);
  });
  sigma.on('resize', () => {
    scale = scaleFor(container);
    sigma.scheduleRefresh();
  });
  sigma.on('clickNode', ({ node }) => actions.selectNode(Number(node)));
  sigma.on('clickEdge', ({ edge }) => actions.selectLink(Number(edge)));
  sigma.on('clickStage', actions.clickEmpty);
  sigma.on('enterNode', ({ node }) => actions.hover({ kind: 'node', index: Number(node) }));
  sigma.on('leaveNode', () => actions.hover(null));
  sigma.on('enterEdge', ({ edge }) => actions.hover({ kind: 'link', index: Number(edge) }));
  sigma.on('leaveEdge', () => actions.hover(null));

  const camera = sigma.getCamera();
  const isInView = (spot: { x: number; y: number }): boolean => {
    const { x, y } = sigma.framedGraphToViewport(spot);
    const { width, height } = sigma.getDimensions();
    return x > 0.05 * width && x < 0.9 * width && y > 0.05 * height && y < 0.95 * height;
  };
  return {
    show: (next, nextVisible) => {
      state = next;
      visible = nextVisible;
      focus = focusOf(data, state, visible);
      container.style.cursor = state.hover === null ? '' : 'pointer';
      sigma.refresh({ skipIndexation: true });
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
      else camera.animatedReset({ duration: motion });
    },
    picture: () => graphPicture(sigma, data, PAPER, write, () => ''),
  };
};
