/** Round the canvas: what the pointer is on, the buttons, and what is said where there can be no canvas. */
import { at, type Data, nameOf } from '../data.js';
import { h } from '../dom.js';
import { createGraphView } from '../graph-view.js';
import type { State } from '../state.js';
import { relationName, type Say, speaker } from '../words.js';

/** Without WebGL there is no picture, but search, panels and sentences all work: the page says so and goes on. */
export const canvasOrWords: typeof createGraphView = (container, data, state, ...rest) => {
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
    return { show: () => {}, lookAtSelection: () => {}, zoom: () => {}, end: () => {}, picture: () => null };
  }
};

const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** What the pointer is on, in words; read aloud as well. */
export const hintText = (data: Data, { hover }: State, count: number, say: Say): string => {
  if (hover?.kind === 'link') {
    const link = at(data.links, hover.index);
    const [first] = link.edges;
    if (first === undefined) return '';
    const fact = at(data.edges, first);
    const [from, to] = [nameOf(at(data.nodes, fact.from)), nameOf(at(data.nodes, fact.to))];
    const types = [...new Set(link.edges.map((edge) => relationName(at(data.edges, edge).type, say)))].join(
      '、',
    );
    return `${from} — ${types} — ${to}${say('　点击看原文', '   click for the sentences')}`;
  }
  if (count > 0) return '';
  return data.nodes.length === 0
    ? say('报告里没有读出条目', 'Nothing was read in the reports')
    : say('没有符合条件的条目，请点下方的“清除筛选”', 'Nothing fits the filters: use “Clear filters” below');
};

export const zoomButtons = (
  root: HTMLElement,
  say: Say,
  zoom: (step: 'in' | 'out' | 'reset') => void,
): void => {
  const button = (text: string, name: string, step: 'in' | 'out' | 'reset'): HTMLElement =>
    h('button', { title: name, attributes: { 'aria-label': name }, onClick: () => zoom(step) }, text);
  root.replaceChildren(
    button('＋', say('放大', 'Zoom in'), 'in'),
    button('－', say('缩小', 'Zoom out'), 'out'),
    button('⤢', say('看全图', 'Whole picture'), 'reset'),
  );
};
