/** The panel of one thing: what it is, and its facts by relation, each with its neighbour and its sentences. */

import { EDGE_TYPES, INDICATOR_STATUS_ZH, type IndicatorStatus } from '../../src/schema.js';
import type { PageNode } from '../../src/view/page-data.js';
import { at, type Data, nameOf, other } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import type { State } from '../state.js';
import type { Actions } from '../view.js';
import type { Visible } from '../visible.js';
import { figure, PROPERTY, relationHeading, relationName, type Say, typeName, VALUE } from '../words.js';
import { nodeTools, unfoldButton } from './node-tools.js';
import { factTags, nodeButton, openingList, type PanelActions } from './parts.js';

const FIRST = 8;

/** 17.45亿元 · 同比 +6.2% · 实绩 */
export const indicatorText = ({ props = {} }: PageNode, say: Say): string => {
  const { value, unit = '', yoy, status } = props;
  const growth = typeof yoy === 'number' ? `${say('同比', 'yoy')} ${yoy > 0 ? '+' : ''}${yoy}%` : '';
  const standing =
    status === undefined || status === 'done'
      ? ''
      : say(INDICATOR_STATUS_ZH[status as IndicatorStatus], String(status));
  return [`${value ?? ''}${unit}`, growth, standing].filter((part) => part !== '').join(' · ');
};

const properties = (data: Data, node: PageNode, say: Say): readonly HTMLElement[] => {
  const line = (name: string, value: string): HTMLElement =>
    h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const lines: HTMLElement[] = [];
  const aliases = (node.aliases ?? []).filter((alias) => alias !== node.name);
  if (aliases.length > 0) lines.push(line(say('又称', 'Also'), aliases.join('、')));
  if (node.label === 'Indicator') lines.push(line(say('数值', 'Value'), indicatorText(node, say)));
  else {
    for (const [key, value] of Object.entries(node.props ?? {})) {
      const name = PROPERTY[key];
      if (name === undefined) continue;
      const known = VALUE[String(value)];
      lines.push(line(say(...name), known === undefined ? String(value) : say(...known)));
    }
  }
  if (node.towns.length > 0) {
    const towns = node.towns.map((town) => at(data.nodes, town).name).join('、');
    lines.push(line(say('见于', 'Reported by'), towns));
  }
  lines.push(line(say('依据', 'Support'), say(`${node.support} 句原文`, `${node.support} sentences`)));
  return lines;
};

const factRow = (data: Data, node: number, edge: number, say: Say, actions: PanelActions): HTMLElement => {
  const fact = at(data.edges, edge);
  const end = other(fact, node);
  const sentences = new Set(fact.evidence.map(([sentence]) => sentence)).size;
  const object = at(data.nodes, end);
  const name = nameOf(object);
  return h(
    'div',
    { class: 'fact' },
    nodeButton(data, end, actions),
    h(
      'span',
      { class: 'fact-side' },
      object.label === 'Indicator' && h('span', { class: 'figure' }, indicatorText(object, say)),
      ...(fact.type === '指标' ? [] : factTags(fact, say)),
      h(
        'button',
        {
          class: 'source',
          attributes: {
            'data-testid': 'evidence',
            'aria-label': `${say('原文', 'Sentences')} ${relationName(fact.type, say)} ${name}`,
          },
          onClick: () => actions.selectFact(edge),
        },
        say('原文', 'source'),
        sentences > 1 && ` ${sentences}`,
      ),
    ),
  );
};

/** The facts of a thing by relation, and by the side on which it stands. */
const factsOf = (data: Data, index: number): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  const add = (key: string, edge: number): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  };
  for (const edge of at(data.edgesOf, index)) {
    const { type, from, to } = at(data.edges, edge);
    if (from === index) add(`${type} subject`, edge);
    if (to === index) add(`${type} object`, edge);
  }
  return groups;
};

export const detailPanel = (
  data: Data,
  index: number,
  state: State,
  shown: Visible,
  say: Say,
  actions: Actions,
): readonly HTMLElement[] => {
  const node = at(data.nodes, index);
  const own = factsOf(data, index);
  const groups = EDGE_TYPES.flatMap((type) =>
    (['subject', 'object'] as const).flatMap((side) => {
      const edges = own.get(`${type} ${side}`);
      if (edges === undefined) return [];
      const support = (edge: number): number => at(data.nodes, other(at(data.edges, edge), index)).support;
      const sorted = [...edges].sort((a, b) => support(b) - support(a) || a - b);
      return [
        h(
          'section',
          { attributes: { 'data-testid': 'relation' } },
          h(
            'div',
            { class: 'relation-head' },
            h(
              'h3',
              {},
              relationHeading(type, side, say),
              h('span', { class: 'figure' }, figure(edges.length)),
            ),
            unfoldButton(
              state,
              { node: index, relation: { type, side } },
              relationHeading(type, side, say),
              say,
              actions,
            ),
          ),
          openingList(sorted, (edge) => factRow(data, index, edge, say, actions), FIRST, say),
        ),
      ];
    }),
  );
  return [
    h('button', { class: 'plain back', onClick: actions.back }, say('‹ 返回', '‹ Back')),
    h('h1', {}, disc(node.label), h('span', {}, nameOf(node)), h('small', {}, typeName(node.label, say))),
    nodeTools(data, index, state, shown, say, actions),
    h('dl', {}, ...properties(data, node, say)),
    ...groups,
    ...(groups.length > 0
      ? []
      : [
          h(
            'p',
            { class: 'quiet' },
            say(
              '报告提到了它，但没有说出可以记下的事实。',
              'The reports mention it without stating a fact that could be noted.',
            ),
          ),
        ]),
  ];
};
