/** What the viewer exports as Cypher, run by a real Neo4j: it must be what `zhentu load` would have put there. */
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { cypherText, graphOfPart } from '../../viz/exports/cypher.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { hostileData as data, NAMES } from '../view/viz/exports/hostile.js';

describe.runIf(withNeo4j)('Cypher from the viewer', () => {
  let held: HeldServer;
  let driver: Driver;
  const part = { nodes: data.nodes.map((_, index) => index), edges: data.edges.map((_, index) => index) };

  const everything = async (): Promise<unknown> => {
    const nodes = await driver.executeQuery(
      'MATCH (n) RETURN labels(n) AS labels, properties(n) AS props ORDER BY n.id',
    );
    const edges = await driver.executeQuery(
      'MATCH (a)-[e]->(b) RETURN a.id AS a, type(e) AS type, properties(e) AS props, b.id AS b ORDER BY e.id',
    );
    return [...nodes.records, ...edges.records].map((record) => record.toObject());
  };
  const run = async (): Promise<void> => {
    for (const statement of cypherText(data, part).split(';\n').slice(0, -1))
      await driver.executeQuery(statement);
  };

  beforeAll(async () => {
    held = await useNeo4j();
    driver = neo4j.driver(held.uri, neo4j.auth.basic(held.user, held.password));
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await driver?.close();
    held?.release();
  });

  test('loads the same as zhentu load, hostile text included, and changes nothing the second time', async () => {
    const { uri, user, password } = held;
    const store = await openStore({ kind: 'neo4j', uri, user, password });
    await store.load(graphOfPart(data, part));
    await store.close();
    const loaded = await everything();
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await run();
    expect(await everything()).toEqual(loaded);
    await run();
    expect(await everything()).toEqual(loaded);
    const { records } = await driver.executeQuery('MATCH (n:Product) RETURN n.name AS name');
    const names = new Set(records.map((record) => record.get('name')));
    for (const name of NAMES) expect(names).toContain(name.replace('\uD800', '\uFFFD'));
  });
});
