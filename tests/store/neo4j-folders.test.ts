/** Folders of one database, loaded in any order: the facts they share say the same in the end. */
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph, GraphReport } from '../../src/model.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { COUNTY, edge, graph, node, QINGHE } from './fixture.js';

const PROJECT = `Project:${COUNTY}/冷链物流中心`;
const [given] = graph.reports as [GraphReport, ...GraphReport[]];

/** What the report of a year states of the one fact. */
const folder = (year: number, stated: { amount?: string; role?: string }): Graph => {
  const report = { ...given, id: `Report:${year}`, year, path: `${year}.txt`, title: `${year}年工作报告` };
  const said = { report: report.id, start: 0, end: 4, text: '项目开工', rule: 'test.开工', ...stated };
  return {
    ...graph,
    reports: [report],
    nodes: [node(QINGHE, '青禾镇', {}, [], [report.id]), node(PROJECT, '冷链物流中心', {}, [], [report.id])],
    edges: [edge('开工', QINGHE, PROJECT, { status: 'done', year: 2020, ...stated, evidence: [said] })],
  };
};

const FOLDERS = [
  folder(2021, { amount: '1亿元', role: '业主' }),
  folder(2022, { amount: '2亿元' }),
  // The newest is silent.
  folder(2023, {}),
] as const;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

describe.runIf(withNeo4j)('folders of one database', () => {
  let held: HeldServer;
  let driver: Driver;
  let store: Store;

  const run = async (cypher: string): Promise<unknown[]> =>
    (await driver.executeQuery(cypher)).records.map((record) => record.toObject());
  const fact = async (): Promise<unknown> => {
    const rows = await run('MATCH ()-[e:开工]->() RETURN properties(e) AS fact');
    expect(rows).toHaveLength(1);
    return (rows[0] as { fact: unknown }).fact;
  };
  const loadAll = async (graphs: readonly Graph[]): Promise<void> => {
    await run('MATCH (n) DETACH DELETE n');
    for (const of of graphs) await store.load(of);
  };

  beforeAll(async () => {
    held = await useNeo4j();
    const { uri, user, password } = held;
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    store = await openStore({ kind: 'neo4j', uri, user, password });
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await store?.close();
    await driver?.close();
    held?.release();
  });

  test.each(ORDERS)('loaded as %i, %i, %i: the newest amount that is stated', async (...order) => {
    await loadAll(order.map((i) => FOLDERS[i]));
    expect(await fact()).toEqual({
      id: `开工|${QINGHE}|${PROJECT}|done|2020`,
      status: 'done',
      year: 2020,
      amount: '2亿元',
      yuan: 200_000_000,
      role: '业主',
      evidence: FOLDERS.flatMap(({ edges }) => edges[0]?.evidence.map((piece) => JSON.stringify(piece))),
    });
    const none = { created: 0, updated: 0, removed: 0 };
    for (const of of FOLDERS) expect((await store.load(of)).relationships).toMatchObject(none);
  });

  test('when the report that states it is corrected, the next newest counts', async () => {
    await loadAll(FOLDERS);
    const [, of] = FOLDERS;
    const silent = folder(2022, {});
    const id = 'Report:2022b';
    const corrected: Graph = {
      ...silent,
      reports: silent.reports.map((report) => ({ ...report, id })),
      nodes: [node(QINGHE, '青禾镇', {}, [], [id]), node(PROJECT, '冷链物流中心', {}, [], [id])],
    };
    // Once with the fact, and once without: then it is not among what is loaded.
    const said = silent.edges.map((e) => ({
      ...e,
      evidence: e.evidence.map((piece) => ({ ...piece, report: id })),
    }));
    for (const edges of [said, []]) {
      await loadAll(FOLDERS);
      expect(await fact()).toMatchObject({ amount: of.edges[0]?.amount });
      await store.load({ ...corrected, edges });
      expect(await fact()).toMatchObject({ amount: '1亿元', yuan: 100_000_000, role: '业主' });
    }
  });
});
