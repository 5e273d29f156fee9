import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionParams } from '../../src/commands/query.js';
import { StoreError } from '../../src/errors.js';
import { openStore } from '../../src/store/open.js';
import { loadQuestions, type Question } from '../../src/store/questions.js';
import type { Neo4jTarget, Store } from '../../src/store/store.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { dump, storeContract } from './contract.js';
import { edge, graph, graphOfA, hostileGraph, node, ONLY_IN_B, QINGHE, REPORT_B, SONGXI } from './fixture.js';
import { questionContract } from './questions.js';

const questions = await loadQuestions();
const pathBetween = questions.find(({ id }) => id === 'path-between') as Question;

describe.runIf(withNeo4j)('Neo4j', () => {
  let held: HeldServer;
  let target: Neo4jTarget;
  let driver: Driver;
  let dir = '';
  const stores: Store[] = [];

  const run = async (cypher: string, params = {}): Promise<unknown[][]> => {
    const { records } = await driver.executeQuery(cypher, params);
    return records.map((record) => record.keys.map((key) => record.get(key)));
  };

  const open = async (changes: Partial<Neo4jTarget> = {}): Promise<Store> => {
    const store = await openStore({ ...target, ...changes });
    stores.push(store);
    return store;
  };

  const empty = async (): Promise<Store> => {
    await run('MATCH (n) DETACH DELETE n');
    return open();
  };

  beforeAll(async () => {
    held = await useNeo4j();
    const { uri, user, password } = held;
    target = { kind: 'neo4j', uri, user, password };
    driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password), {
      disableLosslessIntegers: true,
    });
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(async () => {
    await driver?.close();
    held?.release();
    if (dir) await rm(dir, { recursive: true });
  });

  storeContract(empty);
  questionContract('neo4j', empty, async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhentu-both-'));
    const store = await openStore({ kind: 'embedded', dir });
    stores.push(store);
    return store;
  });

  test('nodes that others made survive, with the same label, id and name', async () => {
    const store = await empty();
    await run('CREATE (:Town {id: $id, name: $name, mine: 1})-[:位于 {id: "x"}]->(:Town {name: "别处"})', {
      id: QINGHE,
      name: '青禾镇',
    });
    await store.load(graph);
    await store.load(hostileGraph);
    expect(await run('MATCH (t:Town) WHERE t.mine = 1 RETURN labels(t), t.code, count { (t)--() }')).toEqual([
      [['Town'], null, 1],
    ]);
    expect(await run('MATCH (t:Zhentu:Town {id: $id}) RETURN t.mine', { id: QINGHE })).toEqual([[null]]);
  });

  test('no question shows what others made beside the graph, or breaks on it', async () => {
    const store = await empty();
    await store.load(graph);
    const answers = async (): Promise<Record<string, unknown>> => {
      const all: Record<string, unknown> = {};
      const ask = async (question: Question, given: ReadonlyMap<string, string>): Promise<void> => {
        const params = questionParams(question, given);
        all[JSON.stringify([question.id, params])] = await store
          .query(question.cypher.neo4j, params)
          .catch(String);
      };
      for (const question of questions) {
        await ask(question, new Map());
        // And with a name wherever one may be given.
        const names = question.parameters.filter((item) => item.default === '');
        if (names.length > 0) await ask(question, new Map(names.map((item) => [item.name, '东坝村'])));
      }
      await ask(
        pathBetween,
        new Map([
          ['from', '东坝村'],
          ['to', '柳河村'],
        ]),
      );
      return all;
    };
    const before = await answers();
    await run(
      `MATCH (v:Zhentu {name: '东坝村'})
       CREATE (a:Person {id: 7, name: '外人', aliases: 7})-[:批注 {id: 7, evidence: 7}]->(b:Note {id: date('2024-01-01')}),
         (a)-[:认识 {evidence: ['书']}]->(:Person {id: 'p8', name: '外人', aliases: ['外人']}),
         (a)-[:合作 {evidence: ['书']}]->(:Company {id: 9, name: '外企'}),
         (a)-[:合作 {id: 7}]->(:Company {name: '外企'}),
         (a)-[:获评]->(:Honour {id: 10, name: '外奖'}), (a)-[:实施]->(:Program {id: 11, name: '未来乡村'}),
         (a)-[:开工 {status: 'planned'}]->(:Project {id: 12, name: '外项'}),
         (:Report {id: 13, title: '账目'})-[:提及]->(a),
         (b)-[:批注 {evidence: ['书']}]->(v), (v)-[:位于 {id: 14}]->(:Area {id: 15, name: '外地'})`,
    );
    expect(await answers()).toEqual(before);
    // Between ours, and of our types, they are theirs all the same.
    await run(
      `MATCH (v:Zhentu {name: '东坝村'}), (w:Zhentu {name: '柳河村'})
       CREATE (v)-[:合作 {evidence: 7}]->(w), (v)-[:举办 {id: 7, evidence: 7}]->(w)`,
    );
    const between = questionParams(
      pathBetween,
      new Map([
        ['from', '东坝村'],
        ['to', '柳河村'],
      ]),
    );
    expect(
      (await store.query(pathBetween.cypher.neo4j, between)).rows.map(([, , steps]) => steps),
    ).not.toContain(1);
  });

  test('what users add to a loaded node or edge stays', async () => {
    const store = await empty();
    await store.load(graph);
    await run('MATCH (t:Zhentu {id: $id}) SET t.note = "好", t:Starred', { id: QINGHE });
    const report = await store.load(graph);
    expect([report.nodes.updated, report.nodes.created]).toEqual([0, 0]);
    expect(await run('MATCH (t:Starred) RETURN t.note, t.name')).toEqual([['好', '青禾镇']]);
  });

  test('whole numbers are stored as integers, and names are found by their characters', async () => {
    const store = await empty();
    await store.load(graph);
    const types = await run(
      'MATCH (r:Report)-[e:提及]->() RETURN DISTINCT valueType(r.year), valueType(e.count)',
    );
    expect(types).toEqual([['INTEGER NOT NULL', 'INTEGER NOT NULL']]);
    await run('CALL db.awaitIndexes(30)');
    const found = await run(
      `CALL db.index.fulltext.queryNodes('zhentu_names', '"禾五"') YIELD node RETURN node.name`,
    );
    expect(found).toEqual([['青禾五金']]);
  });

  test.each([
    ['LOAD CSV FROM "file:///x.csv" AS line RETURN line', /不能读写文件/],
    [
      'MATCH (t:Town) LOAD /* x */ CSV WITH HEADERS FROM "http://127.0.0.1:9/x" AS l RETURN l',
      /不能读写文件/,
    ],
    ['LO\\u0041D CSV FROM "file:///x.csv" AS line RETURN line', /不能读写文件/],
    ['TERMINATE TRANSACTIONS "neo4j-transaction-1"', /只读/],
    ['show transactions YIELD transactionId AS id TERMINATE TRANSACTION id', /只读/],
    ['CALL dbms.killConnections([])', /dbms\.killConnections/],
    ['CALL db.clearQueryCaches()', /db\.clearQueryCaches/],
    ['MATCH (t:Town) CALL `tx` . setMetaData({a: 1}) RETURN t', /tx\.setMetaData/],
    ['CALL db.createLabel("x")', /db\.createLabel/],
    ['CALL apoc.load.json("http://127.0.0.1:9/x") YIELD value RETURN value', /apoc\.load\.json/],
    ['CREATE USER x SET PASSWORD "only-for-tests"', /只读/],
    ['CREATE INDEX FOR (t:Town) ON (t.code)', /只读/],
    ['UNWIND [1] AS x CALL (x) { CREATE (:Town) } RETURN x', /只读/],
  ])('what reaches beyond the graph is refused: %s', async (cypher, message) => {
    const store = await open();
    const error = await store.query(cypher).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('\n');
  });

  test('and what only sounds so is not', async () => {
    const store = await open();
    const text =
      'WITH "LOAD CSV" AS s, 1 AS call, 2 AS `TERMINATE TRANSACTIONS` // LOAD CSV\nRETURN call AS c, s';
    expect((await store.query(text)).rows).toEqual([[1, 'LOAD CSV']]);
    expect((await store.query('CALL (*) { RETURN 1 AS x } RETURN x')).rows).toEqual([[1]]);
    expect((await store.query('CALL db.labels() YIELD label RETURN count(label) > 0 AS some')).rows).toEqual([
      [true],
    ]);
    expect((await store.query('SHOW INDEXES YIELD name RETURN count(name) >= 0 AS some')).rows).toEqual([
      [true],
    ]);
  });

  test('a second load commits nothing', async () => {
    const store = await empty();
    await store.load(graph);
    const committed = () => run('SHOW DATABASE neo4j YIELD lastCommittedTxn');
    const before = await committed();
    await store.load(graph);
    expect(await committed()).toEqual(before);
  });

  describe('prune', () => {
    const removedBy = async (load: ReturnType<Store['load']>) => {
      const { nodes, relationships, kept } = await load;
      return { nodes: nodes.removed, relationships: relationships.removed, kept };
    };
    const ids = async (): Promise<unknown[]> => (await run('MATCH (n) RETURN n.id ORDER BY n.id')).flat();

    test('removes exactly what only the other report supported, then nothing', async () => {
      const store = await empty();
      await store.load(graphOfA);
      const expected = await dump(store);
      await store.load(graph);
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual({ ...ONLY_IN_B, kept: 0 });
      expect(await dump(store)).toEqual(expected);
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual({
        nodes: 0,
        relationships: 0,
        kept: 0,
      });
      expect(await dump(store)).toEqual(expected);
    });

    test('what a removed report said of a node that stays goes with it, at once', async () => {
      const store = await empty();
      await store.load(graphOfA);
      const expected = await dump(store);
      await run('MATCH (n) DETACH DELETE n');
      const said = { name: '青禾', aliases: ['青禾街道', '青禾新镇'] };
      await store.load({
        ...graph,
        nodes: graph.nodes.map((n) => (n.id === QINGHE ? { ...n, ...said } : n)),
      });
      const { nodes } = await store.load(graphOfA, { prune: true });
      expect(nodes.updated).toBe(1);
      expect(await dump(store)).toEqual(expected);
      expect((await store.load(graphOfA, { prune: true })).nodes.updated).toBe(0);
    });

    test('without it nothing is removed, and a dry run only counts', async () => {
      const store = await empty();
      await store.load(graph);
      const before = await dump(store);
      expect((await store.load(graphOfA)).nodes.removed).toBe(0);
      expect(await removedBy(store.load(graphOfA, { prune: true, dryRun: true }))).toEqual({
        ...ONLY_IN_B,
        kept: 0,
      });
      expect(await dump(store)).toEqual(before);
    });

    test('in one run what is new comes and what is old goes, hostile names too, in more than a batch', async () => {
      const store = await empty();
      const many = Array.from({ length: 2100 }, (_, i) => node(`Project:多/${i}`, `工程${i}`));
      const edges = many.map(({ id }) => edge('开工', QINGHE, id, { status: 'done' }));
      await store.load({
        ...hostileGraph,
        nodes: [...hostileGraph.nodes, ...many],
        edges: [...hostileGraph.edges, ...edges],
      });
      const hostile = hostileGraph.edges.length;
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual({
        nodes: hostile + 2100,
        // Each was started by the town and named by the report.
        relationships: 2 * (hostile + 2100),
        kept: 0,
      });
      expect(await ids()).toEqual([...graphOfA.nodes, ...graphOfA.reports].map(({ id }) => id).sort());
    });

    test.each([
      [
        'to a node of theirs',
        'MATCH (s:Zhentu {id: $id}) CREATE (s)<-[:批注]-(:Note {id: date("2024-01-01")})',
      ],
      [
        'of our type to a node of theirs',
        'MATCH (s:Zhentu {id: $id}) CREATE (s)-[:位于 {id: "位于|"}]->(:Town {id: 1})',
      ],
      [
        'of their type between ours',
        'MATCH (s:Zhentu {id: $id}), (q:Zhentu {id: $other}) CREATE (s)-[:邻接 {id: "邻接|" + s.id + "|" + q.id + "|"}]->(q)',
      ],
      [
        'of our type without an id',
        'MATCH (s:Zhentu {id: $id}), (q:Zhentu {id: $other}) CREATE (s)-[:合作]->(q)',
      ],
      [
        'of our type with an id of theirs',
        'MATCH (s:Zhentu {id: $id}), (q:Zhentu {id: $other}) CREATE (q)-[:合作 {id: "我的"}]->(s)',
      ],
      ['of our type with a number as id', 'MATCH (s:Zhentu {id: $id}) CREATE (s)-[:合作 {id: 7}]->(s)'],
    ])('a node with a relationship %s stays, and the relationship', async (_name, cypher) => {
      const store = await empty();
      await store.load(graph);
      await run(cypher, { id: SONGXI, other: QINGHE });
      const expected = { ...ONLY_IN_B, nodes: ONLY_IN_B.nodes - 1, kept: 1 };
      expect(await removedBy(store.load(graphOfA, { prune: true, dryRun: true }))).toEqual(expected);
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual(expected);
      expect(await run('MATCH (:Zhentu {id: $id})-[e]-() RETURN count(DISTINCT e)', { id: SONGXI })).toEqual([
        [1],
      ]);
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual({
        nodes: 0,
        relationships: 0,
        kept: 1,
      });
    });

    test('what others made beside it stays', async () => {
      const store = await empty();
      await store.load(graph);
      await run(
        'MATCH (q:Zhentu {id: $town}), (w:Zhentu {name: "东坝村"}) CREATE (q)-[:合作 {id: "我的"}]->(w), (:Report {id: $id})-[:提及 {id: "提及|x|y||"}]->(:Town {id: $other}), (:Zhentu {mine: 1}), (:Zhentu {id: 7})',
        { town: QINGHE, id: REPORT_B, other: SONGXI },
      );
      expect(await removedBy(store.load(graphOfA, { prune: true }))).toEqual({ ...ONLY_IN_B, kept: 0 });
      expect(
        await run(
          'MATCH (n) WHERE NOT n:Zhentu OR n.mine = 1 OR n.id = 7 RETURN labels(n), n.id, count { (n)--() } ORDER BY labels(n)[0], n.id',
        ),
      ).toEqual([
        [['Report'], REPORT_B, 1],
        [['Town'], SONGXI, 1],
        [['Zhentu'], 7, 0],
        [['Zhentu'], null, 0],
      ]);
      expect(await run('MATCH (:Zhentu)-[e:合作 {id: "我的"}]->(:Zhentu) RETURN count(e)')).toEqual([[1]]);
    });
  });

  test('a connection that breaks within a result is said with its address', async () => {
    const port = Number(new URL(target.uri).port);
    const sockets = new Set<Socket>();
    const proxy = createServer((client) => {
      const server = connect(port, '127.0.0.1');
      for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
      client.pipe(server).pipe(client);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const uri = `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const store = await open({ uri });
    const breaking = store.stream('UNWIND range(1, 100000) AS x RETURN x', {}, {}, async () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    });
    const error = await breaking.catch((reason: unknown) => reason);
    proxy.close();
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toContain(`${uri}：返回结果时连接中断`);
  });

  describe('what cannot be opened is said in one line', () => {
    test.each<[string, Partial<Neo4jTarget>, RegExp]>([
      ['nothing listens', { uri: 'bolt://127.0.0.1:9' }, /连不上/],
      ['no such host', { uri: 'neo4j://no-such-host.invalid:7687' }, /连不上/],
      ['not an address', { uri: 'http://127.0.0.1' }, /不是 Neo4j 地址/],
      ['no address at all', { uri: '127.0.0.1' }, /不是 Neo4j 地址/],
      ['wrong password', { password: 'not-this-one' }, /登录失败.*NEO4J_PASSWORD/],
      ['unknown database', { database: 'nowhere' }, /没有数据库“nowhere”/],
    ])('%s', async (_name, changes, message) => {
      const error = await open(changes).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(message);
      expect(String(error)).not.toMatch(/\n|not-this-one/);
    });
  });
});
