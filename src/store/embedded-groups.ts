/** Rows by the table of the embedded engine they belong to: one for a label, one for a type between two labels. */
import { type Columns, EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import { groupRows, type Props, type Rows } from './rows.js';
import { type CopyTarget, createEdges, createNodes } from './statements.js';

export interface GroupRow {
  /** Ids of what an edge joins; none for a node. */
  readonly ends: readonly string[];
  readonly props: Props;
}

export interface RowGroup {
  /** Unlike that of any other group. */
  readonly name: string;
  readonly target: CopyTarget;
  /** Of the table, those that some row states: handing a value over costs more than storing it, and most are null. */
  readonly columns: Columns;
  readonly rows: readonly GroupRow[];
  /** Statement over `$rows` of these columns, an edge's with `from` and `to`. */
  readonly create: string;
}

const statedColumns = (columns: Columns, rows: readonly { readonly props: Props }[]): Columns =>
  Object.fromEntries(
    Object.entries(columns).filter(([name]) => rows.some(({ props }) => (props[name] ?? null) !== null)),
  );

/** Nodes before the edges between them. */
export function* groupsOf({ nodes, edges }: Rows): Generator<RowGroup> {
  for (const [name, group] of groupRows(nodes, (row) => row.label)) {
    const { label } = group[0] as (typeof group)[number];
    const columns = statedColumns(NODE_COLUMNS[label], group);
    const rows = group.map(({ props }) => ({ ends: [], props }));
    yield { name, target: { label }, columns, rows, create: createNodes(label, columns) };
  }
  for (const [name, group] of groupRows(edges, (row) => `${row.type} ${row.fromLabel} ${row.toLabel}`)) {
    const { type, fromLabel, toLabel } = group[0] as (typeof group)[number];
    const columns = statedColumns(EDGE_COLUMNS, group);
    const rows = group.map(({ from, to, props }) => ({ ends: [from, to], props }));
    const create = createEdges(type, fromLabel, toLabel, columns);
    yield { name, target: { type, from: fromLabel, to: toLabel }, columns, rows, create };
  }
}
