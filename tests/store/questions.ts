/**
 * What the named questions must answer, the same on both engines (embedded.test.ts, neo4j.test.ts).
 *
 * answers.txt holds every row for the small graph of fixture.ts; the header of each question holds the first row for
 * the samples. Where a change is meant, one command writes both anew, to be reviewed as a diff:
 *
 *   npx vitest run --project repo tests/store/embedded.test.ts -u
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseParams, questionParams } from '../../src/commands/query.js';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph, GraphEdge } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import type { EdgeType } from '../../src/schema.js';
import { loadQuestions, type Question } from '../../src/store/questions.js';
import type { QueryResult, Store, StoreTarget } from '../../src/store/store.js';
import { sampleFiles } from '../samples.js';
import { COUNTY, edge, graph, node, QINGHE, SONGXI } from './fixture.js';

const questions = await loadQuestions();
const ANSWERS = fileURLToPath(new URL('./answers.txt', import.meta.url));
const samples = buildGraph(sampleFiles(), openKnowledge());

/** Questions that look for mistakes of ours. */
const MUST_BE_EMPTY: readonly string[] = ['entities-without-evidence', 'facts-without-evidence'];

const VILLAGE = `Village:${COUNTY}/青禾镇/东坝村`;
const PARK = `Park:${COUNTY}/青禾镇/小微园`;
const IN_PARK = `Company:${COUNTY}/园中厂`;
const IN_TOWN = `Company:${COUNTY}/镇上厂`;
const LIUHE = `Village:${COUNTY}/松溪镇/柳河村`;
const CIVILISED = `Honour:${COUNTY}/文明村`;

const STAGES = ['签约', '开工', '竣工', '投产'] as const;
const project = (name: string): string => `Project:${COUNTY}/${name}`;

/** For each stage promised for 2025 a project of its own, of which `rest` is then said. */
const promises = (name: string, type: EdgeType, rest: Partial<GraphEdge>): GraphEdge[] =>
  STAGES.flatMap((stage) => [
    edge(stage, SONGXI, project(stage + name), { status: 'planned', year: 2025 }),
    edge(type, IN_TOWN, project(stage + name), rest),
  ]);

const PROMISED = [
  ...promises('后在建', '在建', { status: 'ongoing', year: 2025 }),
  ...promises('后竣工中', '竣工', { status: 'ongoing', year: 2026 }),
  ...promises('后竣工', '竣工', { status: 'done', year: 2025 }),
  ...promises('后无年', '投产', { status: 'done' }),
  ...promises('后开工中', '开工', { status: 'ongoing', year: 2025 }),
];

/** The small graph and, beside it, what must not count, or only counts from afar. */
const fine: Graph = {
  ...graph,
  nodes: [
    ...graph.nodes,
    node(PARK, '小微园'),
    node(IN_PARK, '园中厂'),
    node(IN_TOWN, '镇上厂'),
    ...[...new Set(PROMISED.map(({ to }) => to))].map((id) => node(id, id.slice(project('').length))),
  ],
  edges: [
    ...graph.edges,
    edge('位于', PARK, VILLAGE),
    edge('位于', IN_PARK, PARK),
    edge('位于', IN_TOWN, QINGHE),
    edge('获评', QINGHE, CIVILISED, { status: 'candidate', year: 2023 }),
    edge('获评', QINGHE, 'Honour:国家高新技术企业', { status: 'planned', year: 2024 }),
    edge('获评', IN_PARK, CIVILISED, { status: 'done', year: 2021 }),
    // Under way: a programme is then carried out, a title is not yet held.
    edge('获评', LIUHE, CIVILISED, { status: 'ongoing', year: 2024 }),
    edge('实施', QINGHE, 'Program:垃圾分类', { status: 'ongoing', year: 2024 }),
    ...PROMISED,
  ],
};

const find = (id: string): Question => questions.find((item) => item.id === id) as Question;

/** The question's file with this row in its example. */
const withExample = async ({ id, example }: Question, row: unknown): Promise<string> => {
  const text = await readFile(packageFile(`cypher/questions/${id}.cypher`), 'utf8');
  const line = `// example: ${[...example.params, '=>', JSON.stringify(row ?? null)].join(' ')}`;
  return text.replace(/^\/\/ example:.*$/m, () => line);
};

/** `empty`: a store with nothing in it; `embedded`: one to compare every row with. Both closed by the caller. */
export function questionContract(
  kind: StoreTarget['kind'],
  empty: () => Promise<Store>,
  embedded?: () => Promise<Store>,
): void {
  let store: Store;
  const ask = (question: Question, given: readonly string[] = []): Promise<QueryResult> =>
    store.query(question.cypher[kind], questionParams(question, parseParams(given)));

  describe('questions on the small graph', () => {
    beforeAll(async () => {
      store = await empty();
      await store.load(graph);
    });

    test('every row of every question', async () => {
      const blocks: string[] = [];
      for (const question of questions) {
        const { columns, rows } = await ask(question);
        expect([question.id, ...columns]).toEqual([question.id, ...question.columns]);
        blocks.push(`${[question.id, ...rows.map((row) => JSON.stringify(row))].join('\n')}\n`);
      }
      await expect(blocks.join('\n')).toMatchFileSnapshot(ANSWERS);
    });

    test.each<[string, string[], number]>([
      ['honours-of-town', ['town=松溪镇'], 1],
      ['honours-of-town', ['town=松溪'], 1],
      ['honours-of-town', ['town=临水县'], 4],
      ['honours-of-town', ['town=没有镇'], 0],
      ['honours-by-level', ['level=国家'], 2],
      ['honours-by-level', ['year=2023'], 1],
      ['village-profile', ['village=柳河村'], 3],
      ['village-profile', ['village=柳河'], 3],
      ['shared-programs', ['minTowns=1'], 2],
      ['shared-programs', ['minTowns=3'], 0],
      ['programs-of-two-towns', ['townA=松溪', 'townB=青禾'], 1],
      ['programs-of-two-towns', ['townB=松溪'], 1],
      ['programs-of-two-towns', ['townA=松溪', 'townB=石桥'], 0],
      ['programs-of-one-town', ['town=松溪'], 0],
      ['projects-by-stage', ['project=冷链'], 3],
      ['companies-with-honours', ['company=没有'], 0],
      ['companies-many-honours', ['minHonours=1'], 1],
      ['who-has-program', ['program=垃圾'], 4],
      ['facts-of', ['name=青禾五金有限公司'], 3],
      ['mentions-of', ['name=青禾'], 2],
      ['promised-open', ['name=柳河'], 1],
      ['common-ground', ['townA=松溪', 'townB=青禾'], 3],
      ['common-ground', ['townA=松溪', 'townB=没有'], 0],
      ['path-between', ['from=东坝村', 'to=柳河村'], 1],
      ['path-between', ['from=柳河村', 'to=青禾'], 2],
      ['path-between', ['from=没有', 'to=柳河村'], 0],
    ])('%s %j gives %i rows', async (id, given, count) => {
      expect((await ask(find(id), given)).rows).toHaveLength(count);
    });
  });

  describe('what counts', () => {
    beforeAll(async () => {
      store = await empty();
      await store.load(fine);
    });

    test.each<[string, string[], unknown[][]]>([
      // 东坝村 received its honour, 柳河村 is only a candidate.
      [
        'villages-by-connections',
        [],
        [
          ['东坝村', '青禾镇', 6, 6, 1],
          ['柳河村', '松溪镇', 2, 3, 0],
        ],
      ],
      // Three companies: in the town, in a village, in a park of the village. Of two honours it holds none.
      ['town-overview', ['town=青禾'], [['青禾镇', 1, 1, 3, 1, 0, 2]]],
      [
        'honours-of-town',
        ['town=临水'],
        [
          ['临水县', '东坝村', '文明村', '县级', 'done', 2023],
          ['临水县', '园中厂', '文明村', '县级', 'done', 2021],
          ['临水县', '柳河村', '文明村', '县级', 'ongoing', 2024],
          ['临水县', '柳河村', '文明村', '县级', 'candidate', null],
          ['临水县', '青禾五金', '国家高新技术企业', '国家级', 'done', 2022],
          ['临水县', '青禾五金', '国家高新技术企业', '国家级', 'planned', 2024],
          ['临水县', '青禾镇', '国家高新技术企业', '国家级', 'planned', 2024],
          ['临水县', '青禾镇', '文明村', '县级', 'candidate', 2023],
        ],
      ],
    ])('%s %j', async (id, given, expected) => {
      expect((await ask(find(id), given)).rows).toEqual(expected);
    });

    test('what answers a promise', async () => {
      const { rows } = await ask(find('promised-delivered'));
      const delivered = rows.map(([, promised, what, , , status]) => `${promised} ${what} ${status}`);
      expect(delivered.sort()).toEqual(
        [
          '实施 垃圾分类 ongoing',
          '开工 开工后在建 ongoing',
          '开工 开工后竣工 done',
          '开工 开工后竣工中 ongoing',
          '开工 开工后开工中 ongoing',
          '签约 签约后在建 ongoing',
          '签约 签约后竣工 done',
          '签约 签约后竣工中 ongoing',
          '签约 签约后开工中 ongoing',
          '竣工 竣工后竣工 done',
        ].sort(),
      );
      // Every other promise is open, and none is both.
      const open = (await ask(find('promised-open'))).rows.map(([, promised, what]) => `${promised} ${what}`);
      const kept = delivered.map((text) => text.slice(0, text.lastIndexOf(' ')));
      const all = PROMISED.filter(({ status }) => status === 'planned').map(
        ({ type, to }) => `${type} ${to.slice(project('').length)}`,
      );
      expect(open.filter((text) => kept.includes(text))).toEqual([]);
      expect(all.filter((text) => !kept.includes(text) && !open.includes(text))).toEqual([]);
      expect(open).toContain('获评 文明村');
      expect(open).toHaveLength(16);
    });
  });

  test('every question runs on a graph where most labels and types are absent', async () => {
    store = await empty();
    const reports = graph.reports.slice(0, 1);
    await store.load({ ...graph, reports, nodes: [node(QINGHE, '青禾镇')], edges: [] });
    for (const question of questions) {
      const { columns, rows } = await ask(question);
      expect(columns).toEqual(question.columns);
      expect(rows.length, question.id).toBeLessThanOrEqual(1);
    }
  });

  describe('questions on the samples', () => {
    let other: Store | undefined;
    beforeAll(async () => {
      store = await empty();
      await store.load(samples);
      other = await embedded?.();
      await other?.load(samples);
    });

    test.each(questions.map((question) => question.id))('%s', async (id) => {
      const question = find(id);
      const { rows } = await ask(question, question.example.params);
      await expect(await withExample(question, rows[0])).toMatchFileSnapshot(
        packageFile(`cypher/questions/${id}.cypher`),
      );
      if (MUST_BE_EMPTY.includes(id)) expect(rows).toEqual([]);
      else expect(rows.length).toBeGreaterThan(0);
      if (!other) return;
      const defaults = questionParams(question, new Map());
      expect(await ask(question)).toEqual(await other.query(question.cypher.embedded, defaults));
    });
  });
}
