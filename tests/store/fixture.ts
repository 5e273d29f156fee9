/** A small graph about invented towns, and one with every nasty name; both in the shape of graph.json. */
import type { Graph, GraphEdge, GraphLabel, GraphNode, GraphReport } from '../../src/model.js';
import type { EdgeType } from '../../src/schema.js';
import { statedOf } from '../../src/stated.js';

export const REPORT_A = 'Report:aaaaaaaaaaaaaaaa';
export const REPORT_B = 'Report:bbbbbbbbbbbbbbbb';

export const COUNTY = '东海省/云川市/临水县';
export const QINGHE = `Town:${COUNTY}/青禾镇`;
export const SONGXI = `Town:${COUNTY}/松溪镇`;

type NodeProps = GraphNode['props'];

/** A node that report A names `times` times. */
export const node = (
  id: string,
  name: string,
  props: NodeProps = {},
  aliases: readonly string[] = [],
  reports: readonly string[] = [REPORT_A],
): GraphNode => ({
  id,
  label: id.slice(0, id.indexOf(':')) as GraphLabel,
  name,
  aliases,
  props,
  mentions: reports.map((report, i) => ({ report, start: i * 10, end: i * 10 + 3, rule: 'test.name' })),
});

export const edge = (
  type: EdgeType,
  from: string,
  to: string,
  rest: Partial<GraphEdge> = {},
  text = '东坝村获评县级文明村。',
): GraphEdge => ({
  id: `${type}|${from}|${to}|${rest.status ?? ''}|${rest.year ?? ''}`,
  type,
  from,
  to,
  ...rest,
  evidence: rest.evidence ?? [
    { report: REPORT_A, start: 3, end: 3 + text.length, text, rule: `test.${type}`, ...statedOf(rest) },
  ],
});

const report = (id: string, title: string, year: number, town: string): GraphReport => ({
  id,
  path: `reports/${year}.txt`,
  title,
  issuer: null,
  published: `${year + 1}-02-01`,
  year,
  town,
});

const VILLAGE = `Village:${COUNTY}/青禾镇/东坝村`;
const LIUHE = `Village:${COUNTY}/松溪镇/柳河村`;
const COMPANY = `Company:${COUNTY}/青禾五金`;
const PROJECT = `Project:${COUNTY}/冷链物流中心`;
const WASTE = 'Program:垃圾分类';
const FIVE = 'Program:五水共治';
const CIVILISED = `Honour:${COUNTY}/文明村`;
const HIGH_TECH = 'Honour:国家高新技术企业';
const INDICATOR = `Indicator:${COUNTY}/青禾镇/财政收入/2023/全年/done`;

const OF_SONGXI: readonly string[] = [SONGXI, LIUHE];
const saidInB = (item: GraphEdge): GraphEdge => ({
  ...item,
  evidence: item.evidence.map((piece) => ({ ...piece, report: REPORT_B })),
});

export const graph: Graph = {
  format: 'zhentu-graph',
  version: 1,
  reports: [
    report(REPORT_A, '青禾镇2023年政府工作报告', 2023, QINGHE),
    report(REPORT_B, '松溪镇2024年政府工作报告', 2024, SONGXI),
  ],
  nodes: [
    node(`Region:${COUNTY}`, '临水县', { level: 'county', code: '990101' }),
    node(QINGHE, '青禾镇', { code: '990101100' }, ['青禾'], [REPORT_A, REPORT_A, REPORT_B]),
    node(SONGXI, '松溪镇', { code: null }, [], [REPORT_B]),
    node(`Town:${COUNTY}/石桥乡`, '石桥乡'),
    node(VILLAGE, '东坝村', { kind: '村' }),
    node(LIUHE, '柳河村', { kind: '村' }, [], [REPORT_B]),
    node(COMPANY, '青禾五金', {}, ['青禾五金有限公司']),
    node(PROJECT, '冷链物流中心', { amount: '1.2亿元' }),
    node(WASTE, '垃圾分类', {}, [], [REPORT_A, REPORT_B]),
    node(FIVE, '五水共治'),
    node(CIVILISED, '文明村', { level: '县级' }),
    node(HIGH_TECH, '国家高新技术企业', { level: '国家级' }),
    node(INDICATOR, '财政收入', {
      value: 2,
      unit: '亿元',
      yoy: -3.5,
      year: 2023,
      period: '全年',
      status: 'done',
    }),
  ],
  edges: [
    edge('位于', QINGHE, `Region:${COUNTY}`),
    edge('位于', SONGXI, `Region:${COUNTY}`),
    edge('位于', VILLAGE, QINGHE),
    edge('位于', LIUHE, SONGXI),
    edge('位于', COMPANY, VILLAGE),
    edge('获评', VILLAGE, CIVILISED, { status: 'done', year: 2023 }),
    edge('获评', LIUHE, CIVILISED, { status: 'candidate' }),
    edge('获评', COMPANY, HIGH_TECH, { status: 'done', year: 2022, count: 1 }),
    edge('获评', COMPANY, HIGH_TECH, { status: 'planned', year: 2024 }),
    edge('开工', QINGHE, PROJECT, { status: 'done', year: 2023, amount: '1.2亿元' }),
    edge('竣工', QINGHE, PROJECT, { status: 'planned', year: 2024 }),
    edge('规划', VILLAGE, PROJECT, { status: 'done', year: 2023 }),
    edge('实施', QINGHE, WASTE, { status: 'ongoing', year: 2023, derived: true }),
    edge('实施', QINGHE, WASTE, { status: 'planned', year: 2024 }),
    edge('实施', SONGXI, WASTE, { status: 'ongoing' }),
    edge('实施', VILLAGE, WASTE, { status: 'ongoing', year: 2023 }),
    edge('实施', QINGHE, FIVE, { status: 'done', year: 2023 }),
    // Named in A's report, has none of its own: not a reporting town.
    edge('实施', `Town:${COUNTY}/石桥乡`, FIVE, { status: 'done', year: 2023 }),
    edge('指标', QINGHE, INDICATOR, { status: 'done', year: 2023 }),
  ].map((item) => (OF_SONGXI.includes(item.from) ? saidInB(item) : item)),
};

/** The graph without report B, and without what only that report supported. */
export const graphOfA: Graph = {
  ...graph,
  reports: graph.reports.filter(({ id }) => id === REPORT_A),
  nodes: graph.nodes
    .filter(({ id }) => !OF_SONGXI.includes(id))
    .map((n) => ({ ...n, mentions: n.mentions.filter(({ report }) => report === REPORT_A) })),
  edges: graph.edges.filter(({ from }) => !OF_SONGXI.includes(from)),
};

/** What removing report B removes: the report and its two places; their edges and the four it names. */
export const ONLY_IN_B = { nodes: 3, relationships: 8 } as const;

export const HOSTILE_NAMES = [
  `"双"与'单'引号`,
  '反引号`) DETACH DELETE n //',
  '换行\n回车\r制表\t',
  '😀镇𠮷村',
  '\\u0060 \\n 反斜杠\\',
  '{{x}} $id $rows',
  '<script>alert(1)</script>',
  '\u202e右至左\u0000零',
  '单个代理项\ud83d',
  ' 前后空格 ',
] as const;

/** Every hostile name as id, name, alias, property and evidence. */
export const hostileGraph: Graph = {
  format: 'zhentu-graph',
  version: 1,
  reports: [report(REPORT_A, HOSTILE_NAMES[0], 2023, QINGHE)],
  nodes: [
    node(QINGHE, '青禾镇'),
    ...HOSTILE_NAMES.map((name) => node(`Project:${COUNTY}/${name}`, name, { amount: name }, [name, 'x'])),
  ],
  edges: HOSTILE_NAMES.map((name) =>
    edge('开工', QINGHE, `Project:${COUNTY}/${name}`, { status: 'done', role: name }, name),
  ),
};
