/**
 * Graph → the rows a store holds: nodes and edges with exactly the columns of columns.ts, sorted by id.
 *
 * `Report` nodes and `提及` edges (how often a report names a node) are derived here, once for both engines.
 * An edge the ontology does not allow is refused by name: the embedded engine has no table for it, and a
 * graph that one engine takes and the other does not would be two graphs.
 */
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import type { Evidence, Graph, GraphEdge, GraphNode, GraphReport } from '../model.js';
import { NODE_LABELS, type NodeLabel, STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { statedOf } from '../stated.js';
import { type Columns, type ColumnType, EDGE_COLUMNS, EDGE_ENDS, NODE_COLUMNS } from './columns.js';

export type Value = string | number | boolean | null | readonly string[];
/** Values of columns of the label or of edges. What is not stated is mostly left out: most columns of most rows. */
export type Props = Readonly<Record<string, Value>>;

export interface NodeRow {
  readonly id: string;
  readonly label: NodeLabel;
  readonly props: Props;
}

export interface EdgeRow {
  readonly id: string;
  readonly type: StoreEdgeType;
  readonly from: string;
  readonly to: string;
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
  readonly props: Props;
}

/** Labels and types in the order of the ontology, rows of each by id. */
export interface Rows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
}

// A lone surrogate has no UTF-8 form: stored, it would come back different and look changed at every load.
const wellFormed = (text: string): string => text.toWellFormed();

function coerce(type: ColumnType, value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (type === 'strings') return (value as readonly unknown[]).map((item) => wellFormed(String(item)));
  if (type === 'boolean') return Boolean(value);
  if (type === 'string') return wellFormed(String(value));
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return type === 'integer' ? Math.round(number) : number;
}

/** `derived` goes before `values`; they are not united first, which for an edge costs as much as all the rest. */
export function fill(
  columns: Columns,
  values: object,
  derived: Readonly<Record<string, unknown>> = {},
): Props {
  const stated = values as Readonly<Record<string, unknown>>;
  const props: Record<string, Value> = {};
  for (const name in columns) {
    const value = coerce(columns[name] as ColumnType, name in derived ? derived[name] : stated[name]);
    if (value !== null) props[name] = value;
  }
  return props;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** 2.3亿元 → 230000000; other currencies and what is no amount have none. */
export function yuanOf(amount: string | undefined): number | null {
  const [, number, unit = ''] = /^[近超约]?(\d+(?:\.\d+)?)(万亿|亿|万)?元$/.exec(amount ?? '') ?? [];
  return number === undefined ? null : Math.round(Number(number) * (UNITS[unit] ?? 1));
}

const reportRow = (report: GraphReport): NodeRow => ({
  id: wellFormed(report.id),
  label: 'Report',
  props: fill(NODE_COLUMNS.Report, report, { name: report.title, aliases: [] }),
});

function nodeRow({ id, label, name, aliases, props }: GraphNode): NodeRow {
  if (!NODE_LABELS.includes(label)) {
    throw new StoreError(
      say(
        `图中的节点“${id}”不合本体：没有类型 ${label}（见 schema.ts 的 ENTITY_TYPES）`,
        `node "${id}" of the graph breaks the ontology: there is no type ${label} (see ENTITY_TYPES in schema.ts)`,
      ),
    );
  }
  return { id: wellFormed(id), label, props: fill(NODE_COLUMNS[label], props, { id, name, aliases }) };
}

// Keys in a fixed order: the string is compared with what the store holds.
const evidenceText = ({ report, start, end, text, rule, ...stated }: Evidence): string =>
  JSON.stringify({ report, start, end, text, rule, ...statedOf(stated) });

/** The stated type must join these labels; the message names the edge. */
function endLabels(
  type: StoreEdgeType,
  id: string,
  from?: NodeLabel,
  to?: NodeLabel,
): [NodeLabel, NodeLabel] {
  if (!from || !to) {
    throw new StoreError(
      say(
        `图中的边“${id}”指向不存在的节点；请重新运行 zhentu build`,
        `edge "${id}" of the graph points to a node that is not there; run zhentu build again`,
      ),
    );
  }
  const ends = EDGE_ENDS[type];
  if (!ends?.from.includes(from) || !ends.to.includes(to)) {
    throw new StoreError(
      say(
        `图中的边“${id}”不合本体：${type} 不能连接 ${from} 与 ${to}（见 schema.ts 的 RELATIONS）`,
        `edge "${id}" of the graph breaks the ontology: ${type} may not join ${from} and ${to} (see RELATIONS in schema.ts)`,
      ),
    );
  }
  return [from, to];
}

function edgeRow(edge: GraphEdge, labels: ReadonlyMap<string, NodeLabel>): EdgeRow {
  const from = wellFormed(edge.from);
  const to = wellFormed(edge.to);
  const [fromLabel, toLabel] = endLabels(edge.type, edge.id, labels.get(from), labels.get(to));
  const props = fill(EDGE_COLUMNS, edge, {
    yuan: yuanOf(edge.amount),
    evidence: edge.evidence.map(evidenceText),
  });
  return { id: wellFormed(edge.id), type: edge.type, from, to, fromLabel, toLabel, props };
}

function mentionRows(node: GraphNode, labels: ReadonlyMap<string, NodeLabel>): EdgeRow[] {
  const counts = new Map<string, number>();
  for (const { report } of node.mentions) counts.set(report, (counts.get(report) ?? 0) + 1);
  return [...counts].map(([report, count]) => {
    const [from, to] = [wellFormed(report), wellFormed(node.id)];
    const id = `提及|${from}|${to}||`;
    const [fromLabel, toLabel] = endLabels('提及', id, labels.get(from), labels.get(to));
    return { id, type: '提及', from, to, fromLabel, toLabel, props: fill(EDGE_COLUMNS, { id, count }) };
  });
}

interface WithId {
  readonly id: string;
}

const compareIds = (a: WithId, b: WithId): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function isSorted(rows: readonly WithId[]): boolean {
  let last = '';
  for (const { id } of rows) {
    if (id < last) return false;
    last = id;
  }
  return true;
}

/** Groups in the order of the list, rows of each by id. What comes sorted, as from a file, is not sorted again. */
function inOrder<T extends WithId, K>(rows: readonly T[], kinds: readonly K[], kindOf: (row: T) => K): T[] {
  const groups = new Map<K, T[]>(kinds.map((kind) => [kind, []]));
  for (const row of rows) groups.get(kindOf(row))?.push(row);
  return [...groups.values()].flatMap((group) => (isSorted(group) ? group : group.sort(compareIds)));
}

const twiceError = (id: string): StoreError =>
  new StoreError(
    say(
      `图中的 id“${id}”出现了两次；请重新运行 zhentu build`,
      `id "${id}" stands twice in the graph; run zhentu build again`,
    ),
  );

function refuseTwice(rows: readonly WithId[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw twiceError(id);
    seen.add(id);
  }
}

/** As refuseTwice. In groups by type and sorted, ids that begin with their type can only be twice side by side. */
function refuseEdgesTwice(edges: readonly EdgeRow[]): void {
  if (!edges.every(({ id, type }) => id.startsWith(type) && id[type.length] === '|')) refuseTwice(edges);
  let last = '';
  for (const { id } of edges) {
    if (id === last) throw twiceError(id);
    last = id;
  }
}

/** The rows of a graph. Throws StoreError for an id that stands twice or an edge outside the ontology. */
export function graphRows(graph: Graph): Rows {
  const unsorted = [...graph.nodes.map(nodeRow), ...graph.reports.map(reportRow)];
  const nodes = inOrder(unsorted, NODE_LABELS, (row) => row.label);
  refuseTwice(nodes);
  const labels = new Map(nodes.map((row) => [row.id, row.label]));
  const unsortedEdges = [
    ...graph.edges.map((edge) => edgeRow(edge, labels)),
    ...graph.nodes.flatMap((node) => mentionRows(node, labels)),
  ];
  const edges = inOrder(unsortedEdges, STORE_EDGE_TYPES, (row) => row.type);
  refuseEdgesTwice(edges);
  return { nodes, edges };
}

/** Rows by key, keys in order of first appearance. */
export function groupRows<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
