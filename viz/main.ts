/** Wiring only: the data, the state, and the parts that show it. */
import { at, type Data, indexData } from './data.js';
import { byId, h } from './dom.js';
import { detailPanel } from './panels/detail.js';
import { factPanel } from './panels/fact.js';
import { createHeader } from './panels/header.js';
import { legendPanel } from './panels/legend.js';
import { overviewPanel } from './panels/overview.js';
import { canvasOrWords, hintText, zoomButtons } from './panels/stage.js';
import * as update from './state.js';
import { initialState, type State } from './state.js';
import { unpack } from './unpack.js';
import { visible } from './visible.js';
import { speaker } from './words.js';

const start = (data: Data): void => {
  let state: State = { ...initialState, selection: update.fromHash(data, location.hash) };
  let shown = visible(data, state);
  let say = speaker(state.language);

  const set = (next: State): void => {
    if (next === state) return;
    const before = state;
    state = next;
    say = speaker(state.language);
    const filtered =
      before.hiddenTypes !== state.hiddenTypes || before.hiddenStandings !== state.hiddenStandings;
    const spoken = before.language !== state.language;
    const selected = before.selection !== state.selection;
    if (filtered) shown = visible(data, state);
    if (filtered || spoken) showLegend();
    if (selected || spoken) showPanel();
    if (before.query !== state.query || spoken) header.show(state, say);
    if (spoken) showFrame();
    showHint();
    if (filtered || selected || before.hover !== state.hover) graph.show(state, shown);
    if (selected) {
      const hash = update.toHash(data, state.selection);
      history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
      graph.lookAtSelection();
    }
  };
  const selectNode = (index: number): void => set(update.select(state, { kind: 'node', index }));
  const selectFact = (index: number): void => set(update.select(state, { kind: 'fact', index }));
  const back = (): void => {
    const selected = state.selection !== null;
    set(update.stepBack(state));
    if (selected && state.selection === null) graph.zoom('reset');
  };

  const showFrame = (): void => {
    document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
    zoomButtons(byId('zoom'), say, (step) => graph.zoom(step));
  };
  const showLegend = (): void =>
    byId('legend').replaceChildren(
      ...legendPanel(data, state, shown, say, {
        toggleType: (type) => set(update.toggleType(state, type)),
        toggleStanding: (standing) => set(update.toggleStanding(state, standing)),
        clear: () => set(update.clearFilters(state)),
      }),
    );
  const showPanel = (): void => {
    const panel = byId('panel');
    const actions = { selectNode, selectFact, back };
    const { selection } = state;
    panel.replaceChildren(
      ...(selection === null
        ? overviewPanel(data, say, actions)
        : selection.kind === 'node'
          ? detailPanel(data, selection.index, say, actions)
          : factPanel(data, selection.index, say, actions)),
    );
    panel.scrollTop = 0;
  };
  const showHint = (): void => {
    byId('hint').textContent = hintText(data, state, shown.nodeCount, say);
  };

  const header = createHeader(byId('header'), data, {
    search: (query) => set(update.search(state, query)),
    selectNode,
    switchLanguage: () => set(update.setLanguage(state, state.language === 'zh' ? 'en' : 'zh')),
  });
  const graph = canvasOrWords(byId('canvas'), data, state, shown, {
    selectNode,
    selectLink: (link) => {
      const { edges } = at(data.links, link);
      const first = edges.find((edge) => shown.edges[edge]) ?? edges[0];
      if (first !== undefined) selectFact(first);
    },
    hover: (target) => set(update.hover(state, target)),
    clickEmpty: () => set(update.select(state, null)),
  });
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back();
  });
  window.addEventListener('hashchange', () => {
    const selection = update.fromHash(data, location.hash);
    if (selection !== null) set(update.select(state, selection));
  });
  showFrame();
  showLegend();
  showPanel();
  showHint();
  header.show(state, say);
  graph.lookAtSelection();
};

const pack = byId('zhentu-data').textContent ?? '';
if (pack.trim() === '') byId('panel').append(h('p', {}, '这是空白模板：请用 zhentu build 生成页面。'));
else start(indexData(unpack(pack)));
