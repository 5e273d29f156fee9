/** Honours by level and year, with a bar for each year above. */
import { LABEL_STYLE } from '../../src/schema.js';
import { mix } from '../colour.js';
import { at, type Data } from '../data.js';
import { h } from '../dom.js';
import { shownEdges } from '../models/facts.js';
import {
  HONOUR_LEVELS,
  type HonourItem,
  type HonourLevel,
  type HonourTable,
  honourTable,
} from '../models/honours.js';
import { perData } from '../models/per-data.js';
import type { View, ViewContext } from '../view.js';
import { figure, type Say, STANDING_ORDER, standingName } from '../words.js';
import { arrowKeys } from './keys.js';
import { emptyState, moreButton, portion } from './parts.js';
import { standingSign } from './signs.js';

/** Shown at first in one cell. */
const FIRST = 12;
const STEP = 60;

const LEVEL_EN: Readonly<Record<HonourLevel, string>> = {
  国家级: 'National',
  省级: 'Provincial',
  市级: 'Municipal',
  县级: 'County',
  乡级: 'Township',
  未注明: 'Not stated',
};
const levelName = (level: HonourLevel, say: Say): string => say(level, LEVEL_EN[level]);

/** From the honours' own colour towards the paper: the higher the level, the darker. */
const levelTone = (level: HonourLevel): string =>
  mix(LABEL_STYLE.Honour.color, '#FFFFFF', HONOUR_LEVELS.indexOf(level) * 0.15);

const isSelected = ({ state: { selection } }: ViewContext, { node, edges }: HonourItem): boolean =>
  selection !== null &&
  (selection.kind === 'node' ? selection.index === node : edges.includes(selection.index));

const chip = (context: ViewContext, item: HonourItem, place: string): HTMLElement => {
  const { data, say, actions } = context;
  const { node, edges, standing } = item;
  const who = edges.map((edge) => at(data.nodes, at(data.edges, edge).from).name);
  const few =
    who.length > 3
      ? say(
          `${who.slice(0, 2).join('、')}等 ${who.length}`,
          `${who.slice(0, 2).join(', ')} and ${who.length - 2} more`,
        )
      : who.join(say('、', ', '));
  return h(
    'button',
    {
      class: 'award',
      title: who.join('、'),
      attributes: {
        'data-at': place,
        'data-key': `award-${place}-${node}`,
        'data-testid': 'award',
        ...(isSelected(context, item) ? { 'aria-current': 'true' } : {}),
      },
      // One who received it: the sentence at once. Several: the honour, with all of them.
      onClick: () => (edges.length === 1 ? actions.selectFact(at(edges, 0)) : actions.selectNode(node)),
    },
    standingSign(standing),
    h('span', {}, h('span', {}, at(data.nodes, node).name), h('span', { class: 'quiet' }, few)),
  );
};

const bars = ({ say }: ViewContext, { years, rows }: HonourTable): readonly HTMLElement[] => {
  const totals = years.map((_, column) =>
    rows.reduce((sum, { cells }) => sum + awards(at(cells, column)), 0),
  );
  const most = Math.max(1, ...totals);
  return years.map((year, column) =>
    h(
      'th',
      { attributes: { scope: 'col' } },
      h(
        'span',
        {
          class: 'bar',
          attributes: { 'aria-hidden': 'true' },
          style: { '--share': String(at(totals, column) / most) },
        },
        ...rows.map(({ level, cells }) =>
          h('span', {
            style: { 'flex-grow': String(awards(at(cells, column))), background: levelTone(level) },
          }),
        ),
      ),
      h(
        'span',
        { class: 'year' },
        year === null ? say('年份未注明', 'No year') : say(`${year}年`, String(year)),
      ),
      h('span', { class: 'figure quiet' }, figure(at(totals, column))),
    ),
  );
};

const awards = (cell: readonly HonourItem[]): number =>
  cell.reduce((sum, { edges }) => sum + edges.length, 0);

const bodyOf = (context: ViewContext, { years, rows }: HonourTable): HTMLElement => {
  const { state, say } = context;
  let line = 0;
  return h(
    'tbody',
    {},
    ...rows.map(({ level, cells, count }) => {
      const start = line;
      line += Math.max(1, ...cells.map((cell) => cell.length));
      return h(
        'tr',
        {},
        h(
          'th',
          { attributes: { scope: 'row' } },
          h('span', { class: 'level', style: { '--tone': levelTone(level) } }, levelName(level, say)),
          h('span', { class: 'figure quiet' }, figure(count)),
        ),
        ...cells.map((cell, column) => {
          const option = `honours.${level}.${at(years, column) ?? ''}`;
          const shown = Math.min(portion(state, option, FIRST), cell.length);
          return h(
            'td',
            {},
            ...cell.slice(0, shown).map((item, row) => chip(context, item, `${start + row},${column}`)),
            moreButton(context, option, shown, cell.length, STEP),
          );
        }),
      );
    }),
  );
};

/** Without filters. */
const everyHonour = perData((data: Data) =>
  honourTable(
    data,
    data.edges.map((_, index) => index),
  ),
);

export const honoursView: View = {
  name: 'honours',
  title: (say) => say('荣誉', 'Honours'),
  canvas: 'none',
  render: (context) => {
    const { data, shown, say } = context;
    const table = honourTable(data, shownEdges(shown.edges));
    const total = everyHonour(data).count;
    const found = STANDING_ORDER.filter((standing) =>
      table.rows.some(({ cells }) => cells.some((cell) => cell.some((item) => item.standing === standing))),
    );
    return [
      h(
        'div',
        { class: 'work' },
        h(
          'div',
          { class: 'work-head' },
          h('h1', {}, say('荣誉', 'Honours')),
          h(
            'span',
            { class: 'quiet figure', attributes: { 'data-testid': 'count' } },
            say(
              `显示 ${figure(table.count)} / 共 ${figure(total)} 项次`,
              `showing ${figure(table.count)} / of ${figure(total)} awards`,
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
        table.count === 0
          ? emptyState(context, say('报告里没有读出荣誉。', 'No honour was read in the reports.'))
          : h(
              'div',
              { class: 'wide', attributes: { 'data-scroll': 'honours' } },
              arrowKeys(
                h(
                  'table',
                  { class: 'honours', attributes: { 'data-testid': 'honours' } },
                  h('caption', { class: 'unseen' }, say('荣誉：按级别和年份', 'Honours by level and year')),
                  h(
                    'thead',
                    {},
                    h(
                      'tr',
                      {},
                      h('th', { attributes: { scope: 'col' } }, say('级别', 'Level')),
                      ...bars(context, table),
                    ),
                  ),
                  bodyOf(context, table),
                ),
              ),
            ),
      ),
    ];
  },
};
