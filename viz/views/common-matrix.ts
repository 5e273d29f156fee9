/** Towns × what they share, linked with the graph: a row under the pointer stands out there, a cell opens its sentence. */
import { at, type Data } from '../data.js';
import { h } from '../dom.js';
import type { Subject } from '../models/compare.js';
import { type Cell, type MatrixRow, townMatrix } from '../models/matrix.js';
import { nodeButton } from '../panels/parts.js';
import type { ViewContext } from '../view.js';
import { figure, STANDING_ORDER, standingName } from '../words.js';
import { arrowKeys } from './keys.js';
import { choice, chosen, emptyState, moreButton, portion } from './parts.js';
import { standingSign } from './signs.js';

const FIRST = 60;
const STEP = 200;
const WIDTHS = ['shared', 'all'] as const;

const cellButton = (
  { data, state, say, actions }: ViewContext,
  node: number,
  town: number,
  { standing, edges, sentences }: Cell,
  place: string,
): HTMLElement => {
  const { selection } = state;
  const name = [
    at(data.nodes, town).name,
    at(data.nodes, node).name,
    standingName(standing, say),
    say(`${sentences} 句`, `${sentences} sentence${sentences === 1 ? '' : 's'}`),
  ].join(' · ');
  return h(
    'button',
    {
      class: 'cell',
      title: name,
      attributes: {
        'aria-label': name,
        'data-at': place,
        'data-key': `cell-${town}-${node}`,
        'data-testid': 'cell',
        ...(selection?.kind === 'fact' && edges.includes(selection.index) ? { 'aria-current': 'true' } : {}),
      },
      onClick: () => actions.selectFact(at(edges, 0)),
    },
    standingSign(standing),
  );
};

const rowOf = (context: ViewContext, towns: readonly number[], row: MatrixRow, rank: number): HTMLElement => {
  const { data, state, actions } = context;
  const name = nodeButton(data, row.node, actions);
  name.dataset.at = `${rank},0`;
  name.dataset.key = `row-${row.node}`;
  const selected = state.selection?.kind === 'node' && state.selection.index === row.node;
  const line = h(
    'tr',
    { attributes: selected ? { 'aria-current': 'true' } : {} },
    h('th', { attributes: { scope: 'row' } }, name),
    ...row.cells.map((cell, column) =>
      h(
        'td',
        {},
        cell === null
          ? null
          : cellButton(context, row.node, at(towns, column), cell, `${rank},${column + 1}`),
      ),
    ),
    h('td', { class: 'figure' }, figure(row.towns)),
  );
  line.addEventListener('mouseenter', () => actions.hover({ kind: 'node', index: row.node }));
  line.addEventListener('mouseleave', () => actions.hover(null));
  return line;
};

const headOf = (
  { data, say, actions }: ViewContext,
  towns: readonly number[],
  counts: readonly number[],
): HTMLElement =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { attributes: { scope: 'col' } }, say('名称', 'Name')),
      ...towns.map((town, column) =>
        h(
          'th',
          { class: 'upright', attributes: { scope: 'col' } },
          h(
            'button',
            {
              attributes: { 'data-at': `0,${column + 1}`, 'data-key': `column-${town}` },
              onClick: () => actions.selectNode(town),
            },
            h('span', {}, at(data.nodes, town).name),
            h('span', { class: 'figure quiet' }, figure(at(counts, column))),
          ),
        ),
      ),
      h('th', { attributes: { scope: 'col' } }, say('镇数', 'Towns')),
    ),
  );

/** What the signs mean, for those that stand in the matrix. */
export const matrixLegend = ({ say }: ViewContext, rows: readonly MatrixRow[]): HTMLElement => {
  const found = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.standing ?? [])));
  const signs = STANDING_ORDER.filter((standing) => found.has(standing)).map((standing) =>
    h('span', { class: 'sign-name' }, standingSign(standing), standingName(standing, say)),
  );
  return h('p', { class: 'quiet signs' }, ...signs);
};

/** The table itself, of these rows. */
export const matrixTable = (
  context: ViewContext,
  towns: readonly number[],
  counts: readonly number[],
  rows: readonly MatrixRow[],
): HTMLElement =>
  arrowKeys(
    h(
      'table',
      { class: 'matrix', attributes: { 'data-testid': 'matrix' } },
      h('caption', { class: 'unseen' }, caption(context.data, towns, context.say)),
      headOf(context, towns, counts),
      h('tbody', {}, ...rows.map((row, rank) => rowOf(context, towns, row, rank + 1))),
    ),
  );

export const commonMatrix = (
  context: ViewContext,
  edges: readonly number[],
  subject: Subject,
  towns: readonly number[],
): readonly HTMLElement[] => {
  const { data, state, say } = context;
  const width = chosen(state, 'common.rows', WIDTHS);
  const { rows, counts, total } = townMatrix(data, edges, subject, towns, width === 'shared' ? 2 : 1);
  const count = portion(state, 'common.matrix', FIRST);
  const bar = h(
    'div',
    { class: 'work-bar' },
    choice(context, 'common.rows', say('范围', 'Rows'), WIDTHS, (value) =>
      value === 'shared' ? say('两镇以上共有', 'Shared by two or more') : say('全部', 'All'),
    ),
    h(
      'span',
      { class: 'quiet figure', attributes: { 'data-testid': 'rows' } },
      say(
        `显示 ${figure(Math.min(count, rows.length))} / 共 ${figure(total)}`,
        `showing ${figure(Math.min(count, rows.length))} / of ${figure(total)}`,
      ),
    ),
    matrixLegend(context, rows),
  );
  if (total === 0) return [emptyState(context, say('报告里没有读出。', 'Nothing was read in the reports.'))];
  if (rows.length === 0) {
    return [
      bar,
      h('p', { class: 'empty' }, say('没有两镇以上共有的。', 'Nothing is shared by two or more.')),
    ];
  }
  return [
    bar,
    h(
      'div',
      { class: 'wide', attributes: { 'data-scroll': 'matrix' } },
      matrixTable(context, towns, counts, rows.slice(0, count)),
    ),
    moreButton(context, 'common.matrix', Math.min(count, rows.length), rows.length, STEP),
  ].filter((part): part is HTMLElement => part !== null);
};

const caption = (data: Data, towns: readonly number[], say: ViewContext['say']): string =>
  say(`${towns.length} 个镇的共有情况`, `What ${towns.length} of ${data.towns.length} towns share`);
