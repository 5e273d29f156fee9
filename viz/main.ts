/** Wiring only: the data, the state, and the parts that show it. */
import type { PageData } from '../src/view/page-data.js';
import { at, type Data, indexData, nameOf } from './data.js';
import { byId, h } from './dom.js';
import { createGraphView } from './graph-view.js';
import { detailPanel } from './panels/detail.js';
import { factPanel } from './panels/fact.js';
import { createHeader } from './panels/header.js';
import { legendPanel } from './panels/legend.js';
import { overviewPanel } from './panels/overview.js';
import * as update from './state.js';
import { initialState, type State } from './state.js';
import { visible } from './visible.js';
import { type Say, speaker } from './words.js';

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

/** Without WebGL there is no picture, but search, panels and sentences all work: the page says so and goes on. */
const canvasOrWords: typeof createGraphView = (container, data, state, ...rest) => {
  try {
    return createGraphView(container, data, state, ...rest);
  } catch (error) {
    if (canDraw()) throw error;
    const say = speaker(state.language);
    container.replaceChildren(
      h(
        'p',
        { class: 'notice', attributes: { 'data-testid': 'no-canvas' } },
        say(
          '此浏览器不能绘图（WebGL 不可用）。搜索和右侧的列表、原文照常可用。',
          'This browser cannot draw (no WebGL). Search and the lists and sentences on the right work as usual.',
        ),
      ),
    );
    return { show: () => {}, lookAtSelection: () => {}, zoom: () => {} };
  }
};

const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** What the pointer is on, in words; read aloud as well. */
const hintText = (data: Data, { hover }: State, count: number, say: Say): string => {
  if (hover?.kind === 'link') {
    const link = at(data.links, hover.index);
    const [first] = link.edges;
    if (first === undefined) return '';
    const fact = at(data.edges, first);
    const [from, to] = [nameOf(at(data.nodes, fact.from)), nameOf(at(data.nodes, fact.to))];
    const types = [...new Set(link.edges.map((edge) => at(data.edges, edge).type))].join('、');
    return `${from} — ${types} — ${to}${say('　点击看原文', '   click for the sentences')}`;
  }
  if (count > 0) return '';
  return data.nodes.length === 0
    ? say('报告里没有读出条目', 'Nothing was read in the reports')
    : say(
        '没有符合条件的条目，请点左侧的“清除筛选”',
        'Nothing fits the filters: use “Clear filters” on the left',
      );
};

const zoomButtons = (root: HTMLElement, say: Say, zoom: (step: 'in' | 'out' | 'reset') => void): void => {
  const button = (text: string, name: string, step: 'in' | 'out' | 'reset'): HTMLElement =>
    h('button', { title: name, attributes: { 'aria-label': name }, onClick: () => zoom(step) }, text);
  root.replaceChildren(
    button('＋', say('放大', 'Zoom in'), 'in'),
    button('－', say('缩小', 'Zoom out'), 'out'),
    button('⤢', say('看全图', 'Whole picture'), 'reset'),
  );
};

const json = byId('zhentu-data').textContent ?? '';
if (json.trim() === '') byId('panel').append(h('p', {}, '这是空白模板：请用 zhentu build 生成页面。'));
else start(indexData(JSON.parse(json) as PageData));
