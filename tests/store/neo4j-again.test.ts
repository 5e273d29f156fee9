/** Loading again: interrupted, corrected, and beside what other reports support. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph, GraphEdge } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { openStore } from '../../src/store/open.js';
import type { LoadOptions, LoadReport, Store } from '../../src/store/store.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { sampleFiles } from '../samples.js';
import { edge, graph, graphOfA, node, QINGHE, REPORT_A, REPORT_B, SONGXI } from './fixture.js';

describe.runIf(withNeo4j)('loading again', () => {
  let held: HeldServer;
  let driver: Driver;
  let store: Store;

  const run = async (cypher: string, params = {}): Promise<unknown[][]> => {
    const { records } = await driver.executeQuery(cypher, params);
    return records.map((record) => record.keys.map((key) => record.get(key)));
  };
  /** The database's own view: labels, properties, ends. */
  const everything = async (): Promise<unknown> => [
    await run('MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id, labels(n)[0]'),
    await run(
      'MATCH (a)-[e]->(b) RETURN a.id, type(e), properties(e), b.id ORDER BY a.id, type(e), e.id, b.id',
    ),
  ];
  const size = async (): Promise<number> =>
    Number((await run('RETURN count { MATCH (n) } + count { MATCH ()-[e]->() }'))[0]?.[0]);
  const clear = (): Promise<unknown> => run('MATCH (n) DETACH DELETE n');

  beforeAll(async () => {
    held = await useNeo4j();
    const { uri, user, password } = held;
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    store = await openStore({ kind: 'neo4j', uri, user, password });
  }, NEO4J_TIMEOUT);
  beforeEach(clear);
  afterAll(async () => {
    await store?.close();
    await driver?.close();
    held?.release();
  });

  describe('a report that was corrected', () => {
    const NEW = 'Report:cccccccccccccccc';
    const asNew = <T extends { readonly report: string }>(items: readonly T[]): T[] =>
      items.map((item) => (item.report === REPORT_A ? { ...item, report: NEW } : item));
    /** Report A read again: its project is gone, all else stands in the new version. */
    const corrected: Graph = {
      ...graphOfA,
      reports: graphOfA.reports.map((report) => ({ ...report, id: NEW })),
      nodes: graphOfA.nodes
        .filter(({ label }) => label !== 'Project')
        .map((n) => ({ ...n, mentions: asNew(n.mentions) })),
      edges: graphOfA.edges
        .filter(({ to }) => !to.startsWith('Project:'))
        .map((e) => ({ ...e, evidence: asNew(e.evidence) })),
    };
    const removed = ({ nodes, relationships, kept }: LoadReport) => [
      nodes.removed,
      relationships.removed,
      kept,
    ];

    test('takes the place of its old version, and says so', async () => {
      await store.load(corrected);
      const expected = await everything();
      await clear();
      await store.load(graphOfA);
      const before = await everything();
      const plan = await store.load(corrected, { dryRun: true });
      expect(await everything()).toEqual(before);
      const report = await store.load(corrected);
      expect(report.superseded).toEqual([{ title: '青禾镇2023年政府工作报告', year: 2023 }]);
      expect(removed(report)).toEqual(removed(plan));
      expect(report.nodes.removed).toBe(plan.plan?.nodes.length);
      expect(plan.plan?.nodes).toContain(REPORT_A);
      expect(await everything()).toEqual(expected);
      expect(removed(await store.load(corrected))).toEqual([0, 0, undefined]);
    }, 180_000);

    test('what another report supports stays, with the other’s evidence alone', async () => {
      const project = graph.nodes.find(({ label }) => label === 'Project') as Graph['nodes'][number];
      const start = graph.edges.find(({ type }) => type === '开工') as Graph['edges'][number];
      const said = { report: REPORT_B, start: 0, end: 3, text: '已开工', rule: 'test.开工' };
      const ofB: Graph = {
        ...graph,
        reports: graph.reports.filter(({ id }) => id === REPORT_B),
        nodes: [
          node(QINGHE, '青禾镇', {}, [], [REPORT_B]),
          node(SONGXI, '松溪镇', {}, [], [REPORT_B]),
          { ...project, mentions: [{ report: REPORT_B, start: 0, end: 3, rule: 'test.name' }] },
        ],
        edges: [{ ...start, amount: undefined, evidence: [said] }],
      };
      await store.load(graphOfA);
      await store.load(ofB);
      // Loaded in turn, neither takes away what the other supports.
      for (const again of [graphOfA, ofB, graphOfA, ofB]) {
        const { nodes, relationships } = await store.load(again);
        expect([nodes.updated, relationships.updated, relationships.created]).toEqual([0, 0, 0]);
      }
      const both = await run('MATCH ()-[e:开工]->() RETURN size(e.evidence), e.amount');
      expect(both).toEqual([[2, '1.2亿元']]);
      // Every fact of the new version, and the one that loses evidence, for which the load has no row.
      for (const dryRun of [true, false]) {
        expect((await store.load(corrected, { dryRun })).relationships.updated).toBe(
          corrected.edges.length + 1,
        );
      }
      // The amount went with the sentence that stated it.
      expect(await run('MATCH ()-[e:开工]->() RETURN e.evidence, e.amount, e.yuan')).toEqual([
        [[JSON.stringify(said)], null, null],
      ]);
      expect(await run('MATCH (p:Project)<-[:提及]-(r) RETURN r.id')).toEqual([[REPORT_B]]);
      expect(await run('MATCH ()-[e:规划|竣工]->() RETURN count(e)')).toEqual([[0]]);
      expect(await run('MATCH (r:Report) RETURN r.id ORDER BY r.id')).toEqual([[REPORT_B], [NEW]]);
    });

    test('what a load left that was ended while it removed goes at the next, and no more', async () => {
      await store.load(corrected);
      const expected = await everything();
      await clear();
      await store.load(graphOfA);
      // Relationships go first: so it stands when the nodes were not reached.
      await run('MATCH (p:Zhentu:Project)-[e]-() DELETE e');
      await run('MATCH (:Zhentu:Report {id: $id})-[e]-() DELETE e', { id: REPORT_A });
      // A report of another folder may stand alone.
      await run('CREATE (:Zhentu:Report {id: "Report:alone", title: "别的报告", path: "x.txt"})');
      const plan = await store.load(corrected, { dryRun: true });
      expect(plan.plan?.nodes.filter((id) => id.startsWith('Project:'))).toHaveLength(1);
      expect(removed(await store.load(corrected))).toEqual(removed(plan));
      expect(await run('MATCH (r:Zhentu {id: "Report:alone"}) DELETE r RETURN count(r)')).toEqual([[1]]);
      expect(await everything()).toEqual(expected);
    });

    test('a node that others tied something to stays', async () => {
      await store.load(graphOfA);
      await run('MATCH (p:Zhentu:Project) CREATE (p)<-[:批注]-(:Note)');
      const expected = removed(await store.load(corrected, { dryRun: true }));
      expect(expected[2]).toBe(1);
      expect(removed(await store.load(corrected))).toEqual(expected);
      expect(await run('MATCH (p:Project)<-[e]-() RETURN type(e)')).toEqual([['批注']]);
    });
  });

  // Alone, all that is there is read; beside much more, only what belongs to the load.
  describe.each([
    ['alone', 0],
    ['beside a larger graph', 300],
  ])('%s', (_name, many) => {
    const others: Graph = {
      ...graph,
      reports: [
        { ...(graph.reports[0] as Graph['reports'][number]), id: 'Report:dddddddddddddddd', year: 1999 },
      ],
      nodes: Array.from({ length: many }, (_, i) =>
        node(`Project:多/${i}`, `工程${i}`, {}, [], ['Report:dddddddddddddddd']),
      ),
      edges: [],
    };
    beforeEach(async () => {
      if (many > 0) await store.load(others);
    });
    const none = { created: 0, updated: 0, removed: 0 };

    test('a report read again with other settings leaves nothing of what it gave before', async () => {
      const less: Graph = {
        ...graphOfA,
        nodes: graphOfA.nodes.filter(({ label }) => label !== 'Project'),
        edges: graphOfA.edges.filter(({ to }) => !to.startsWith('Project:')),
      };
      await store.load(less);
      const expected = await everything();
      await store.load(graphOfA);
      const plan = await store.load(less, { dryRun: true });
      const { nodes, relationships, superseded } = await store.load(less);
      expect([nodes.removed, relationships.removed]).toEqual([
        1,
        graphOfA.edges.length - less.edges.length + 1,
      ]);
      expect([plan.nodes, plan.relationships]).toEqual([nodes, relationships]);
      expect(superseded).toBeUndefined();
      expect(await everything()).toEqual(expected);
      expect(await store.load(less)).toMatchObject({ nodes: none, relationships: none });
    });

    test('what was ended while it removed goes at the next load', async () => {
      const less: Graph = {
        ...graphOfA,
        nodes: graphOfA.nodes.filter(({ label }) => label !== 'Project'),
        edges: [],
      };
      await store.load(less);
      const expected = await everything();
      await store.load(graphOfA);
      await run('MATCH (:Zhentu)-[e]->(:Zhentu) WHERE type(e) <> "提及" DELETE e');
      expect((await store.load(less)).nodes.removed).toBe(1);
      expect(await everything()).toEqual(expected);
    });

    test('facts of two folders are the same whichever is loaded last', async () => {
      const [fact] = graph.edges.filter(({ amount }) => amount) as [GraphEdge];
      const project = graph.nodes.find(({ id }) => id === fact.to) as Graph['nodes'][number];
      const said = { report: REPORT_B, start: 0, end: 3, text: '已开工', rule: 'test.开工' };
      const ofB: Graph = {
        ...graph,
        reports: graph.reports.filter(({ id }) => id === REPORT_B),
        nodes: [
          node(QINGHE, '青禾镇', {}, [], [REPORT_B]),
          node(SONGXI, '松溪镇', {}, [], [REPORT_B]),
          { ...project, mentions: [{ report: REPORT_B, start: 0, end: 3, rule: 'test.name' }] },
        ],
        edges: [{ ...fact, amount: '2亿元', evidence: [{ ...said, amount: '2亿元' }] }],
      };
      const facts = () => run('MATCH ()-[e:开工]->() RETURN properties(e)');
      await store.load(graphOfA);
      await store.load(ofB);
      const expected = await facts();
      expect(expected).toMatchObject([[{ amount: '2亿元', yuan: 200_000_000 }]]);
      await clear();
      if (many > 0) await store.load(others);
      await store.load(ofB);
      await store.load(graphOfA);
      expect(await facts()).toEqual(expected);
      expect(await store.load(ofB)).toMatchObject({ nodes: none, relationships: none });
    });

    test('what somebody changed by hand is put right, and counted', async () => {
      await store.load(graphOfA);
      const expected = await everything();
      await run('MATCH ()-[:开工]->(n:Zhentu:Project) REMOVE n:Project');
      await run('MATCH (n:Zhentu:Company) SET n.aliases = [1, 2]');
      await run('MATCH ()-[e:开工]->() SET e.amount = "9亿元"');
      await run('MATCH (:Village)-[e:获评]->() DELETE e');
      const { nodes, relationships } = await store.load(graphOfA);
      expect([nodes.updated, relationships.updated, relationships.created]).toEqual([2, 1, 1]);
      expect(await everything()).toEqual(expected);
    });
  });

  test('one sentence of a megabyte is loaded as it is, once', async () => {
    const text = '甲"乙\n'.repeat(250_000);
    const long: Graph = {
      ...graphOfA,
      edges: [...graphOfA.edges, edge('合作', QINGHE, `Region:${QINGHE.slice(5, -4)}`, {}, text)],
    };
    await store.load(long);
    const [[stored]] = (await run('MATCH ()-[e:合作]->() RETURN e.evidence[0]')) as [[string]];
    expect(JSON.parse(stored).text).toBe(text);
    expect((await store.load(long)).relationships.updated).toBe(0);
  });

  /** The samples with a few types only: each is a transaction, and ten loads of all would take minutes. */
  const fewTypes = (): Graph => {
    const whole = buildGraph(sampleFiles(), openKnowledge());
    const edges = whole.edges.filter(({ type }) => ['位于', '获评', '实施', '开工'].includes(type));
    const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
    return { ...whole, edges, nodes: whole.nodes.filter(({ id }) => ends.has(id)) };
  };

  test('killed at ten moments, and run again, it equals a load that nothing disturbed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'zhentu-killed-'));
    const samples = fewTypes();
    const loadSamples = (options?: LoadOptions): Promise<LoadReport> => store.load(samples, options);
    try {
      await writeFile(join(dir, 'graph.json'), JSON.stringify(samples));
      await loadSamples();
      const expected = await everything();
      const whole = await size();
      let partial = 0;
      for (let i = 0; i < 10; i++) {
        await clear();
        // The moment is a state of the database, not a time: on a slow machine too it falls into the load.
        const moment = 1 + Math.floor(Math.random() * whole * 0.9);
        const args = [packageFile('dist/cli.js'), 'load', dir, '--neo4j', held.uri];
        const child = spawn('node', args, {
          env: { ...process.env, NEO4J_PASSWORD: held.password },
          stdio: 'ignore',
        });
        const exit = once(child, 'exit');
        while (child.exitCode === null && (await size()) < moment) await sleep(20);
        child.kill('SIGKILL');
        await exit;
        if ((await size()) < whole) partial += 1;
        await loadSamples();
        expect(await everything(), `killed at ${moment} of ${whole}`).toEqual(expected);
      }
      expect(partial).toBeGreaterThan(0);
      const { nodes, relationships } = await loadSamples();
      expect([nodes.created, nodes.updated, relationships.created, relationships.updated]).toEqual([
        0, 0, 0, 0,
      ]);
      expect(await everything()).toEqual(expected);
    } finally {
      await rm(dir, { recursive: true });
    }
  }, 300_000);

  describe('the schema', () => {
    const schema = async (): Promise<unknown> => [
      await run('SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state RETURN * ORDER BY name'),
      await run('SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name'),
    ];
    const dropAll = async (): Promise<void> => {
      for (const [name] of await run('SHOW CONSTRAINTS YIELD name RETURN name')) {
        await run(`DROP CONSTRAINT \`${name}\``);
      }
      for (const [name] of await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
        await run(`DROP INDEX \`${name}\``);
      }
    };
    afterAll(async () => {
      await dropAll();
    });

    test('is made before any data, and a second load changes nothing in it', async () => {
      await dropAll();
      await store.load(graph);
      const first = await schema();
      await store.load(graph);
      expect(await schema()).toEqual(first);
      const [[analyser]] = (await run(
        "SHOW INDEXES YIELD name, options WHERE name = 'zhentu_names' RETURN options.indexConfig.`fulltext.analyzer`",
      )) as [[string]];
      expect(analyser).toBe('cjk');
      const ranges = await run("SHOW INDEXES YIELD name, type WHERE type = 'RANGE' RETURN name");
      expect(ranges.flat()).toEqual(expect.arrayContaining(['zhentu_town_name', 'zhentu_indicator_year']));
    });

    test('the same constraint under another name serves', async () => {
      await dropAll();
      await run('CREATE CONSTRAINT theirs FOR (n:Zhentu) REQUIRE n.id IS UNIQUE');
      expect((await store.load(graph)).nodes.created).toBeGreaterThan(0);
      expect((await run('SHOW CONSTRAINTS YIELD name RETURN name')).flat()).toEqual(['theirs']);
    });

    test('an index of others may serve as ours, or have failed', async () => {
      await dropAll();
      await run('CREATE INDEX theirs FOR (n:Town) ON (n.name)');
      await run('CREATE (:Big {text: $text})', { text: 'x'.repeat(40_000) });
      await run('CREATE INDEX failed FOR (n:Big) ON (n.text)');
      await run('CALL db.awaitIndexes(30)').catch(() => undefined);
      expect(await run("SHOW INDEXES YIELD name, state WHERE name = 'failed' RETURN state")).toEqual([
        ['FAILED'],
      ]);
      expect((await store.load(graph)).nodes.created).toBeGreaterThan(0);
    });

    test.each([
      ['our name for something else', 'CREATE CONSTRAINT zhentu_id FOR (n:Other) REQUIRE n.x IS UNIQUE'],
      ['an index in its place', 'CREATE INDEX theirs FOR (n:Zhentu) ON (n.id)'],
      ['two nodes of one id', 'CREATE (:Zhentu {id: 1}), (:Zhentu {id: 1})'],
    ])('%s is said in one line, and nothing is loaded', async (_name, cypher) => {
      await dropAll();
      await run(cypher);
      const before = await size();
      const error = await store.load(graph).catch((reason: unknown) => reason);
      expect(String(error)).toMatch(/^StoreError: 无法建立唯一性约束 Zhentu\(id\)：.*SHOW CONSTRAINTS/);
      expect(String(error)).not.toMatch(/\n/);
      expect(await size()).toBe(before);
    });
  });
});
