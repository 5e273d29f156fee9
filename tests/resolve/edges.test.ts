/** When two statements are one edge, what the edge then says, and what a town takes over from its villages. */
import { describe, expect, test } from 'vitest';
import { edgeId } from '../../src/identity.js';
import type { GraphEdge } from '../../src/model.js';
import { resolve } from '../../src/resolve/index.js';
import {
  claim,
  DONGBA,
  extraction,
  figure,
  HONOUR,
  LIUHE,
  PROGRAM,
  PROJECT,
  report,
  TOWN,
} from './fixture.js';

const OLD = report('东坝村创建省级未来乡村，总投资2亿元。', 2022);
const NEW = report('东坝村获评省级未来乡村，青禾冷链物流中心投产。', 2023);

/** Without evidence: what is said, not where. */
const said = (edges: readonly GraphEdge[]) => edges.map(({ evidence, ...edge }) => [edge, evidence.length]);

describe('statements', () => {
  test('two reports that say the same make one edge with two pieces of evidence', () => {
    const won = claim(DONGBA, '获评', HONOUR, { status: 'done', year: 2022 });
    const { edges } = resolve([extraction(OLD, [won]), extraction(NEW, [won])]);
    expect(edges).toHaveLength(1);
    expect(edges[0]?.id).toBe(`获评|${DONGBA}|${HONOUR}|done|2022`);
    expect(edges[0]?.evidence.map((e) => [e.report, e.start, e.end, e.text])).toEqual(
      [OLD, NEW].map((r) => [r.id, 0, 5, r.text.slice(0, 5)]).sort(),
    );
  });

  test('one report that says it twice gives both places, the same place once', () => {
    const won = claim(DONGBA, '获评', HONOUR);
    const again = claim(DONGBA, '获评', HONOUR, { span: [3, 8] });
    const { edges } = resolve([extraction(NEW, [again, won, won])]);
    expect(edges.map((e) => e.evidence.map((x) => x.start))).toEqual([[0, 3]]);
  });

  test('a plan and its completion are two edges', () => {
    const { edges } = resolve([
      extraction(OLD, [claim(DONGBA, '获评', HONOUR, { status: 'planned', year: 2023 })]),
      extraction(NEW, [claim(DONGBA, '获评', HONOUR, { status: 'done', year: 2023 })]),
    ]);
    expect(edges.map((e) => e.status)).toEqual(['done', 'planned']);
  });

  test.each([
    ['years', { year: 2022 }, { year: 2023 }],
    ['a year and none', {}, { year: 2023 }],
    ['statuses', { status: 'ongoing' }, { status: 'done' }],
  ] as const)('other %s, other edges', (_what, a, b) => {
    const { edges } = resolve([
      extraction(OLD, [claim(TOWN, '开工', PROJECT, a), claim(TOWN, '开工', PROJECT, b)]),
    ]);
    expect(edges).toHaveLength(2);
  });

  test('where two differ in amount, count, level or role the newest report counts; what it leaves out stays', () => {
    const { edges } = resolve([
      extraction(OLD, [claim(TOWN, '开工', PROJECT, { amount: '2亿元', count: 1, level: '市级' })]),
      extraction(NEW, [claim(TOWN, '开工', PROJECT, { amount: '2.3亿元', role: '业主' })]),
    ]);
    expect(said(edges)).toEqual([
      [
        {
          id: edgeId('开工', TOWN, PROJECT),
          type: '开工',
          from: TOWN,
          to: PROJECT,
          amount: '2.3亿元',
          count: 1,
          level: '市级',
          role: '业主',
        },
        2,
      ],
    ]);
  });
});

describe('what villages carry out', () => {
  const home = (village: string) => claim(village, '位于', TOWN);
  const does = (who: string, more = {}) =>
    claim(who, '实施', PROGRAM, { status: 'done', year: 2023, ...more });
  const ofTown = (edges: readonly GraphEdge[]) => edges.filter((e) => e.type === '实施' && e.from === TOWN);

  test('the town carries out: one derived edge with the evidence of all', () => {
    const { edges } = resolve([
      extraction(NEW, [home(DONGBA), home(LIUHE), does(DONGBA), does(LIUHE, { span: [3, 9] })]),
    ]);
    expect(said(ofTown(edges))).toEqual([
      [
        {
          id: edgeId('实施', TOWN, PROGRAM, 'done', 2023),
          type: '实施',
          from: TOWN,
          to: PROGRAM,
          status: 'done',
          year: 2023,
          derived: true,
        },
        2,
      ],
    ]);
    expect(edges.filter((e) => e.derived)).toHaveLength(1);
  });

  test.each<[what: string, claims: Parameters<typeof extraction>[1], derived: (true | undefined)[]]>([
    ['stated of the town itself', [home(DONGBA), does(DONGBA), does(TOWN)], [undefined]],
    [
      'stated of it with another status',
      [home(DONGBA), does(DONGBA), does(TOWN, { status: 'planned' })],
      [true, undefined],
    ],
    ['of a village without a home', [does(DONGBA)], []],
    ['another relation', [home(DONGBA), claim(DONGBA, '获评', HONOUR)], []],
  ])('%s', (_what, claims, derived) => {
    expect(ofTown(resolve([extraction(NEW, claims)]).edges).map((e) => e.derived)).toEqual(derived);
  });

  test('stated in one report, derived in another: stated', () => {
    const graph = resolve([extraction(OLD, [does(TOWN)]), extraction(NEW, [home(DONGBA), does(DONGBA)])]);
    expect(said(ofTown(graph.edges)).map(([edge]) => edge)).toEqual([
      expect.not.objectContaining({ derived: true }),
    ]);
  });
});

describe('figures', () => {
  test('become nodes of their own under the reporting unit', () => {
    const { nodes, edges } = resolve([
      extraction(report('固定资产投资7.9亿元。', 2023), [], [figure({ span: [0, 12], yoy: -3.5 })]),
    ]);
    const id = 'Indicator:浙江省/云川市/青禾镇/固定资产投资/2023/全年/done';
    expect(nodes.find((n) => n.label === 'Indicator')).toMatchObject({
      id,
      name: '固定资产投资',
      aliases: [],
      props: { period: '全年', status: 'done', unit: '亿元', value: 7.9, year: 2023, yoy: -3.5 },
      mentions: [{ start: 0, end: 6 }],
    });
    expect(edges).toMatchObject([
      { id: edgeId('指标', TOWN, id, 'done', 2023), from: TOWN, to: id, status: 'done', year: 2023 },
    ]);
  });

  test('of two values the newest report counts, and both stay as evidence', () => {
    const { nodes, edges } = resolve([
      extraction(OLD, [], [figure({ value: 7.5 })]),
      extraction(NEW, [], [figure({ value: 7.9 })]),
    ]);
    const figures = nodes.filter((n) => n.label === 'Indicator');
    expect(figures.map((n) => [n.props.value, n.mentions.length])).toEqual([[7.9, 2]]);
    expect(edges.map((e) => e.evidence.length)).toEqual([2]);
  });

  test.each([
    ['status', { status: 'target' }],
    ['year', { year: null }],
    ['period', { period: '上半年' }],
    ['name', { indicator: '工业投资' }],
  ] as const)('of another %s are other nodes', (_what, other) => {
    const { nodes } = resolve([extraction(NEW, [], [figure(), figure(other)])]);
    expect(nodes.filter((n) => n.label === 'Indicator')).toHaveLength(2);
  });

  test('of a report nobody owns are left out', () => {
    const { nodes, edges } = resolve([extraction(report('甲。', 2023, { town: null }), [], [figure()])]);
    expect([nodes.some((n) => n.label === 'Indicator'), edges]).toEqual([false, []]);
  });
});
