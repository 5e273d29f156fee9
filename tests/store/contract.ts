/**
 * What both stores must do, run once on each (embedded.test.ts, neo4j.test.ts); the questions are in questions.ts.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { StoreError } from '../../src/errors.js';
import type { Graph } from '../../src/model.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../../src/schema.js';
import type { Counts, Store } from '../../src/store/store.js';
import { COUNTY, edge, graph, HOSTILE_NAMES, hostileGraph, node, QINGHE } from './fixture.js';

const NONE: Counts = { created: 0, updated: 0, unchanged: 0, removed: 0 };
const NODES = graph.nodes.length + graph.reports.length;

/** `提及` edges: one for each report that names a node. */
const mentionEdges = ({ nodes }: Graph): number =>
  nodes.reduce((sum, { mentions }) => sum + new Set(mentions.map((mention) => mention.report)).size, 0);
const EDGES = graph.edges.length + mentionEdges(graph);

/** Everything that is in the store, in one order. */
export async function dump(store: Store): Promise<unknown> {
  const nodes = await Promise.all(
    NODE_LABELS.map(async (label) => (await store.query(`MATCH (n:${label}) RETURN n ORDER BY n.id`)).rows),
  );
  const edges = await Promise.all(
    STORE_EDGE_TYPES.map(
      async (type) =>
        (await store.query(`MATCH (a)-[e:${type}]->(b) RETURN a.id, e, b.id ORDER BY e.id`)).rows,
    ),
  );
  return { nodes, edges };
}

/** `empty`: a store with nothing in it; closed by the caller. */
export function storeContract(empty: () => Promise<Store>): void {
  describe('loading', () => {
    test('counts what is new, then nothing', async () => {
      const store = await empty();
      expect(await store.load(graph)).toEqual({
        nodes: { ...NONE, created: NODES },
        relationships: { ...NONE, created: EDGES },
      });
      const first = await dump(store);
      expect(await store.load(graph)).toEqual({
        nodes: { ...NONE, unchanged: NODES },
        relationships: { ...NONE, unchanged: EDGES },
      });
      expect(await dump(store)).toEqual(first);
    });

    test('counts what changed, and takes away a value that is no longer stated', async () => {
      const store = await empty();
      await store.load(graph);
      const [changed, ...others] = graph.edges.filter((item) => item.type === '开工' || item.amount);
      expect(others).toEqual([]);
      const next: Graph = {
        ...graph,
        nodes: graph.nodes.map((item) =>
          item.id === QINGHE ? { ...item, aliases: ['青禾', '青禾街'] } : item,
        ),
        edges: graph.edges.map((item) => (item === changed ? { ...item, amount: undefined } : item)),
      };
      expect(await store.load(next)).toEqual({
        nodes: { ...NONE, updated: 1, unchanged: NODES - 1 },
        relationships: { ...NONE, updated: 1, unchanged: EDGES - 1 },
      });
      const { rows } = await store.query(
        'MATCH (t:Town)-[e:开工]->() WHERE t.id = $id RETURN t.aliases, e.amount',
        { id: QINGHE },
      );
      expect(rows).toEqual([[['青禾', '青禾街'], null]]);
    });

    test('a dry run counts and writes nothing', async () => {
      const store = await empty();
      const report = await store.load(graph, { dryRun: true });
      expect(report.nodes).toEqual({ ...NONE, created: NODES });
      expect(await store.load(graph)).toEqual(report);
    });

    test('keeps types: whole numbers, fractions, truth values, lists, nothing', async () => {
      const store = await empty();
      await store.load(graph);
      const { columns, rows } = await store.query(
        'MATCH (i:Indicator) RETURN i.value AS value, i.yoy AS yoy, i.year AS year',
      );
      expect({ columns, rows }).toEqual({ columns: ['value', 'yoy', 'year'], rows: [[2, -3.5, 2023]] });
      const derived = await store.query(
        'MATCH ()-[e:实施]->() RETURN e.derived AS d, count(*) AS n ORDER BY n',
      );
      expect(derived.rows).toEqual([
        [true, 1],
        [null, 5],
      ]);
      const evidence = await store.query('MATCH (:Village)-[e:获评]->() RETURN e.evidence ORDER BY e.id');
      expect(evidence.rows[0]?.[0]).toEqual([
        '{"report":"Report:bbbbbbbbbbbbbbbb","start":3,"end":14,"text":"东坝村获评县级文明村。","rule":"test.获评"}',
      ]);
    });

    test('derives reports and how often they name a node', async () => {
      const store = await empty();
      await store.load(graph);
      const { rows } = await store.query(
        'MATCH (r:Report)-[e:提及]->(t:Town) WHERE t.id = $id RETURN r.name, r.year, r.town, e.count ORDER BY r.id',
        { id: QINGHE },
      );
      expect(rows).toEqual([
        ['青禾镇2023年政府工作报告', 2023, QINGHE, 2],
        ['松溪镇2024年政府工作报告', 2024, `Town:${COUNTY}/松溪镇`, 1],
      ]);
    });

    test('hostile names come back as they are, and change nothing at the second load', async () => {
      const store = await empty();
      await store.load(hostileGraph);
      const { rows } = await store.query(
        'MATCH (t)-[e:开工]->(p:Project) RETURN p.name, p.amount, p.aliases, e.role ORDER BY p.name',
      );
      // A lone surrogate has no UTF-8 form.
      const names = HOSTILE_NAMES.map((name) => name.replace(/\p{Surrogate}/gu, '\ufffd'));
      expect(rows).toHaveLength(names.length);
      for (const name of names) expect(rows).toContainEqual([name, name, [name, 'x'], name]);
      const again = await store.load(hostileGraph);
      expect([again.nodes.updated, again.relationships.updated]).toEqual([0, 0]);
      for (const name of names) {
        const found = await store.query('MATCH (p:Project) WHERE p.name = $name RETURN count(*)', { name });
        expect(found.rows).toEqual([[1]]);
      }
    });

    const bad: readonly [string, Graph, RegExp][] = [
      ['edge outside the ontology', { ...graph, edges: [edge('任职', QINGHE, QINGHE)] }, /任职.*Town.*Town/],
      [
        'node outside the ontology',
        { ...graph, nodes: [...graph.nodes, { ...node('Ship:x', '船'), label: 'Ship' as 'Town' }] },
        /Ship:x.*没有类型 Ship/,
      ],
      ['edge to nowhere', { ...graph, edges: [edge('位于', QINGHE, 'Town:x')] }, /Town:x.*不存在/],
      ['id twice', { ...graph, nodes: [...graph.nodes, node(QINGHE, '青禾镇')] }, /青禾镇.*两次/],
    ];
    test.each(bad)('refuses an %s, naming it', async (_name, wrong, message) => {
      const store = await empty();
      const error = await store.load(wrong).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(message);
    });
  });

  let store: Store;
  const loaded = async (): Promise<void> => {
    store = await empty();
    await store.load(graph);
  };

  describe('querying', () => {
    beforeAll(loaded);

    test('nodes and relationships are plain objects', async () => {
      const { rows } = await store.query(
        'MATCH (v:Village)-[e:位于]->(t:Town) WHERE t.id = $id RETURN v, e.id, type(e)',
        { id: QINGHE },
      );
      const village = `Village:${COUNTY}/青禾镇/东坝村`;
      const plain = { label: 'Village', aliases: [], id: village, kind: '村', name: '东坝村' };
      expect(rows).toEqual([[plain, `位于|${village}|${QINGHE}||`, '位于']]);
      const path = await store.query('MATCH p = (v:Village)-[:获评]->(h) WHERE v.id = $id RETURN p', {
        id: village,
      });
      expect(path.rows).toMatchObject([
        [
          {
            nodes: [plain, { label: 'Honour', name: '文明村' }],
            relationships: [{ type: '获评', year: 2023 }],
          },
        ],
      ]);
    });

    test('a limit cuts and says so', async () => {
      const text = 'MATCH (t:Town) RETURN t.name AS name ORDER BY t.name';
      expect(await store.query(text, {}, { limit: 1 })).toEqual({
        columns: ['name'],
        rows: [['松溪镇']],
        truncated: true,
      });
      expect((await store.query(text, {}, { limit: 3 })).truncated).toBe(false);
      expect((await store.query(`${text} LIMIT $n`, { n: 2 })).rows).toHaveLength(2);
    });

    test.each([
      ['CREATE (t:Town {id: "x"})'],
      ['MATCH (t:Town) SET t.name = "x" RETURN t.name'],
      ['MATCH (t:Town) DETACH DELETE t'],
      ['MERGE (t:Town {id: "x"}) RETURN t.id'],
      ['/* MATCH */ CREATE (t:Town {id: "x"})'],
      ['EXPLAIN MATCH (t:Town) DETACH DELETE t'],
      ['PROFILE MATCH (t:Town) SET t.name = "x"'],
    ])('refuses to write: %s', async (cypher) => {
      const before = await dump(store);
      const error = await store.query(cypher).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(/只读/);
      expect(await dump(store)).toEqual(before);
    });

    test.each([
      ['syntax', 'MATCH (t:Town RETURN t', {}],
      ['missing parameter', 'MATCH (t:Town) WHERE t.name = $name RETURN t', {}],
      ['not Cypher', '各镇共同的政策行动', {}],
    ])('wrong Cypher is one line: %s', async (_name, cypher, params) => {
      const error = await store.query(cypher, params).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(/^StoreError: Cypher 有误：.+$/);
    });

    test('a query that takes too long is stopped, and the next one runs', async () => {
      const endless =
        'UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x % 7 * y % 11) AS s';
      const error = await store
        .query(endless, {}, { timeoutSeconds: 0.5 })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(/超过 0\.5 秒/);
      expect((await store.query('RETURN 1 AS one')).rows).toEqual([[1]]);
    });
  });
}
