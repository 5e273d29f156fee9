/** A small graph of two invented towns: something of each, something shared, hostile text, a derived edge, a figure. */

import type { Evidence, Graph, GraphEdge, GraphLabel, GraphNode } from '../../src/model.js';
import { FORMAT, FORMAT_VERSION } from '../../src/schema.js';

export const QINGHE = 'Town:云川省/云川市/云川县/青禾镇';
export const LIUXI = 'Town:云川省/云川市/云川县/柳溪镇';
export const HOSTILE = '</script><img src=x onerror="document.title=1">';

const R1 = 'Report:1111111111111111';
const R2 = 'Report:2222222222222222';

const node = (
  id: string,
  label: GraphLabel,
  name: string,
  report: string,
  rest: Partial<GraphNode> = {},
): GraphNode => ({
  id,
  label,
  name,
  aliases: [],
  props: {},
  mentions: [{ report, start: 0, end: name.length, rule: 'name.known' }],
  ...rest,
});

const says = (report: string, start: number, text: string, rule: string): Evidence => ({
  report,
  start,
  end: start + text.length,
  text,
  rule,
});

const edge = (
  type: GraphEdge['type'],
  from: string,
  to: string,
  evidence: readonly Evidence[],
  rest: Partial<GraphEdge> = {},
): GraphEdge => ({
  id: [type, from, to, rest.status ?? '', rest.year ?? ''].join('|'),
  type,
  from,
  to,
  ...rest,
  evidence,
});

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

const VILLAGE = 'Village:云川省/云川市/云川县/青禾镇/东坝村';
const PROGRAM = 'Program:和美乡村建设';
const HONOUR = 'Honour:云川市/云川市文明村';
const PROJECT = 'Project:云川省/云川市/云川县/青禾冷链物流中心';
const EVENT = 'Event:云川省/云川市/云川县/柳溪镇/荷花节';
const FIGURE = `Indicator:${QINGHE}/地区生产总值/2024/全年/done`;

const honours = says(R1, 40, '东坝村获评云川市文明村。', 'award.receive');
const start = says(R1, 60, '青禾冷链物流中心于三月开工建设。', 'project.start');

export const graph: Graph = {
  format: FORMAT,
  version: FORMAT_VERSION,
  reports: [
    {
      id: R1,
      path: 'reports/qinghe.txt',
      title: '青禾镇2024年政府工作报告',
      issuer: '青禾镇人民政府',
      published: '2025-01-08',
      year: 2024,
      town: QINGHE,
    },
    {
      id: R2,
      path: 'reports/liuxi.txt',
      title: '柳溪镇2024年政府工作报告',
      issuer: null,
      published: null,
      year: 2024,
      town: LIUXI,
    },
  ],
  nodes: byId([
    node(QINGHE, 'Town', '青禾镇', R1, { aliases: ['青禾'] }),
    node(LIUXI, 'Town', '柳溪镇', R2),
    node(VILLAGE, 'Village', '东坝村', R1, { props: { kind: '村', code: null } }),
    node(PROGRAM, 'Program', '和美乡村建设', R1, { aliases: ['和美乡村'] }),
    node(HONOUR, 'Honour', '云川市文明村', R1, { props: { level: '市级' } }),
    node(PROJECT, 'Project', '青禾冷链物流中心', R1),
    node(EVENT, 'Event', '荷花节', R2),
    node('Product:柳溪镇/hostile', 'Product', HOSTILE, R2),
    node(FIGURE, 'Indicator', '地区生产总值', R1, {
      props: { value: 17.45, unit: '亿元', yoy: 6.2, year: 2024, period: '全年', status: 'done' },
    }),
  ]),
  edges: byId([
    edge('位于', VILLAGE, QINGHE, [honours]),
    edge('获评', VILLAGE, HONOUR, [honours], { status: 'done', year: 2024 }),
    edge('获评', QINGHE, HONOUR, [honours], { status: 'done', year: 2024, derived: true }),
    edge('开工', QINGHE, PROJECT, [start], { status: 'done', year: 2024 }),
    edge('竣工', QINGHE, PROJECT, [says(R1, 90, '力争青禾冷链物流中心年底竣工。', 'project.finish')], {
      status: 'planned',
      year: 2025,
    }),
    edge('实施', QINGHE, PROGRAM, [says(R1, 120, '深入推进和美乡村建设。', 'program.run')], {
      status: 'ongoing',
    }),
    edge('实施', LIUXI, PROGRAM, [says(R2, 20, '柳溪镇实施“和美乡村”建设三年行动。', 'program.run')], {
      status: 'done',
    }),
    edge('举办', LIUXI, EVENT, [says(R2, 50, '柳溪镇成功举办荷花节。', 'event.hold')], { status: 'done' }),
    edge('拥有', LIUXI, 'Product:柳溪镇/hostile', [
      says(R2, 80, `柳溪镇推出${HOSTILE}品牌。`, 'product.own'),
    ]),
    edge('指标', QINGHE, FIGURE, [says(R1, 150, '地区生产总值17.45亿元，增长6.2%。', 'indicator.value')], {
      status: 'done',
      year: 2024,
    }),
  ]),
};

/** The same graph with everything in another order. */
export const shuffled: Graph = {
  ...graph,
  reports: [...graph.reports].reverse(),
  nodes: [...graph.nodes].reverse(),
  edges: [...graph.edges].reverse(),
};

export const emptyGraph: Graph = { ...graph, reports: [], nodes: [], edges: [] };
