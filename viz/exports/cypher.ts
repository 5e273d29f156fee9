/**
 * The shown graph as Cypher text that stands by itself: run it in Neo4j Browser or cypher-shell, as often as one likes.
 *
 * Rows and statements are those of `zhentu load`, so what is loaded either way is the same; only the parameters are
 * written out. Which report names what (提及) is not in the page, and so not here.
 */
import type { Graph } from '../../src/model.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../../src/schema.js';
import { type Columns, type ColumnType, EDGE_COLUMNS, NODE_COLUMNS } from '../../src/store/columns.js';
import { graphRows, groupRows, type Props, type Value } from '../../src/store/rows.js';
import { mergeEdges, mergeNodes, OWN_LABEL } from '../../src/store/statements.js';
import { at, type Data, edgeId } from '../data.js';
import type { Part } from './part.js';

const BATCH = 500;

/** The part as graph.json has it, without mentions. */
export const graphOfPart = (data: Data, { nodes, edges }: Part): Graph => {
  const id = (node: number): string => at(data.nodes, node).id;
  const reports = new Set(
    edges.flatMap((index) =>
      at(data.edges, index).evidence.map(([sentence]) => at(data.sentences, sentence).report),
    ),
  );
  return {
    format: 'zhentu-graph',
    version: 1,
    reports: data.reports
      .filter((_, index) => reports.has(index))
      .map((report) => ({ ...report, town: report.town === null ? null : id(report.town) })),
    nodes: nodes.map((index) => {
      const { label, name, aliases = [], props = {} } = at(data.nodes, index);
      return { id: id(index), label, name, aliases, props, mentions: [] };
    }),
    edges: edges.map((index) => {
      const edge = at(data.edges, index);
      return {
        ...edge,
        id: edgeId(data, edge),
        from: id(edge.from),
        to: id(edge.to),
        evidence: edge.evidence.map(([number, rule]) => {
          const { report, start, end, text } = at(data.sentences, number);
          return { report: at(data.reports, report).id, start, end, text, rule: at(data.rules, rule) };
        }),
      };
    }),
  };
};

/** Text in quotes. `\u` is read before quotes are, wherever it stands: such a backslash stands in quotes of its own. */
const text = (value: string): string => {
  const signs: Readonly<Record<string, string>> = {
    "'": "\\'",
    '\\': '\\\\',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
  };
  const quoted = (part: string): string => `'${part.replace(/['\\\n\r\t]/g, (sign) => signs[sign] ?? sign)}'`;
  return value
    .split(/(\\)(?=[uU])/)
    .map(quoted)
    .join(' + ');
};

const number = (type: ColumnType, value: number): string => {
  const plain = String(value).replace('e+', 'e');
  return type === 'integer' || /[.e]/.test(plain) ? plain : `${plain}.0`;
};

const literal = (type: ColumnType, value: Value | undefined): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return number(type, value);
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? text(value) : `[${value.map(text).join(', ')}]`;
};

const map = (columns: Columns, props: Props): string =>
  `{${Object.entries(columns)
    .map(([name, type]) => `${name}: ${literal(type, props[name])}`)
    .join(', ')}}`;

/** The statement for these rows, some hundred at a time. `$rows` stands in it once. */
function* batches(statement: string, rows: readonly string[]): Generator<string> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const list = `[\n${rows.slice(from, from + BATCH).join(',\n')}\n]`;
    yield `${statement.replace('$rows', () => list)};\n`;
  }
}

const CONSTRAINT = `CREATE CONSTRAINT zhentu_id IF NOT EXISTS FOR (n:${OWN_LABEL}) REQUIRE n.id IS UNIQUE;\n`;

export const cypherText = (data: Data, part: Part): string => {
  const { nodes, edges } = graphRows(graphOfPart(data, part));
  const statements = [CONSTRAINT];
  const byLabel = groupRows(nodes, (row) => row.label);
  for (const label of NODE_LABELS) {
    const written = (byLabel.get(label) ?? []).map(
      ({ id, props }) => `{id: ${text(id)}, props: ${map(NODE_COLUMNS[label], props)}}`,
    );
    statements.push(...batches(mergeNodes(label), written));
  }
  const byType = groupRows(edges, (row) => row.type);
  for (const type of STORE_EDGE_TYPES) {
    const written = (byType.get(type) ?? []).map(
      ({ id, from, to, props }) =>
        `{id: ${text(id)}, from: ${text(from)}, to: ${text(to)}, props: ${map(EDGE_COLUMNS, props)}}`,
    );
    statements.push(...batches(mergeEdges(type), written));
  }
  return statements.join('');
};
