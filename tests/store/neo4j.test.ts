import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreError } from '../../src/errors.js';
import { openStore } from '../../src/store/open.js';
import type { Neo4jTarget, Store } from '../../src/store/store.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { storeContract } from './contract.js';
import { graph, hostileGraph, QINGHE } from './fixture.js';

describe.runIf(withNeo4j)('Neo4j', () => {
  let held: HeldServer;
  let target: Neo4jTarget;
  let driver: Driver;
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
  });

  storeContract(empty);

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

  test('a second load commits nothing', async () => {
    const store = await empty();
    await store.load(graph);
    const committed = () => run('SHOW DATABASE neo4j YIELD lastCommittedTxn');
    const before = await committed();
    await store.load(graph);
    expect(await committed()).toEqual(before);
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
