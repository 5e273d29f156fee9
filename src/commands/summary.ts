/** summary.md: what was read, what the towns share, what could not be read; for people who open a folder first. */
import { language, say } from '../messages.js';
import type { Graph, GraphEdge } from '../model.js';
import { LABEL_STYLE, NODE_LABELS } from '../schema.js';
import type { Failure } from './inputs.js';

/** Cells of a table hold names from reports; a bar or line break would break the table. */
const cell = (text: string | number | null): string =>
  String(text ?? '')
    .replace(/\|/g, '\\|')
    .replace(/\s+/g, ' ')
    .replace(/</g, '&lt;');

const table = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Programme → towns that carry it out, most towns first. */
const sharedPrograms = (graph: Graph): [string, string[]][] => {
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  const towns = new Set(graph.reports.flatMap((r) => (r.town === null ? [] : [r.town])));
  const by = new Map<string, Set<string>>();
  for (const e of graph.edges.filter((e: GraphEdge) => e.type === '实施' && towns.has(e.from))) {
    by.set(e.to, (by.get(e.to) ?? new Set()).add(e.from));
  }
  return [...by]
    .filter(([, t]) => t.size > 1)
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .map(([id, t]) => [names.get(id) ?? id, [...t].sort().map((town) => names.get(town) ?? town)]);
};

export const summaryOf = (graph: Graph, failures: readonly Failure[]): string => {
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  const counts = new Map<string, number>();
  for (const n of graph.nodes) counts.set(n.label, (counts.get(n.label) ?? 0) + 1);
  const evidence = graph.edges.reduce((n, e) => n + e.evidence.length, 0);
  const parts = [
    `# ${say('镇图：读取结果', 'zhentu: what was read')}`,
    say(
      `${graph.reports.length} 份报告，${graph.nodes.length} 个节点，${graph.edges.length} 条关系，${evidence} 条依据。`,
      `${graph.reports.length} reports, ${graph.nodes.length} nodes, ${graph.edges.length} edges, ${evidence} pieces of evidence.`,
    ),
    `## ${say('报告', 'Reports')}`,
    table(
      [say('文件', 'file'), say('标题', 'title'), say('报告单位', 'unit'), say('回顾年份', 'year')],
      graph.reports.map((r) => [
        r.path,
        r.title,
        r.town === null ? say('未识别', 'not recognised') : (names.get(r.town) ?? r.town),
        r.year,
      ]),
    ),
    `## ${say('节点', 'Nodes')}`,
    table(
      [say('类型', 'type'), say('数量', 'number')],
      NODE_LABELS.flatMap((label) =>
        counts.has(label) ? [[LABEL_STYLE[label][language()], counts.get(label) ?? 0]] : [],
      ),
    ),
  ];
  const shared = sharedPrograms(graph);
  if (shared.length > 0) {
    parts.push(
      `## ${say('各镇共同的政策行动', 'Programmes that towns share')}`,
      table(
        [say('政策行动', 'programme'), say('镇数', 'towns'), say('乡镇', 'which')],
        shared.map(([name, towns]) => [name, towns.length, towns.join('、')]),
      ),
    );
  }
  if (failures.length > 0) {
    parts.push(`## ${say('未能读取', 'Not read')}`, failures.map((f) => `- ${cell(f.message)}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
};
