/**
 * Graphs of invented towns written as lists of facts, for tests of what the views make of them.
 *
 * A thing is `Label:name`; each fact stands in the report of one town, in a sentence of its own.
 */
import type { Graph, GraphEdge, GraphLabel, GraphNode, GraphReport } from '../../../src/model.js';
import { type EdgeType, FORMAT, FORMAT_VERSION } from '../../../src/schema.js';
import { pageData } from '../../../src/view/payload.js';
import { type Data, indexData } from '../../../viz/data.js';

export interface MadeFact {
  /** `Label:name 关系 Label:name`, divided by blanks. */
  readonly says: string;
  /** Whose report says so; null: a report of no unit. */
  readonly by: string | null;
  readonly rest?: Partial<GraphEdge>;
}

/** `Town:青禾镇 实施 Program:和美乡村`, by whose report, and what else the edge holds. */
export const fact = (says: string, by: string | null, rest: Partial<GraphEdge> = {}): MadeFact => ({
  says,
  by,
  rest,
});

const reportOf = (town: string | null): GraphReport => ({
  id: `Report:${town ?? 'none'}`,
  path: `reports/${town ?? 'none'}.txt`,
  title: `${town ?? ''}政府工作报告`,
  issuer: null,
  published: null,
  year: 2024,
  town: town === null ? null : `Town:${town}`,
});

export const made = (
  facts: readonly MadeFact[],
  props: Readonly<Record<string, GraphNode['props']>> = {},
): Data => {
  const ends = facts.map(({ says }) => says.split(' '));
  const ids = [
    ...new Set([
      ...ends.flatMap(([from = '', , to = '']) => [from, to]),
      ...facts.flatMap(({ by }) => (by === null ? [] : [`Town:${by}`])),
    ]),
  ].sort();
  const nodes = ids.map((id): GraphNode => {
    const [label = '', name = ''] = id.split(':');
    return { id, label: label as GraphLabel, name, aliases: [], props: props[id] ?? {}, mentions: [] };
  });
  const edges = facts.map(({ by, rest = {} }, index): GraphEdge => {
    const [from = '', type = '', to = ''] = ends[index] ?? [];
    const text = `${from}${type}${to}。`;
    return {
      id: [type, from, to, rest.status ?? '', rest.year ?? ''].join('|'),
      type: type as EdgeType,
      from,
      to,
      evidence: [
        { report: reportOf(by).id, start: 100 * index, end: 100 * index + text.length, text, rule: 'made' },
      ],
      ...rest,
    };
  });
  const reports = [...new Set(facts.map(({ by }) => by))].map(reportOf);
  const graph: Graph = { format: FORMAT, version: FORMAT_VERSION, reports, nodes, edges };
  return indexData(pageData(graph));
};

export const all = (data: Data): readonly number[] => data.edges.map((_, index) => index);

export const named = (data: Data, name: string): number => {
  const index = data.nodes.findIndex((node) => node.name === name);
  if (index < 0) throw new Error(`no ${name} in the graph`);
  return index;
};

export const nameAt = (data: Data, index: number): string => data.nodes[index]?.name ?? '';
