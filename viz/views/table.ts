/** What is shown as a list that can be sorted: things or facts, all of them or those of the selection. */
import { at, type Data, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { selectedNodes } from '../drawn.js';
import { shownEdges } from '../models/facts.js';
import { perData } from '../models/per-data.js';
import {
  COLUMNS,
  type Column,
  FIRST_ORDER,
  type Order,
  orderBy,
  sortRows,
  TABLES,
  type TableKind,
} from '../models/table.js';
import { option } from '../state.js';
import type { View, ViewContext } from '../view.js';
import { standingOf } from '../visible.js';
import { figure, relationName, type Say, standingName, typeName } from '../words.js';
import { choice, chosen, emptyState } from './parts.js';
import { standingSign } from './signs.js';
import { createRows } from './table-rows.js';

const SCOPES = ['all', 'selected'] as const;

const HEADINGS: Readonly<Record<Column, (say: Say) => string>> = {
  type: (say) => say('类型', 'Type'),
  name: (say) => say('名称', 'Name'),
  towns: (say) => say('见于', 'Reported by'),
  facts: (say) => say('事实', 'Facts'),
  support: (say) => say('依据', 'Sentences'),
  subject: (say) => say('主体', 'Subject'),
  relation: (say) => say('关系', 'Relation'),
  object: (say) => say('对象', 'Object'),
  standing: (say) => say('状态', 'Standing'),
  year: (say) => say('年份', 'Year'),
  sentences: (say) => say('依据', 'Sentences'),
};

type Cell = (data: Data, row: number, say: Say) => readonly (Node | string)[];

const thing = (data: Data, node: number): readonly Node[] => {
  const { label } = at(data.nodes, node);
  return [disc(label), h('span', {}, nameOf(at(data.nodes, node)))];
};

/** Three towns by name; of more, how many. */
const towns = (data: Data, row: number, say: Say): string => {
  const names = at(data.nodes, row).towns.map((town) => at(data.nodes, town).name);
  return names.length > 3
    ? say(`${names.length} 个镇`, `${names.length} towns`)
    : names.join(say('、', ', '));
};

const CELLS: Readonly<Record<Column, Cell>> = {
  type: (data, row, say) => [disc(at(data.nodes, row).label), typeName(at(data.nodes, row).label, say)],
  name: (data, row) => [nameOf(at(data.nodes, row))],
  towns: (data, row, say) => [towns(data, row, say)],
  facts: (data, row) => [figure(at(data.edgesOf, row).length)],
  support: (data, row) => [figure(at(data.nodes, row).support)],
  subject: (data, row) => thing(data, at(data.edges, row).from),
  relation: (data, row, say) => [relationName(at(data.edges, row).type, say)],
  object: (data, row) => thing(data, at(data.edges, row).to),
  standing: (data, row, say) => {
    const standing = standingOf(at(data.edges, row));
    return standing === 'none' ? [] : [standingSign(standing), standingName(standing, say)];
  },
  year: (data, row) => [String(at(data.yearOf, row) ?? '')],
  sentences: (data, row) => [figure(at(data.sentencesOf, row))],
};

const orderOf = ({ state }: ViewContext, kind: TableKind): Order => {
  const [name = '', direction] = (state.options.get(`table.${kind}`) ?? '').split('-');
  const column = (COLUMNS[kind] as readonly Column[]).find((one) => one === name);
  return column === undefined ? FIRST_ORDER[kind] : { column, descending: direction === 'down' };
};

/** Rows before sorting: what the filters leave, or of that the selection with its neighbours and their facts. */
const rowsOf = (
  { data, state, shown }: ViewContext,
  kind: TableKind,
  scope: (typeof SCOPES)[number],
): readonly number[] => {
  if (scope === 'all') return shownEdges(kind === 'things' ? shown.nodes : shown.edges);
  const selected = selectedNodes(data, state);
  const facts = [...new Set(selected.flatMap((node) => at(data.edgesOf, node)))]
    .filter((edge) => shown.edges[edge] === 1)
    .sort((a, b) => a - b);
  if (kind === 'facts') return facts;
  const ends = facts.flatMap((edge) => [at(data.edges, edge).from, at(data.edges, edge).to]);
  return [...new Set([...selected, ...ends])].sort((a, b) => a - b);
};

/** Kept between states: what is scrolled to, and the row the keyboard is on, stay. */
const tableOf = perData((_: Data) => createRows());

export const tableView: View = {
  name: 'table',
  title: (say) => say('表格', 'Table'),
  canvas: 'none',
  render: (context) => {
    const { data, state, shown, say, actions } = context;
    const kind = chosen(state, 'table.of', TABLES);
    const scope = state.selection === null ? 'all' : chosen(state, 'table.scope', SCOPES);
    const order = orderOf(context, kind);
    const rows = sortRows(data, rowsOf(context, kind, scope), order);
    const total = kind === 'things' ? data.nodes.length : data.edges.length;
    const heading = HEADINGS[order.column](say);
    const sort = (column: Column): void => {
      const { column: name, descending } = orderBy(order, column);
      actions.change((now) => option(now, `table.${kind}`, `${name}-${descending ? 'down' : 'up'}`));
    };
    const table = tableOf(data);
    table.show({
      columns: COLUMNS[kind].map((column: Column) => ({
        name: column,
        title: HEADINGS[column](say),
        order: order.column === column ? (order.descending ? 'descending' : 'ascending') : null,
        cell: (row) => CELLS[column](data, row, say),
        sort: () => sort(column),
      })),
      rows,
      kind,
      label: kind === 'things' ? say('条目', 'Things') : say('事实', 'Facts'),
      selected:
        state.selection?.kind === (kind === 'things' ? 'node' : 'fact') ? state.selection.index : null,
      open: kind === 'things' ? actions.selectNode : actions.selectFact,
    });
    return [
      h(
        'div',
        { class: 'work tall' },
        h(
          'div',
          { class: 'work-head' },
          h('h1', {}, say('表格', 'Table')),
          choice(context, 'table.of', say('内容', 'What'), TABLES, (value) =>
            value === 'things'
              ? `${say('条目', 'Things')} ${figure(shown.nodeCount)}`
              : `${say('事实', 'Facts')} ${figure(shown.edgeCount)}`,
          ),
          state.selection === null
            ? null
            : choice(context, 'table.scope', say('范围', 'Range'), SCOPES, (value) =>
                value === 'all' ? say('全部显示的', 'All shown') : say('所选及相邻', 'Selection'),
              ),
          h(
            'p',
            {
              class: 'quiet figure',
              attributes: { role: 'status', 'aria-live': 'polite', 'data-testid': 'rows' },
            },
            say(
              `显示 ${figure(rows.length)} / 共 ${figure(total)}，按${heading}${order.descending ? '降序' : '升序'}`,
              `showing ${figure(rows.length)} / of ${figure(total)}, by ${heading.toLowerCase()}, ${order.descending ? 'descending' : 'ascending'}`,
            ),
          ),
        ),
        rows.length === 0
          ? emptyState(context, say('报告里没有读出条目。', 'Nothing was read in the reports.'))
          : table.element,
      ),
    ];
  },
};
