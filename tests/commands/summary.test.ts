/** summary.md holds text from reports and paths: it must stay one well-formed page whatever they contain. */
import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../src/commands/summary.js';
import { setLanguage } from '../../src/messages.js';
import type { Graph, GraphEdge } from '../../src/model.js';

const TOWNS = ['青禾镇', '白芦镇', '望塘乡'];
const edge = (from: string, to: string, type: GraphEdge['type'] = '实施'): GraphEdge => ({
  id: `${from}-${to}-${type}`,
  type,
  from,
  to,
  evidence: [{ report: 'R0', start: 0, end: 1, text: '句', rule: 'r' }],
});
const node = (id: string, label: Graph['nodes'][number]['label'], name: string) => ({
  id,
  label,
  name,
  aliases: [],
  props: {},
  mentions: [],
});
const report = (n: number, rest: object = {}) => ({
  id: `R${n}`,
  path: `${n}.txt`,
  title: '报告',
  issuer: null,
  published: null,
  year: 2023,
  town: `T${n}`,
  ...rest,
});
const graph = (parts: Partial<Graph>): Graph => ({
  format: 'zhentu-graph',
  version: 1,
  reports: TOWNS.map((_, n) => report(n)),
  nodes: [
    ...TOWNS.map((name, n) => node(`T${n}`, 'Town', name)),
    node('P1', 'Program', '河长制'),
    node('P2', 'Program', '田长制'),
    node('P3', 'Program', '林长制'),
  ],
  edges: [
    edge('T0', 'P1'),
    edge('T1', 'P1'),
    edge('T2', 'P1'),
    edge('T0', 'P2'),
    edge('T2', 'P2'),
    edge('T1', 'P3'),
    edge('V', 'P3'),
  ],
  ...parts,
});
const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));

describe('programmes that towns share', () => {
  test('two reporting towns at least, most first', () => {
    const text = summaryOf(graph({}), []);
    expect(text).toContain('## 各镇共同的政策行动');
    expect(rows(text).slice(-2)).toEqual([
      '| 河长制 | 3 | 青禾镇、白芦镇、望塘乡 |',
      '| 田长制 | 2 | 青禾镇、望塘乡 |',
    ]);
    expect(text).not.toContain('林长制');
  });

  test('no such section where none is shared', () => {
    expect(summaryOf(graph({ edges: [edge('T0', 'P1')] }), [])).not.toContain('共同');
  });
});

test('counts, and reports whose town or year nobody could read', () => {
  const text = summaryOf(graph({ reports: [report(0, { town: null, year: null })] }), []);
  expect(text).toContain('1 份报告，6 个节点，7 条关系，7 条依据。');
  expect(rows(text)).toContain('| 0.txt | 报告 | 未识别 |  |');
  expect(rows(text)).toContain('| 政策行动 | 3 |');
});

test('what could not be read is listed, and only then', () => {
  expect(summaryOf(graph({}), [])).not.toContain('未能读取');
  const text = summaryOf(graph({}), [{ path: 'b.txt', message: 'b.txt：文件是空的' }]);
  expect(text.endsWith('## 未能读取\n\n- b.txt：文件是空的\n')).toBe(true);
});

test('hostile text stays text', () => {
  const title = '报告 | 甲\n# 乙 <script>alert(1)</script>';
  const text = summaryOf(graph({ reports: [report(0, { title })] }), [
    { path: 'x', message: 'x<img>：\n# 不是文本' },
  ]);
  expect(rows(text)).toContain(
    '| 0.txt | 报告 \\| 甲 # 乙 &lt;script>alert(1)&lt;/script> | 青禾镇 | 2023 |',
  );
  expect(text).toContain('- x&lt;img>： # 不是文本\n');
  expect(text.match(/^# /gm)).toHaveLength(1);
});

test('in English on demand', () => {
  setLanguage('en');
  try {
    expect(summaryOf(graph({}), [])).toContain('## Programmes that towns share');
  } finally {
    setLanguage('zh');
  }
});
