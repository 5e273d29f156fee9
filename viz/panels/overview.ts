/** The towns and what they share; and, in the panel with nothing selected, how to read the picture. */
import type { GraphLabel } from '../../src/model.js';
import { LABEL_STYLE, NODE_LABELS } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import { h } from '../dom.js';
import { figure, type Say, typeName } from '../words.js';
import { nodeButton, openingList, type PanelActions } from './parts.js';

const FIRST = 7;

const townTable = (data: Data, say: Say, actions: PanelActions): HTMLElement => {
  const rows = data.towns.map((town) => {
    const reports = data.reports.filter((report) => report.town === town);
    const years = [...new Set(reports.flatMap(({ year }) => (year === null ? [] : [year])))].sort();
    const things = data.nodes.filter((node) => node.towns.includes(town)).length;
    return h(
      'tr',
      {},
      h('td', {}, nodeButton(data, town, actions)),
      h('td', { class: 'figure' }, years.join('、')),
      h('td', { class: 'figure' }, figure(things)),
      h('td', { class: 'figure' }, figure(at(data.edgesOf, town).length)),
    );
  });
  const head = [
    say('报告单位', 'Reporting unit'),
    say('年份', 'Year'),
    say('条目', 'Things'),
    say('事实', 'Facts'),
  ];
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...head.map((text) => h('th', {}, text)))),
    h('tbody', {}, ...rows),
  );
};

const ranked = (data: Data, wanted: (index: number) => boolean): readonly number[] =>
  data.nodes
    .map((_, index) => index)
    .filter(wanted)
    .sort((p, q) => {
      const a = at(data.nodes, p);
      const b = at(data.nodes, q);
      return b.towns.length - a.towns.length || b.support - a.support || p - q;
    });

const listOf = (data: Data, indices: readonly number[], say: Say, actions: PanelActions): HTMLElement =>
  openingList(
    indices.map((index) => {
      const { towns, support } = at(data.nodes, index);
      const by = towns.length > 1 ? say(`${towns.length} 个单位 · `, `${towns.length} units · `) : '';
      const quiet = h('span', { class: 'quiet figure' }, by + say(`${support} 句`, `${support} sentences`));
      return h('div', { class: 'fact' }, nodeButton(data, index, actions), quiet);
    }),
    FIRST,
    say,
  );

export const overviewPanel = (data: Data, say: Say, actions: PanelActions): readonly HTMLElement[] => {
  const towns = new Set(data.towns);
  // Places are shared by being near, not by what was done: 省市 would head every list.
  const kinds = NODE_LABELS.filter(
    (label): label is GraphLabel => !['Region', 'Town', 'Report', 'Indicator'].includes(label),
  ).sort((a, b) => Number(b === 'Program') - Number(a === 'Program'));
  const several = data.towns.length > 1;
  const sections = kinds.flatMap((label) => {
    const own = ranked(data, (index) => {
      const node = at(data.nodes, index);
      if (node.label !== label || towns.has(index)) return false;
      return several ? node.towns.length > 1 : node.support > 2;
    });
    if (own.length === 0) return [];
    const name = typeName(label, say);
    const heading = several ? say(`共有的${name}`, `Shared: ${name}`) : name;
    return [
      h(
        'section',
        { style: { '--tone': LABEL_STYLE[label].color } },
        h('h3', {}, heading, h('span', { class: 'figure' }, figure(own.length))),
        listOf(data, own, say, actions),
      ),
    ];
  });
  return [
    h('h1', {}, say('总览', 'Overview')),
    ...(data.towns.length > 0 ? [townTable(data, say, actions)] : []),
    ...sections,
  ];
};

/** The panel with nothing selected. */
export const readingPanel = (data: Data, say: Say): readonly HTMLElement[] => {
  const several = data.towns.length > 1;
  const reading = several
    ? say(
        '一个圆点是一个条目，围着哪个镇就出自哪个镇的报告；几个镇之间的，是它们共有的。点圆点看事实，点连线看原文。',
        'Each disc is one thing, round the town whose report speaks of it; what several share lies between them. Click a disc for its facts, a line for the sentences.',
      )
    : say(
        '一个圆点是报告提到的一个条目，越大依据越多。点圆点看事实，点连线看原文。',
        'Each disc is one thing the report speaks of; the larger, the more sentences support it. Click a disc for its facts, a line for the sentences.',
      );
  return [h('h1', {}, say('详情', 'Details')), h('p', { class: 'quiet' }, reading)];
};
