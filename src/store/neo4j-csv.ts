/**
 * Rows as the files of `neo4j-admin database import`: headers and rows apart, one pair for each label and type.
 *
 * An imported database must answer as a loaded one does. So every text is quoted, lists are divided by a sign that no
 * report has, and since the importer takes an empty list for none, a statement puts those in place afterwards.
 *
 * What the importer is quick with: whole numbers as keys, here the place of a node among all, files without line
 * breaks within fields, which it reads in pieces, and a virtual machine set up for a work of seconds.
 */
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../schema.js';
import { type Columns, type ColumnType, EDGE_COLUMNS, NODE_COLUMNS } from './columns.js';
import { NEO4J_SCHEMA } from './neo4j-schema.js';
import { type EdgeRow, groupRows, type NodeRow, type Props, type Rows, type Value } from './rows.js';
import { OWN_LABEL } from './statements.js';

export interface CsvFile {
  readonly name: string;
  /** Pieces of its text, in order. */
  readonly text: Iterable<string>;
}

const LIST_DIVIDER = '\u001f';
/** One space of ids for all labels, as the constraint has it. */
const SPACE = OWN_LABEL;

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  strings: 'string[]',
};

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function listCell(items: readonly string[], where: string): string {
  const bad = items.some((item) => item.includes(LIST_DIVIDER)) || (items.length === 1 && items[0] === '');
  if (!bad) return quote(items.join(LIST_DIVIDER));
  throw new StoreError(
    say(
      `${where}：列表中有分隔符 U+001F 或只有一个空项，neo4j-csv 写不了；请修改报告，或改用 zhentu load`,
      `${where}: a list holds the separator U+001F or one empty item, which neo4j-csv cannot write; change the report, or use zhentu load`,
    ),
  );
}

function cell(value: Value | undefined, where: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? quote(value) : listCell(value, where);
}

const cells = (columns: Columns, props: Props, where: string): string[] =>
  Object.keys(columns).map((name) => cell(props[name], where));

const line = (values: readonly string[]): string => `${values.join(',')}\n`;

const propertyHeaders = (columns: Columns): string[] =>
  Object.entries(columns).map(([name, type]) => `${name}:${TYPES[type]}`);

const nodeHeader = (columns: Columns): string =>
  line([`:ID(${SPACE})`, ...propertyHeaders(columns), ':LABEL']);

const edgeHeader = line([`:START_ID(${SPACE})`, `:END_ID(${SPACE})`, ...propertyHeaders(EDGE_COLUMNS)]);

/** The importer's key of each node, by id. */
type Keys = ReadonlyMap<string, number>;

const keysOf = (nodes: readonly NodeRow[]): Keys => new Map(nodes.map(({ id }, key) => [id, key]));

function* nodeLines(rows: readonly NodeRow[], keys: Keys): Generator<string> {
  for (const { id, label, props } of rows) {
    yield line([
      String(keys.get(id)),
      ...cells(NODE_COLUMNS[label], props, id),
      listCell([label, OWN_LABEL], id),
    ]);
  }
}

function* edgeLines(rows: readonly EdgeRow[], keys: Keys): Generator<string> {
  for (const { id, from, to, props } of rows) {
    yield line([String(keys.get(from)), String(keys.get(to)), ...cells(EDGE_COLUMNS, props, id)]);
  }
}

const LINE_BREAK = /[\n\r]/;

const isMultiline = ({ props }: { readonly props: Props }): boolean =>
  Object.values(props).some((value) =>
    typeof value === 'string'
      ? LINE_BREAK.test(value)
      : Array.isArray(value) && value.some((item) => LINE_BREAK.test(item)),
  );

const ARGUMENTS_FILE = 'import.args';
const SETTINGS_FILE = 'import.conf';
const AFTER_FILE = 'after-import.cypher';

/** In batches: a database that was imported is a large one. */
const EMPTY_LISTS = `MATCH (n:${OWN_LABEL}) WHERE n.aliases IS NULL CALL (n) { SET n.aliases = [] } IN TRANSACTIONS OF 10000 ROWS`;

/** To be run once on the imported database: constraint, indexes, and what CSV cannot say. */
export const AFTER_IMPORT: readonly string[] = [
  ...NEO4J_SCHEMA.map(({ statement }) => statement),
  EMPTY_LISTS,
];

/**
 * The importer's Java, as the importer's own settings name it; they hold for this command and stand for those of
 * neo4j.conf. Its work takes seconds: not to optimize long, and to collect seldom, is quicker (100,000 nodes and 400,000
 * relationships on two cores, medians of five in turn: 6.7 s as Java does by itself, 4.0 s with these).
 */
const JAVA_OPTIONS = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseParallelGC',
  '-Xmn512m',
  // Without it Neo4j of 2025 does not import; neo4j.conf, which has it, is not asked.
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
];
const IMPORT_SETTINGS = JAVA_OPTIONS.map((option) => `server.jvm.additional=${option}\n`).join('');

/** The arguments of the importer, one a line, so that no shell has to bear them. */
function importArguments(labels: readonly string[], types: readonly string[], multiline: boolean): string {
  return [
    `--additional-config=${SETTINGS_FILE}`,
    '--overwrite-destination=true',
    '--id-type=integer',
    `--multiline-fields=${multiline}`,
    '--trim-strings=false',
    '--ignore-empty-strings=false',
    '--array-delimiter=U+001F',
    ...labels.map((label) => `--nodes=nodes-${label}-header.csv,nodes-${label}.csv`),
    ...types.map((type) => `--relationships=${type}=edges-${type}-header.csv,edges-${type}.csv`),
    '',
  ].join('\n');
}

/** What a person types, in the folder of the files; the server must be stopped. */
export const IMPORT_COMMAND = `neo4j-admin database import full neo4j @${ARGUMENTS_FILE}`;

/** Every file; `import.args`, with the settings beside it, and `after-import.cypher` say how they are used. */
export function neo4jCsv({ nodes, edges }: Rows): CsvFile[] {
  const byLabel = groupRows(nodes, (row) => row.label);
  const byType = groupRows(edges, (row) => row.type);
  const labels = NODE_LABELS.filter((label) => byLabel.has(label));
  const types = STORE_EDGE_TYPES.filter((type) => byType.has(type));
  const keys = keysOf(nodes);
  const multiline = nodes.some(isMultiline) || edges.some(isMultiline);
  return [
    ...labels.flatMap((label): CsvFile[] => [
      { name: `nodes-${label}-header.csv`, text: [nodeHeader(NODE_COLUMNS[label])] },
      { name: `nodes-${label}.csv`, text: nodeLines(byLabel.get(label) ?? [], keys) },
    ]),
    ...types.flatMap((type): CsvFile[] => [
      { name: `edges-${type}-header.csv`, text: [edgeHeader] },
      { name: `edges-${type}.csv`, text: edgeLines(byType.get(type) ?? [], keys) },
    ]),
    { name: ARGUMENTS_FILE, text: [importArguments(labels, types, multiline)] },
    { name: SETTINGS_FILE, text: [IMPORT_SETTINGS] },
    { name: AFTER_FILE, text: [AFTER_IMPORT.map((statement) => `${statement};\n`).join('')] },
  ];
}
