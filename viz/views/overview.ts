/** The first thing one sees: a card for each town, and beside them what the towns share. */
import { at, type Data, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { SUBJECTS, type Subject } from '../models/compare.js';
import { shownEdges } from '../models/facts.js';
import { townMatrix } from '../models/matrix.js';
import { CARD_COUNTS, type CardCount, type TownCard, townCards } from '../models/town-cards.js';
import { nodeButton } from '../panels/parts.js';
import { open, option } from '../state.js';
import type { View, ViewContext } from '../view.js';
import { figure, type Say } from '../words.js';
import { matrixLegend, matrixTable } from './common-matrix.js';
import { emptyState, figuresShown, moreButton, portion } from './parts.js';

/** Cards, rows and columns at first sight: what fits a screen. */
const CARDS = 24;
const ROWS: Readonly<Record<Subject, number>> = { programs: 12, honours: 6 };
const COLUMNS = 12;
const STRONGEST = 3;

const COUNT_NAMES: Readonly<Record<CardCount, (say: Say) => string>> = {
  honours: (say) => say('荣誉', 'Honours'),
  programs: (say) => say('政策行动', 'Programmes'),
  projects: (say) => say('项目', 'Projects'),
  figures: (say) => say('指标', 'Figures'),
};

const cardOf = ({ data, state, say, actions }: ViewContext, card: TownCard): HTMLElement => {
  const { town, years, counts, strongest, reports } = card;
  const selected = state.selection?.kind === 'node' && state.selection.index === town;
  const head = nodeButton(data, town, actions);
  head.dataset.key = `town-${town}`;
  return h(
    'article',
    { class: 'town', attributes: { 'data-testid': 'town', ...(selected ? { 'aria-current': 'true' } : {}) } },
    h(
      'h2',
      {},
      head,
      h(
        'span',
        { class: 'quiet figure' },
        years.length > 0 ? years.join('、') : say(`${reports} 份报告`, `${reports} reports`),
      ),
    ),
    h(
      'dl',
      { class: 'town-counts' },
      ...CARD_COUNTS.map((kind) =>
        h('div', {}, h('dt', {}, COUNT_NAMES[kind](say)), h('dd', { class: 'figure' }, figure(counts[kind]))),
      ),
    ),
    h(
      'ul',
      { class: 'rows', attributes: { 'aria-label': say('依据最多的', 'Most spoken of') } },
      ...strongest.map(({ node, sentences }) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              class: 'fact',
              attributes: { 'data-key': `strong-${town}-${node}` },
              onClick: () => actions.selectNode(node),
            },
            h(
              'span',
              { class: 'thing' },
              disc(at(data.nodes, node).label),
              h('span', {}, nameOf(at(data.nodes, node))),
            ),
            h('span', { class: 'quiet figure' }, say(`${sentences} 句`, `${sentences}`)),
          ),
        ),
      ),
    ),
  );
};

const sharedHeading = (subject: Subject, say: Say): string =>
  subject === 'programs'
    ? say('共有的政策行动', 'Programmes in common')
    : say('共有的荣誉', 'Honours in common');

/** The small picture: towns × what two or more of them have. */
const sharedPart = (context: ViewContext, edges: readonly number[], subject: Subject): HTMLElement | null => {
  const { data, say, actions } = context;
  const towns = data.towns.slice(0, COLUMNS);
  const { rows, counts } = townMatrix(data, edges, subject, towns, 2);
  if (rows.length === 0) return null;
  const first = rows.slice(0, ROWS[subject]);
  const whole =
    rows.length === first.length && towns.length === data.towns.length
      ? say('对照查看', 'Side by side')
      : say(`全部 ${figure(rows.length)} 项`, `All ${figure(rows.length)}`);
  return h(
    'section',
    { class: 'shares', attributes: { 'data-testid': `shares-${subject}` } },
    h(
      'h3',
      {},
      h('span', {}, sharedHeading(subject, say)),
      h(
        'button',
        {
          class: 'plain',
          attributes: { 'data-key': `shares-${subject}` },
          onClick: () =>
            actions.change((now) =>
              open(
                option(
                  option(now, 'common.of', subject === 'programs' ? null : subject),
                  'common.as',
                  rows.length > first.length ? 'matrix' : null,
                ),
                'common',
              ),
            ),
        },
        whole,
      ),
    ),
    h('div', { class: 'wide' }, matrixTable(context, towns, counts, first)),
    matrixLegend(context, first),
  );
};

const nothingRead = (data: Data, say: Say): string =>
  data.nodes.length === 0
    ? say('报告里没有读出条目。', 'Nothing was read in the reports.')
    : say('没有读出报告属于哪个乡镇。', 'Of none of the reports the town could be told.');

export const overviewView: View = {
  name: 'overview',
  title: (say) => say('总览', 'Overview'),
  canvas: 'none',
  render: (context) => {
    const { data, state, shown, say } = context;
    const edges = shownEdges(shown.edges);
    const cards = townCards(data, figuresShown(context), STRONGEST);
    const count = Math.min(portion(state, 'overview.towns', CARDS), cards.length);
    const shares = SUBJECTS.flatMap((subject) => sharedPart(context, edges, subject) ?? []);
    return [
      h(
        'div',
        { class: 'work' },
        h('div', { class: 'work-head' }, h('h1', {}, say('总览', 'Overview'))),
        cards.length === 0
          ? emptyState(context, nothingRead(data, say))
          : h(
              'div',
              { class: shares.length > 0 ? 'glance' : 'glance alone-cards' },
              h(
                'div',
                {},
                h('div', { class: 'towns' }, ...cards.slice(0, count).map((card) => cardOf(context, card))),
                moreButton(context, 'overview.towns', count, cards.length, CARDS),
              ),
              shares.length > 0 && h('div', {}, ...shares),
            ),
      ),
    ];
  },
};
