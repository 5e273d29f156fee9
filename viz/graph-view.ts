/**
 * The canvas: one Sigma over graphology, whose reducers read the state. Positions come with the data.
 *
 * Events go out through `actions`; nothing here changes the state itself.
 */
import Sigma from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import { frame, graphOf, scaleFor } from './canvas-graph.js';
import { PALETTES } from './colour.js';
import { DASHES, DashedEdgeProgram } from './dash.js';
import { at, type Data } from './data.js';
import { graphPicture } from './exports/graph-picture.js';
import type { ViewPicture } from './exports/image.js';
import { focusOf, keepsFocus } from './focus.js';
import { hitByPlace } from './hit.js';
import { linkStyle } from './link-style.js';
import { linkLook, looksAlike, nodeLook, repaint, type Scene } from './looks.js';
import { sizer } from './node-style.js';
import type { Way } from './paths.js';
import { isReduced, rendererName } from './reduced.js';
import type { Hover, State } from './state.js';
import type { Visible } from './visible.js';
import { createWriting } from './writing.js';

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
  firstWays: readonly Way[],
  actions: Actions,
): GraphView => {
  const reduced = isReduced(rendererName(), data.links.length);
  container.dataset.reduced = String(reduced);
  const still = reduced || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const motion = still ? 0 : 250;
  let ways = firstWays;
  let scene: Scene = {
    state: first,
    visible: firstVisible,
    focus: focusOf(data, first, firstVisible, ways),
    palette: PALETTES[first.theme],
    scale: scaleFor(container),
    sizeOf: sizer(data, first, firstVisible.nodeCount),
  };

  const sigma = new Sigma(graphOf(data), container, {
    renderLabels: false,
    enableEdgeEvents: !reduced && firstVisible.edgeCount <= POINTED_AT,
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
    nodeReducer: (key) => nodeLook(data, scene, Number(key)),
    edgeReducer: (key) => linkLook(data, scene, Number(key)),
  });
  sigma.setCustomBBox(frame(data, firstVisible));
  hitByPlace(sigma, data, () => scene);
  const writing = createWriting(sigma, data, reduced, () => scene);
  sigma.on('afterRender', writing.show);
  sigma.on('resize', () => {
    scene = { ...scene, scale: scaleFor(container) };
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
    show: (state, visible, nextWays) => {
      const before = scene;
      const same = visible === before.visible && nextWays === ways && keepsFocus(before.state, state);
      ways = nextWays;
      const focus = same ? before.focus : focusOf(data, state, visible, ways);
      const sized = visible === before.visible && state.options === before.state.options;
      const sizeOf = sized ? before.sizeOf : sizer(data, state, visible.nodeCount);
      scene = { ...before, state, visible, focus, palette: PALETTES[state.theme], sizeOf };
      if (same && looksAlike(before.state, state)) return;
      const cursor = state.hover === null ? '' : 'pointer';
      if (container.style.cursor !== cursor) container.style.cursor = cursor;
      const pointed = !reduced && visible.edgeCount <= POINTED_AT;
      if (sigma.getSetting('enableEdgeEvents') !== pointed) sigma.setSetting('enableEdgeEvents', pointed);
      const partialGraph = repaint(data, before, scene);
      sigma.refresh({
        ...(partialGraph === null
          ? {}
          : { partialGraph: { nodes: [...partialGraph.nodes], edges: [...partialGraph.edges] } }),
        skipIndexation: true,
        schedule: true,
      });
    },
    lookAtSelection: () => {
      const { focus } = scene;
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
        sigma.setCustomBBox(frame(data, scene.visible));
        sigma.refresh({ skipIndexation: true });
        camera.animatedReset({ duration: motion });
      }
    },
    picture: () => {
      const { palette, visible } = scene;
      return graphPicture(sigma, data, palette.paper, writing.copy, (link) => {
        const [period, stroke] =
          DASHES[linkStyle(data, at(data.links, link), visible, palette)?.dash ?? 'solid'];
        return period === 0 ? '' : `${stroke} ${period - stroke}`;
      });
    },
  };
};
