/** Wiring only: the data, the state with what can be undone, and the parts that show it. */

import type { EdgeType } from '../src/schema.js';
import type { PageData } from '../src/view/page-data.js';
import { absentFrom, contentOf, fromHash, toHash } from './address.js';
import { at, type Data, indexData } from './data.js';
import { byId } from './dom.js';
import { drawn } from './drawn.js';
import { choose, unfold } from './explore.js';
import { viewPicture } from './exports/image.js';
import type { GraphView } from './graph-view.js';
import { type History, NO_HISTORY, redo, remember, undo } from './history.js';
import { mergePages } from './merge.js';
import { detailPanel } from './panels/detail.js';
import { createExportMenu } from './panels/export-menu.js';
import { factPanel } from './panels/fact.js';
import { createHeader } from './panels/header.js';
import { readingPanel } from './panels/overview.js';
import { pathPanel } from './panels/path.js';
import { canvasOrWords, hintText, zoomButtons } from './panels/stage.js';
import type { Way } from './paths.js';
import { createAskView } from './served/ask.js';
import { absentText, factAt, missingPanel, nodeAt } from './served/missing.js';
import type { Server } from './served/server.js';
import { addressBar } from './shell/address-bar.js';
import { canvasTools } from './shell/canvas-tools.js';
import { filterBar, shownLine } from './shell/filter-bar.js';
import { ifChanged } from './shell/if-changed.js';
import { watchKeys } from './shell/keys.js';
import { watchPointing } from './shell/pointing.js';
import { rail } from './shell/rail.js';
import { swap, toTop } from './shell/swap.js';
import * as update from './state.js';
import { initialState, type Selection, type State } from './state.js';
import type { Actions, View } from './view.js';
import { VIEWS } from './views/index.js';
import { visible } from './visible.js';
import { waysOf } from './ways-of.js';
import { speaker } from './words.js';

/** What a page that grows hands on to itself. */
interface Resumed {
  readonly state: State;
  readonly history: History;
  readonly views: readonly View[];
}

export const start = (data: Data, server: Server | null, resumed?: Resumed): void => {
  let state: State =
    resumed?.state ??
    fromHash(data, location.hash, {
      ...initialState,
      theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    });
  let history = resumed?.history ?? NO_HISTORY;
  // The question box is there where there is somebody to answer; it keeps what was typed as the page grows.
  const views = resumed?.views ?? (server === null ? VIEWS : [...VIEWS, createAskView(server)]);
  const ended = new AbortController();
  let shown = visible(data, state);
  let canvas = drawn(data, state, shown);
  let say = speaker(state.language);
  let graph = null as GraphView | null;
  /** Why what the address names is not shown. */
  let lost: string | null = null;
  const [onRail, onCounts, onFilters] = [ifChanged(), ifChanged(), ifChanged()];
  const [onTools, onZoom] = [ifChanged(), ifChanged()];

  /** Everything goes through here. `step`: it can be undone. */
  const set = (next: State, step = true): void => {
    if (next === state) return;
    const before = state;
    state = next;
    say = speaker(state.language);
    const moved = contentOf(data, before) !== contentOf(data, state);
    if (step && moved) history = remember(history, before);
    if (before.filters !== state.filters || before.hidden !== state.hidden) shown = visible(data, state);
    if (moved) canvas = drawn(data, state, shown);
    if (moved || before.language !== state.language || before.theme !== state.theme) {
      showAll(before);
      address.write();
    }
    if (before.query !== state.query) header.show(state, history, say);
    showHint();
    graph?.show(state, canvas, ways());
    if (moved && (before.selection !== state.selection || before.path !== state.path))
      graph?.lookAtSelection();
  };
  /** What the address names and the page does not hold is brought in; where that cannot be, the panel says so. */
  const fetchAbsent = (): void => {
    const absent = absentFrom(data, location.hash);
    if (absent === null) return;
    const give = (whole: Data['whole']): void => {
      lost = absentText({ whole }, say);
      showPanel(null);
    };
    if (server === null || data.whole === undefined) {
      give(data.whole);
      return;
    }
    const chosen = (more: Data): Selection | null => factAt(more, absent.fact) ?? nodeAt(more, absent.thing);
    grow([absent.thing], undefined, chosen).catch(() => give(undefined));
  };
  /** The page holds more than before; all else, and what can be undone, stays. `chosen` is then selected. */
  const grow = async (
    ids: readonly string[],
    relation?: EdgeType,
    chosen?: (more: Data) => Selection | null,
  ): Promise<void> => {
    if (server === null) return;
    const parts = await Promise.all(ids.map((id) => server.around(id, relation)));
    if (ended.signal.aborted) return;
    ended.abort();
    graph?.end();
    const more = indexData(parts.reduce<PageData>(mergePages, data));
    const selection = chosen?.(more) ?? null;
    start(more, server, {
      state: selection === null ? state : update.select(state, selection),
      history: selection === null ? history : remember(history, state),
      views,
    });
  };
  const ways = (): readonly Way[] => waysOf(data, state, shown);
  const actions: Actions = {
    selectNode: (index) => set(choose(state, { kind: 'node', index })),
    selectFact: (index) => set(update.select(state, { kind: 'fact', index })),
    open: (view) => set(update.open(state, view)),
    hover: (target) => set(update.hover(state, target)),
    back: () => {
      const selected = state.selection !== null || state.path !== null;
      set(update.stepBack(state));
      if (selected && state.selection === null && state.path === null) graph?.zoom('reset');
    },
    change: (change) => set(change(state)),
    bring: (ids, relation) => grow(ids, relation),
  };
  const travel = (to: ReturnType<typeof undo>): void => {
    if (to === null) return;
    history = to.history;
    set(to.state, false);
  };
  const toUndo = (): void => travel(undo(history, state));
  const toRedo = (): void => travel(redo(history, state));

  const view = (): View => views.find(({ name }) => name === state.view) ?? at(views, 0);
  const showAll = (before: State | null): void => {
    const { language, theme, hidden, scope, options } = state;
    const looks = [language, theme];
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.theme = theme;
    header.show(state, history, say);
    onRail([state.view, language], () => swap(byId('rail'), rail(views, state, say, actions.open)));
    const { canvas: mode, render } = view();
    byId('stage').dataset.canvas = mode;
    const other = before?.view !== state.view;
    swap(byId('view'), render({ data, state, shown, say, actions }));
    if (other) toTop(byId('view'));
    const { nodeCount, edgeCount } = mode === 'none' ? shown : canvas;
    onCounts([nodeCount, edgeCount, hidden, ...looks], () =>
      swap(byId('shown'), [shownLine(data, state, { nodeCount, edgeCount }, say)]),
    );
    onFilters([shown, ...looks], () => {
      const open = byId('chips').querySelector('details')?.open ?? false;
      swap(byId('chips'), filterBar(data, state, shown, open, say, actions));
    });
    onTools([shown, scope, options, ...looks], () =>
      swap(byId('tools'), canvasTools(data, state, shown, say, actions)),
    );
    onZoom([language], () => zoomButtons(byId('zoom'), say, (step) => graph?.zoom(step)));
    showPanel(before);
    // Last, when all round it has its height: the camera is aimed by the size of the canvas.
    if (mode !== 'none' && graph === null) {
      graph = makeGraph();
      graph.lookAtSelection();
    }
  };
  const showPanel = (before: State | null): void => {
    const { selection } = state;
    document.body.dataset.reads = String(selection !== null || state.path !== null);
    swap(
      byId('panel'),
      selection === null
        ? state.path === null
          ? readingPanel(data, state, { shown, canvas }, lost, say, actions)
          : pathPanel(data, state, ways(), say, actions)
        : selection.kind === 'node'
          ? [
              ...detailPanel(data, selection.index, state, shown, say, actions),
              ...missingPanel(data, selection.index, say, server === null ? null : actions.bring),
            ]
          : factPanel(data, selection.index, state, say, actions),
    );
    if (before?.selection !== selection || before?.path !== state.path) toTop(byId('panel'));
  };
  const showHint = (): void => {
    byId('hint').textContent = hintText(data, state, canvas.nodeCount, say);
  };
  const makeGraph = (): GraphView =>
    canvasOrWords(byId('canvas'), data, state, canvas, ways(), {
      selectNode: actions.selectNode,
      selectLink: (link) => {
        const { edges } = at(data.links, link);
        const first = edges.find((edge) => shown.edges[edge]) ?? edges[0];
        if (first !== undefined) actions.selectFact(first);
      },
      unfold: (node) => actions.change((now) => unfold(now, { node, relation: null })),
      hover: actions.hover,
      clickEmpty: () => set(update.select(state, null)),
    });

  const menu = createExportMenu(() => {
    const { name, canvas: mode } = view();
    return {
      data,
      shown: mode === 'none' ? shown : canvas,
      say,
      view: name,
      picture: () => (mode === 'alone' ? (graph?.picture() ?? null) : viewPicture(byId('view'), say)),
    };
  });
  const header = createHeader(byId('header'), data, {
    menu,
    search: (query) => set(update.search(state, query)),
    selectNode: actions.selectNode,
    selectFact: actions.selectFact,
    far:
      server === null || data.whole === undefined
        ? null
        : { find: server.find, bring: (id) => grow([id], undefined, (more) => nodeAt(more, id)) },
    undo: toUndo,
    redo: toRedo,
    switchTheme: () => set({ ...state, theme: state.theme === 'light' ? 'dark' : 'light' }),
    switchLanguage: () => set({ ...state, language: state.language === 'zh' ? 'en' : 'zh' }),
  });
  const until = { signal: ended.signal };
  const address = addressBar(
    () => toHash(data, state),
    (hash) => {
      const { language, theme } = state;
      lost = null;
      fetchAbsent();
      set(fromHash(data, hash, { ...initialState, language, theme }));
    },
    until,
  );
  for (const id of ['view', 'panel']) watchPointing(byId(id), actions.hover, until);
  watchKeys({ back: actions.back, undo: toUndo, redo: toRedo }, until);
  showAll(null);
  showHint();
  if (resumed !== undefined) address.write();
  else fetchAbsent();
};
