/** The panel with nothing selected: what is shown, what is most connected in it, and how to read what one sees. */
import { NODE_LABELS } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { perData } from '../models/per-data.js';
import type { State } from '../state.js';
import { totals, type Visible } from '../visible.js';
import { figure, type Say, typeName } from '../words.js';
import { nodeButton, type PanelActions } from './parts.js';

const MOST_CONNECTED = 8;

/** What the filters leave, and what of it is on the canvas. */
interface Held {
  readonly shown: Visible;
  readonly canvas: Visible;
}

/** What links most things, towns and figures aside: a town links all that is its own. */
const mostConnected = perData((data: Data): readonly number[] => {
  const towns = new Set(data.towns);
  const links = (index: number): number => at(data.linksOf, index).length;
  return data.nodes
    .map((_, index) => index)
    .filter((index) => !towns.has(index) && !['Region', 'Indicator'].includes(at(data.nodes, index).label))
    .sort((a, b) => links(b) - links(a) || a - b)
    .slice(0, MOST_CONNECTED);
});

const counts = (data: Data, say: Say): HTMLElement => {
  const { types } = totals(data);
  return h(
    'ul',
    { class: 'type-counts', attributes: { 'data-testid': 'type-counts' } },
    ...NODE_LABELS.flatMap((label) => {
      const count = label === 'Report' ? undefined : types.get(label);
      return count === undefined
        ? []
        : [
            h(
              'li',
              {},
              disc(label),
              h('span', {}, typeName(label, say)),
              h('span', { class: 'figure' }, figure(count)),
            ),
          ];
    }),
  );
};

const connected = (data: Data, say: Say, actions: PanelActions): readonly HTMLElement[] => {
  const nodes = mostConnected(data).filter((index) => at(data.linksOf, index).length > 0);
  if (nodes.length === 0) return [];
  return [
    h('h3', {}, say('联系最多', 'Most connected')),
    h(
      'ul',
      { class: 'rows', attributes: { 'data-testid': 'connected' } },
      ...nodes.map((index) => {
        const links = figure(at(data.linksOf, index).length);
        return h(
          'li',
          {},
          h(
            'div',
            { class: 'fact' },
            nodeButton(data, index, actions),
            h('span', { class: 'fact-side figure quiet' }, say(`联系 ${links} 个条目`, `linked to ${links}`)),
          ),
        );
      }),
    ),
  ];
};

/** A page that holds a part says so before anything is counted. */
const partial = ({ nodes, whole }: Data, say: Say): HTMLElement | null => {
  if (whole === undefined) return null;
  const [held, all] = [figure(nodes.length), figure(whole.nodes)];
  return h(
    'p',
    { attributes: { 'data-testid': 'partial' } },
    say(
      `图很大：本页载入 ${held} 个，全图 ${all} 个。先载入乡镇和政策行动；其余在搜索、点开条目时按需载入。以下数目只算已载入的。`,
      `The graph is large: this page holds ${held} things of ${all}, towns and programmes first. The rest comes as it is searched for or opened. The numbers below count what is held.`,
    ),
  );
};

/** In the present scope; what the graph has beyond it is one click away. */
const onCanvas = (data: Data, { view, scope }: State, held: Held, say: Say): HTMLElement | null => {
  if (view !== 'graph' || scope !== 'shared' || data.towns.length < 2) return null;
  const [shown, all] = [figure(held.canvas.nodeCount), figure(held.shown.nodeCount)];
  return h(
    'p',
    {},
    say(
      `图上是各报告单位和它们共有的 ${shown} 个条目；点画布左上角“全部”，显示 ${all} 个。`,
      `The canvas holds the reporting units and what they share, ${shown} things; the button All at its top left shows ${all}.`,
    ),
  );
};

const reading = (data: Data, say: Say): HTMLElement => {
  const several = data.towns.length > 1;
  const lines = [
    several
      ? say(
          '图谱里，一个圆点是一个条目，围着哪个镇就出自哪个镇的报告；几个镇之间的，是它们共有的。',
          'In the graph each disc is one thing, round the town whose report speaks of it; what several share lies between them.',
        )
      : say(
          '图谱里，一个圆点是报告提到的一个条目，越大依据越多。',
          'In the graph each disc is one thing the report speaks of; the larger, the more sentences support it.',
        ),
    say(
      '点圆点看它的事实，点连线看原文；双击圆点，展开它的邻居。',
      'Click a disc for its facts, a line for the sentences; double-click a disc to unfold its neighbours.',
    ),
    say(
      '实线：完成；细线：进行中；虚线：计划；点线：入围；浅色：由下级推得。',
      'Solid: done; thin: under way; dashed: planned; dotted: candidate; pale: derived from below.',
    ),
    say(
      'Esc 返回上一步，Ctrl+Z 撤销；网址随时描述当前视图，可直接发给同事。',
      'Esc steps back, Ctrl+Z undoes; the address always describes the present view and can be sent on.',
    ),
  ];
  return h('ul', { class: 'reading-list quiet' }, ...lines.map((line) => h('li', {}, line)));
};

/** `lost`: why what the address names is not shown. */
export const readingPanel = (
  data: Data,
  state: State,
  held: Held,
  lost: string | null,
  say: Say,
  actions: PanelActions,
): readonly HTMLElement[] =>
  [
    h('h1', {}, say('图中有什么', 'What is here')),
    lost === null ? null : h('p', { attributes: { role: 'status', 'data-testid': 'lost' } }, lost),
    partial(data, say),
    onCanvas(data, state, held, say),
    data.nodes.length === 0 ? null : counts(data, say),
    ...connected(data, say, actions),
    h('h3', {}, say('怎么看', 'How to read it')),
    reading(data, say),
  ].filter((part) => part !== null);
