/**
 * The one place where the ontology meets Cypher text, for both engines.
 *
 * Labels, types and columns come from closed lists and are backticked; everything else is a parameter.
 * In Neo4j every node carries the second label `Zhentu`: constraint, MERGE and full-text index are on it alone,
 * so nodes that others made are never touched. The embedded engine wants tables first, and types a list of
 * parameters by its first row, hence numbers travel as text there and every column is cast.
 */
import { EDGE_TYPES, NODE_LABELS, type NodeLabel, STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { type Columns, type ColumnType, EDGE_COLUMNS, EDGE_ENDS, NODE_COLUMNS } from './columns.js';

/** The second label of every node in Neo4j. */
export const OWN_LABEL = 'Zhentu';

export const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

// ---- Neo4j ----

/** → n. Read from the count store, whatever the size. */
export const countOwnNodes = `MATCH (n:${OWN_LABEL}) RETURN count(n) AS n`;

/** → n: how many relationships there are of each type of ours, in that order, whoever made them; from the count store. */
export const countEdges = `RETURN [${STORE_EDGE_TYPES.map((type) => `COUNT { ()-[:${quote(type)}]->() }`).join(', ')}] AS n`;

/** Every property of ours that a node of any label may have: what readNodes returns, in this order. */
export const NODE_FIELDS: readonly string[] = [
  ...new Set(NODE_LABELS.flatMap((label) => Object.keys(NODE_COLUMNS[label]))),
];

/** What readEdges returns of an edge, in this order. */
export const EDGE_FIELDS: readonly string[] = Object.keys(EDGE_COLUMNS);

// Values one by one: a map of properties would bring their names with every row.
const valuesOf = (variable: string, fields: readonly string[]): string =>
  fields.map((name) => `${variable}.${quote(name)}`).join(', ');

/** Of all nodes, or of those that a load is about. */
export type Extent = 'all' | 'listed';

const matchNodes: Readonly<Record<Extent, string>> = {
  all: `MATCH (n:${OWN_LABEL})`,
  listed: `UNWIND $ids AS id MATCH (n:${OWN_LABEL} {id: id})`,
};

/**
 * `$ids` if listed; `$reports` if `sharing`: list of ids → NODE_FIELDS, labels, shared (a report that is none of
 * `$reports` names it).
 */
export const readNodes = (extent: Extent, sharing: boolean): string =>
  `${matchNodes[extent]} RETURN ${valuesOf('n', NODE_FIELDS)}, labels(n), ${sharing ? `EXISTS { MATCH (n)<-[:提及]-(r:${OWN_LABEL}) WHERE NOT r.id IN $reports }` : 'false'}`;

/**
 * `$rows` if listed: list of {id, from, to} → EDGE_FIELDS, from, to. OPTIONAL makes the planner find both ends first:
 * in one pattern it walks all edges of one end, and a town at the hub has thousands.
 */
export const readEdges = (extent: Extent, type: StoreEdgeType): string =>
  `${
    extent === 'all'
      ? `MATCH (a:${OWN_LABEL})-[e:${quote(type)}]->(b:${OWN_LABEL})`
      : `UNWIND $rows AS row MATCH (a:${OWN_LABEL} {id: row.from}), (b:${OWN_LABEL} {id: row.to}) OPTIONAL MATCH (a)-[e:${quote(type)} {id: row.id}]->(b) WITH a, e, b WHERE e IS NOT NULL`
  } RETURN ${valuesOf('e', EDGE_FIELDS)}, a.id, b.id`;

/** `$rows`: list of {id, props}. `+=` keeps what users add to a node; a null takes away what is no longer stated. */
export const mergeNodes = (label: NodeLabel): string =>
  `UNWIND $rows AS row MERGE (n:${OWN_LABEL} {id: row.id}) SET n:${quote(label)}, n += row.props`;

/** `$rows`: list of {id, from, to, props}. */
export const mergeEdges = (type: StoreEdgeType): string =>
  `UNWIND $rows AS row MATCH (a:${OWN_LABEL} {id: row.from}) MATCH (b:${OWN_LABEL} {id: row.to}) MERGE (a)-[e:${quote(type)} {id: row.id}]->(b) SET e += row.props`;

/**
 * Whether e is a relationship of ours: ids begin with type and ends (identity.ts). A relationship of the same
 * type and between our nodes that somebody else made does not, even if it has an `id`. Null where there is none.
 */
const isOwnEdge = (from: string, to: string): string =>
  `e.id STARTS WITH type(e) + '|' + toStringOrNull(${from}.id) + '|' + toStringOrNull(${to}.id) + '|'`;

/** → id of every node of ours; STARTS WITH '' leaves out what is no text. */
export const readOwnNodes = `MATCH (n:${OWN_LABEL}) WHERE n.id STARTS WITH '' RETURN n.id AS id`;

/** `$reports` → id of every node of ours on which nothing hangs, but for reports that are none of these. */
export const readLooseNodes = `MATCH (n:${OWN_LABEL}) WHERE n.id STARTS WITH '' AND NOT EXISTS { (n)--() } AND (NOT n:Report OR n.id IN $reports) RETURN n.id AS id`;

/** → id, from, to of every relationship of ours. */
export const readOwnEdges = (type: StoreEdgeType): string =>
  `MATCH (a:${OWN_LABEL})-[e:${quote(type)}]->(b:${OWN_LABEL}) WHERE ${isOwnEdge('a', 'b')} RETURN e.id AS id, a.id AS from, b.id AS to`;

/** `$ids`, `$types`: list of our types → id of those nodes that have a relationship which is not ours. */
export const readHeldNodes = `UNWIND $ids AS id MATCH (n:${OWN_LABEL} {id: id}) WHERE EXISTS { MATCH (n)-[e]-(m) WHERE NOT coalesce(m:${OWN_LABEL} AND type(e) IN $types AND ${isOwnEdge('startNode(e)', 'endNode(e)')}, false) } RETURN n.id AS id`;

/** → what tells a report's old version, of every report of ours. */
export const readOwnReports = `MATCH (r:${OWN_LABEL}:Report) WHERE r.id STARTS WITH 'Report:' RETURN r.id AS id, r.title AS title, r.path AS path, r.town AS town, r.year AS year, r.published AS published ORDER BY id`;

/**
 * `$reports`: ids; `$openings`: how their evidence begins → id, type, from, to, evidence of what they support.
 * A report names both ends of what it supports (resolve), so only what hangs on those is looked at.
 */
export const readEdgesByReport: readonly string[] = [
  `UNWIND $reports AS report MATCH (:${OWN_LABEL} {id: report})-[:提及]->(a:${OWN_LABEL}) WITH DISTINCT a MATCH (a)-[e:${EDGE_TYPES.map(quote).join('|')}]->(b:${OWN_LABEL}) WHERE CASE WHEN valueType(e.evidence) STARTS WITH 'LIST<STRING' THEN any(text IN e.evidence WHERE any(opening IN $openings WHERE text STARTS WITH opening)) ELSE false END AND ${isOwnEdge('a', 'b')} RETURN e.id AS id, type(e) AS type, a.id AS from, b.id AS to, e.evidence AS evidence`,
  `UNWIND $reports AS report MATCH (a:${OWN_LABEL} {id: report})-[e:提及]->(b:${OWN_LABEL}) WHERE ${isOwnEdge('a', 'b')} RETURN e.id AS id, type(e) AS type, a.id AS from, b.id AS to, [] AS evidence`,
];

/** `$rows`: list of {id, from, to, props}; finds both ends first, as readEdges does. Makes none that is gone. */
export const setEdges = (type: StoreEdgeType): string =>
  `UNWIND $rows AS row MATCH (a:${OWN_LABEL} {id: row.from}), (b:${OWN_LABEL} {id: row.to}) OPTIONAL MATCH (a)-[e:${quote(type)} {id: row.id}]->(b) SET e += row.props`;

/** `$ids`, `$types`: list of our types → id, own (ids of our relationships), others (there are some that are not ours). */
export const readTies = `UNWIND $ids AS id MATCH (n:${OWN_LABEL} {id: id}) OPTIONAL MATCH (n)-[e]-(m) WITH n, e, coalesce(m:${OWN_LABEL} AND type(e) IN $types AND ${isOwnEdge('startNode(e)', 'endNode(e)')}, false) AS mine RETURN n.id AS id, collect(CASE WHEN mine THEN e.id END) AS own, count(CASE WHEN e IS NOT NULL AND NOT mine THEN 1 END) > 0 AS others`;

/** `$rows`: list of {id, from, to}; finds both ends first, as readEdges does. */
export const deleteEdges = (type: StoreEdgeType): string =>
  `UNWIND $rows AS row MATCH (a:${OWN_LABEL} {id: row.from}), (b:${OWN_LABEL} {id: row.to}) OPTIONAL MATCH (a)-[e:${quote(type)} {id: row.id}]->(b) DELETE e`;

/**
 * `$rows`: list of {id, mentions: ids of the `提及` that go with the node}. In one transaction: what names a node is
 * how the next load finds it, should this one be ended here. Without DETACH: a relationship somebody made in the
 * meantime keeps its node.
 */
export const deleteNodes = `UNWIND $rows AS row MATCH (n:${OWN_LABEL} {id: row.id}) OPTIONAL MATCH (n)<-[e:提及]-(:${OWN_LABEL}) WHERE e.id IN row.mentions DELETE e WITH DISTINCT n WHERE NOT EXISTS { (n)--() } DELETE n`;

// ---- the embedded engine ----

const TABLE_TYPE: Readonly<Record<ColumnType, string>> = {
  string: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  strings: 'STRING[]',
};

const columnList = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, type]) => `${quote(name)} ${TABLE_TYPE[type]}`)
    .join(', ');

const valueList = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, type]) => `${quote(name)}: CAST(row.${quote(name)} AS ${TABLE_TYPE[type]})`)
    .join(', ');

/** Functions of Neo4j's Cypher the embedded engine lacks, so that one query text serves both. */
const MACROS: readonly string[] = [
  'type(r) AS label(r)',
  'head(list) AS list_extract(list, 1)',
  'last(list) AS list_extract(list, -1)',
  'split(text, by) AS string_split(text, by)',
  'toString(value) AS CAST(value AS STRING)',
  'toInteger(value) AS CAST(value AS INT64)',
  'toFloat(value) AS CAST(value AS DOUBLE)',
];

/** One node table per label, one relationship table per type with every pair of labels it may join. */
export const EMBEDDED_SCHEMA: readonly string[] = [
  ...NODE_LABELS.map(
    (label) => `CREATE NODE TABLE ${quote(label)}(${columnList(NODE_COLUMNS[label])}, PRIMARY KEY(id))`,
  ),
  ...STORE_EDGE_TYPES.map((type) => {
    const { from, to } = EDGE_ENDS[type];
    const pairs = from.flatMap((a) => to.map((b) => `FROM ${quote(a)} TO ${quote(b)}`));
    return `CREATE REL TABLE ${quote(type)}(${pairs.join(', ')}, ${columnList(EDGE_COLUMNS)})`;
  }),
  ...MACROS.map((macro) => `CREATE MACRO ${macro}`),
];

/** `$rows`: list of the columns named, of those the label has. */
export const createNodes = (label: NodeLabel, columns: Columns = NODE_COLUMNS[label]): string =>
  `UNWIND $rows AS row CREATE (:${quote(label)} {${valueList(columns)}})`;

/** `$rows`: list of the columns named, of those edges have, with `from` and `to`. */
export const createEdges = (
  type: StoreEdgeType,
  from: NodeLabel,
  to: NodeLabel,
  columns: Columns = EDGE_COLUMNS,
): string =>
  `UNWIND $rows AS row MATCH (a:${quote(from)} {id: row.\`from\`}), (b:${quote(to)} {id: row.\`to\`}) CREATE (a)-[:${quote(type)} {${valueList(columns)}}]->(b)`;

/** What a file of rows is copied to: a label, or a type between two labels. */
export type CopyTarget =
  | { readonly label: NodeLabel }
  | { readonly type: StoreEdgeType; readonly from: NodeLabel; readonly to: NodeLabel };

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The engine reads a file name as a pattern; a sign in brackets is the sign itself. */
const fileLiteral = (file: string): string => literal(file.replace(/[*?[]/g, '[$&]'));

/** A CSV file without a header: ends of the edge, if it is one, then the columns named. All are read as text. */
export function copyFrom(target: CopyTarget, columns: Columns, file: string, divider: string): string {
  const ends = 'type' in target ? ['e0', 'e1'] : [];
  const cells = Object.entries(columns).map(([, type], i) => {
    const text = `c${i}`;
    return type === 'strings'
      ? `CASE WHEN ${text} IS NULL THEN CAST([] AS STRING[]) ELSE string_split(${text}, ${literal(divider)}) END`
      : `CAST(${text} AS ${TABLE_TYPE[type]})`;
  });
  const read = [...ends, ...cells.map((_, i) => `c${i}`)].map((name) => `${name} STRING`).join(', ');
  const into = quote('type' in target ? target.type : target.label);
  const names = Object.keys(columns).map(quote).join(', ');
  const between = 'type' in target ? ` (from='${target.from}', to='${target.to}')` : '';
  return `COPY ${into}(${names}) FROM (LOAD WITH HEADERS (${read}) FROM ${fileLiteral(file)} (header=false, parallel=false, escape='"', quote='"', delim=',') RETURN ${[...ends, ...cells].join(', ')})${between}`;
}

/** → node */
export const allNodes = (label: NodeLabel): string => `MATCH (n:${quote(label)}) RETURN n`;

/** → edge */
export const allEdges = (type: StoreEdgeType): string => `MATCH ()-[e:${quote(type)}]->() RETURN e`;

// The stamp is a comment on a table: no label of its own that a user's query would meet.
export const writeStamp = (stamp: string): string => `COMMENT ON TABLE \`Report\` IS '${stamp}'`;
export const READ_STAMP = `CALL show_tables() WHERE name = 'Report' RETURN comment`;
