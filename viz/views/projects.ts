/** Projects by stage: a column for each stage, a card for each project where it has got to. */
import { PROJECT_STAGES } from '../../src/schema.js';
import { at, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { type BoardColumn, type ProjectCard, projectBoard } from '../models/board.js';
import { shownEdges } from '../models/facts.js';
import type { View, ViewContext } from '../view.js';
import { figure, relationName, STANDING_ORDER, standingName } from '../words.js';
import { arrowKeys } from './keys.js';
import { emptyState, moreButton, portion } from './parts.js';
import { standingSign } from './signs.js';

const FIRST = 30;
const STEP = 100;

const yearText = ({ say }: ViewContext, year: number | null): string =>
  year === null ? '' : say(`${year}年`, String(year));

const cardOf = (context: ViewContext, card: ProjectCard, place: string): HTMLElement => {
  const { data, state, say, actions } = context;
  const node = at(data.nodes, card.node);
  const towns = card.towns.map((town) => at(data.nodes, town).name).join('、');
  const { selection } = state;
  const selected =
    selection !== null &&
    (selection.kind === 'node'
      ? selection.index === card.node
      : at(data.edges, selection.index).to === card.node);
  const next =
    card.next === null
      ? ''
      : `${say('计划', 'planned:')} ${relationName(card.next.stage, say)} ${yearText(context, card.next.year)}`;
  return h(
    'button',
    {
      class: 'card',
      attributes: {
        'data-at': place,
        'data-key': `card-${card.node}`,
        'data-testid': 'card',
        'data-standing': card.standing,
        ...(selected ? { 'aria-current': 'true' } : {}),
      },
      onClick: () => actions.selectNode(card.node),
    },
    h('span', { class: 'card-name' }, disc(node.label), h('span', {}, nameOf(node))),
    h(
      'span',
      { class: 'card-line' },
      standingSign(card.standing),
      h('span', {}, standingName(card.standing, say)),
      card.year !== null && h('span', { class: 'figure' }, yearText(context, card.year)),
      card.amount !== null && h('span', { class: 'figure' }, card.amount),
    ),
    towns !== '' && h('span', { class: 'quiet card-line' }, towns),
    next !== '' && h('span', { class: 'quiet card-line' }, `→ ${next}`),
  );
};

const columnOf = (
  context: ViewContext,
  { stage, cards, planned }: BoardColumn,
  column: number,
): HTMLElement => {
  const { say } = context;
  const option = `projects.${stage}`;
  const count = Math.min(portion(context.state, option, FIRST), cards.length);
  const name = relationName(stage, say);
  return h(
    'section',
    {
      class: cards.length === 0 ? 'column bare' : 'column',
      attributes: { 'data-testid': 'column', 'aria-label': `${name} ${cards.length}` },
    },
    h('h3', {}, h('span', {}, name), h('span', { class: 'figure' }, figure(cards.length))),
    planned > 0 &&
      h(
        'p',
        { class: 'quiet column-note' },
        say(`其中计划 ${figure(planned)}`, `${figure(planned)} planned`),
      ),
    ...cards.slice(0, count).map((card, row) => cardOf(context, card, `${row},${column}`)),
    moreButton(context, option, count, cards.length, STEP),
  );
};

/** All stages at once, also where the board is wider than the screen; a press goes to the column. */
const stepsOf = ({ say }: ViewContext, columns: readonly BoardColumn[]): HTMLElement => {
  const most = Math.max(1, ...columns.map(({ cards }) => cards.length));
  return h(
    'div',
    { class: 'steps', attributes: { role: 'group', 'aria-label': say('各阶段', 'Stages') } },
    ...columns.map(({ stage, cards, planned }, index) =>
      h(
        'button',
        {
          class: 'step',
          attributes: { 'data-key': `step-${stage}` },
          onClick: () => {
            const column = document.querySelectorAll('.board > .column')[index];
            column?.scrollIntoView({ block: 'nearest', inline: 'start' });
          },
        },
        relationName(stage, say),
        ' ',
        h('span', { class: 'figure quiet' }, figure(cards.length)),
        h(
          'span',
          {
            class: 'step-bar',
            attributes: { 'aria-hidden': 'true' },
            style: { '--share': String(cards.length / most) },
          },
          h('span', { style: { 'flex-grow': String(cards.length - planned) } }),
          h('span', { style: { 'flex-grow': String(planned) } }),
        ),
      ),
    ),
  );
};

export const projectsView: View = {
  name: 'projects',
  title: (say) => say('项目', 'Projects'),
  canvas: 'none',
  render: (context) => {
    const { data, shown, say } = context;
    const columns = projectBoard(data, shownEdges(shown.edges));
    const cards = columns.flatMap((column) => column.cards);
    const total = projectCount(context);
    const found = STANDING_ORDER.filter((standing) => cards.some((card) => card.standing === standing));
    return [
      h(
        'div',
        { class: 'work tall' },
        h(
          'div',
          { class: 'work-head' },
          h('h1', {}, say('项目', 'Projects')),
          h(
            'span',
            { class: 'quiet figure', attributes: { 'data-testid': 'count' } },
            say(
              `显示 ${figure(cards.length)} / 共 ${figure(total)}`,
              `showing ${figure(cards.length)} / of ${figure(total)}`,
            ),
          ),
          h(
            'p',
            { class: 'quiet signs' },
            ...found.map((standing) =>
              h('span', { class: 'sign-name' }, standingSign(standing), standingName(standing, say)),
            ),
          ),
        ),
        cards.length > 0 && stepsOf(context, columns),
        cards.length === 0
          ? emptyState(
              context,
              say('报告里没有读出处于某一阶段的项目。', 'No project in any stage was read in the reports.'),
            )
          : arrowKeys(
              h(
                'div',
                { class: 'board', attributes: { 'data-testid': 'board', 'data-scroll': 'board' } },
                ...columns.map((column, index) => columnOf(context, column, index)),
              ),
            ),
      ),
    ];
  },
};

/** Projects of which some stage is stated, whatever the filters leave. */
const projectCount = ({ data }: ViewContext): number => {
  const stages: ReadonlySet<string> = new Set(PROJECT_STAGES);
  return new Set(data.edges.filter(({ type }) => stages.has(type)).map(({ to }) => to)).size;
};
