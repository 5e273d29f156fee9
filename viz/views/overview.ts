/** The first thing one sees: a card for each town, and which of them share what. Nothing moves, nothing loads. */
import type { PageNode } from '../../src/view/page-data.js';
import { at, type Data, nameOf, shorten } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { shownEdges } from '../models/facts.js';
import { type Cell, type MatrixRow, townMatrix } from '../models/matrix.js';
import { nodeButton } from '../panels/parts.js';
import type { View, ViewContext } from '../view.js';
import { figure, type Say, standingName, typeName } from '../words.js';
import { standingSign } from './signs.js';

const STRONGEST = 3;
const SHARED_ROWS = 14;
/** More columns would not be legible at once; the view of what is in common has them all. */
const SHARED_COLUMNS = 12;
const CARDS = 60;
/** Places are shared by being near, not by what was done; figures have a view of their own. */
const NOT_DONE: readonly PageNode['label'][] = ['Region', 'Town', 'Indicator'];

const yearsOf = (data: Data, town: number): readonly number[] =>
  [
    ...new Set(
      data.reports.flatMap((report) => (report.town === town && report.year !== null ? [report.year] : [])),
    ),
  ].sort();

/** Town → its own things; those first that most sentences of its own reports speak of, then what it has to itself. */
const thingsOf = (data: Data): ReadonlyMap<number, readonly number[]> => {
  const said = new Map<string, Set<number>>();
  for (const { from, to, derived, evidence } of data.edges) {
    if (derived) continue;
    for (const [sentence] of evidence) {
      const { town } = at(data.reports, at(data.sentences, sentence).report);
      for (const end of [from, to]) {
        const key = `${town} ${end}`;
        said.set(key, (said.get(key) ?? new Set()).add(sentence));
      }
    }
  }
  const things = new Map<number, number[]>(data.towns.map((town) => [town, []]));
  data.nodes.forEach((node, index) => {
    for (const town of node.towns) if (town !== index) things.get(town)?.push(index);
  });
  for (const [town, own] of things) {
    const support = (index: number): number => said.get(`${town} ${index}`)?.size ?? 0;
    const towns = (index: number): number => at(data.nodes, index).towns.length;
    own.sort((a, b) => support(b) - support(a) || towns(a) - towns(b) || a - b);
  }
  return things;
};

const card = (
  { data, say, actions, state }: ViewContext,
  town: number,
  things: readonly number[],
): HTMLElement => {
  const years = yearsOf(data, town);
  const counts = (['Honour', 'Project', 'Program', 'Company', 'Village'] as const).map(
    (label) => [label, things.filter((index) => at(data.nodes, index).label === label).length] as const,
  );
  const strongest = things
    .filter((index) => !NOT_DONE.includes(at(data.nodes, index).label))
    .slice(0, STRONGEST);
  const selected = state.selection?.kind === 'node' && state.selection.index === town;
  return h(
    'article',
    { class: 'town-card', attributes: { 'data-testid': 'card', 'data-selected': String(selected) } },
    h(
      'h2',
      {},
      nodeButton(data, town, actions),
      h('span', { class: 'figure quiet' }, years.join(say('、', ', '))),
    ),
    h(
      'p',
      { class: 'town-counts' },
      ...counts
        .filter(([, count]) => count > 0)
        .map(([label, count]) =>
          h('span', {}, `${typeName(label, say)} `, h('b', { class: 'figure' }, figure(count))),
        ),
    ),
    h('ul', {}, ...strongest.map((index) => h('li', {}, nodeButton(data, index, actions)))),
  );
};

const cell = (
  { data, say, actions }: ViewContext,
  town: number,
  thing: number,
  own: Cell | null,
): HTMLElement => {
  const [fact] = own?.edges ?? [];
  if (own === null || fact === undefined)
    return h('td', {}, h('span', { class: 'none', attributes: { 'aria-hidden': 'true' } }, '–'));
  const where = `${at(data.nodes, town).name} ${at(data.nodes, thing).name}`;
  const label = `${where} · ${standingName(own.standing, say)}`;
  return h(
    'td',
    {},
    h(
      'button',
      { title: label, attributes: { 'aria-label': label }, onClick: () => actions.selectFact(fact) },
      standingSign(own.standing),
    ),
  );
};

/** Programmes first, then honours; in each what most towns share first. */
const rowsOf = ({ data, shown }: ViewContext, towns: readonly number[]): readonly MatrixRow[] =>
  (['programs', 'honours'] as const).flatMap(
    (subject) => townMatrix(data, shownEdges(shown.edges), subject, towns, 2).rows,
  );

const sharedPicture = (context: ViewContext): HTMLElement | null => {
  const { data, say, actions } = context;
  const towns = data.towns.slice(0, SHARED_COLUMNS);
  const shared = data.towns.length < 2 ? [] : rowsOf(context, towns);
  if (shared.length === 0) return null;
  const rows = shared.slice(0, SHARED_ROWS);
  return h(
    'section',
    { class: 'shared-picture', attributes: { 'data-testid': 'shared' } },
    h(
      'h2',
      {},
      say('共有的政策行动和荣誉', 'Programmes and honours they share'),
      h('span', { class: 'figure quiet' }, shownOf(rows.length, shared.length, say)),
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {}),
          ...towns.map((town) =>
            h('th', { title: at(data.nodes, town).name }, shorten(at(data.nodes, town).name, 5)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map(({ node: thing, cells }) =>
          h(
            'tr',
            {},
            h(
              'th',
              {},
              h(
                'button',
                {
                  class: 'thing',
                  title: nameOf(at(data.nodes, thing)),
                  onClick: () => actions.selectNode(thing),
                },
                disc(at(data.nodes, thing).label),
                h('span', {}, shorten(nameOf(at(data.nodes, thing)), 14)),
              ),
            ),
            ...towns.map((town, column) => cell(context, town, thing, cells[column] ?? null)),
          ),
        ),
      ),
    ),
    h(
      'p',
      {},
      h(
        'button',
        { class: 'plain', onClick: () => actions.open('common') },
        say('逐项对照各镇的做法和原文 ›', 'Compare them one by one, with the sentences ›'),
      ),
    ),
  );
};

const shownOf = (shown: number, all: number, say: Say): string =>
  shown === all ? figure(all) : say(`显示 ${shown} / 共 ${figure(all)}`, `${shown} of ${figure(all)}`);

export const overviewView: View = {
  name: 'overview',
  title: (say) => say('总览', 'Overview'),
  canvas: 'none',
  render: (context) => {
    const { data, say, actions } = context;
    const things = thingsOf(data);
    const towns = data.towns.slice(0, CARDS);
    return [
      h(
        'div',
        { class: 'overview' },
        h('h1', {}, say('总览', 'Overview')),
        data.nodes.length === 0 &&
          h(
            'p',
            { class: 'quiet', attributes: { 'data-testid': 'empty' } },
            say('报告里没有读出条目', 'Nothing was read in the reports'),
          ),
        towns.length < data.towns.length &&
          h(
            'p',
            { class: 'quiet' },
            `${shownOf(towns.length, data.towns.length, say)} `,
            h('button', { class: 'plain', onClick: () => actions.open('table') }, say('查看全部', 'see all')),
          ),
        h('div', { class: 'cards' }, ...towns.map((town) => card(context, town, things.get(town) ?? []))),
        sharedPicture(context),
      ),
    ];
  },
};
