import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Confirm } from '../../src/commands/confirm.js';
import { readGraph, runLoad, supersededLine } from '../../src/commands/load.js';
import { query } from '../../src/commands/query.js';
import type { Neo4jOptions } from '../../src/commands/store-target.js';
import { UsageError, ZhentuError } from '../../src/errors.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { graph, graphOfA, ONLY_IN_B, SONGXI } from '../store/fixture.js';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhentu-load-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folder(text: string): Promise<string> {
  const dir = await mkdtemp(join(root, 'out-'));
  await writeFile(join(dir, 'graph.json'), text);
  return dir;
}

describe('graph.json', () => {
  test('is read as it was written', async () => {
    expect(await readGraph(await folder(JSON.stringify(graph)))).toEqual(graph);
  });

  test.each([
    ['not JSON', '{"format":', /graph\.json：不是 JSON.*zhentu build/],
    ['null', 'null', /graph\.json：应为 zhentu-graph/],
    ['another format', '{"format":"x","version":1}', /实为 x 1/],
    ['another version', '{"format":"zhentu-graph","version":2}', /实为 zhentu-graph 2/],
    ['without edges', '{"format":"zhentu-graph","version":1,"reports":[],"nodes":[]}', /缺少/],
  ])('%s is refused', async (_name, text, message) => {
    const error = await readGraph(await folder(text)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ZhentuError);
    expect(String(error)).toMatch(message);
  });

  test('a folder without it says what to run', async () => {
    await expect(readGraph(join(root, 'nowhere'))).rejects.toThrow(
      /graph\.json：没有这个文件；请先运行 zhentu build/,
    );
  });
});

test('a title brings no control characters to the terminal', () => {
  const text = supersededLine({ title: '青禾镇\u001b[2J\n\u202e报告', year: 2023 });
  expect(text).toMatch(/^《青禾镇 \[2J 报告》/);
});

test('without an address nothing is tried', async () => {
  await expect(runLoad(root, {})).rejects.toThrow(/--neo4j/);
});

describe.runIf(withNeo4j)('into Neo4j', () => {
  const NODES = graph.nodes.length + graph.reports.length;
  let server: HeldServer;

  beforeAll(async () => {
    server = await useNeo4j();
  }, NEO4J_TIMEOUT);
  afterAll(() => server?.release());

  test('prints the plan, then what was done, then that nothing is left to do', async () => {
    const { uri, user, password } = server;
    const dir = await folder(JSON.stringify(graph));
    const passwordFile = join(dir, 'password');
    await writeFile(passwordFile, `${password}\n`);
    const options = { neo4j: uri, user, passwordFile };
    const fresh = new RegExp(
      `^节点：新增 ${NODES}，更新 0，未变 0，删除 0\n关系：新增 \\d+，更新 0，未变 0，删除 0\n$`,
    );
    const plan = await runLoad(dir, { ...options, dryRun: true });
    expect(plan).toMatch(/^试运行，未写入\n/);
    expect(plan.slice(plan.indexOf('\n') + 1)).toMatch(fresh);
    expect(await runLoad(dir, options)).toMatch(fresh);
    expect(await runLoad(dir, options)).toMatch(
      /^节点：新增 0，更新 0，未变 \d+，删除 0\n关系：新增 0，更新 0，未变 \d+，/,
    );
    expect((await query('shared-programs', options)).rows).toEqual([
      ['垃圾分类', 2, ['松溪镇', '青禾镇'], 2023],
    ]);
  });

  describe('--prune', () => {
    let options: Neo4jOptions = {};
    let old = '';
    let next = '';
    const { nodes, relationships } = ONLY_IN_B;
    const size = new RegExp(`${nodes} 个节点、${relationships} 条关系`);
    const done = new RegExp(
      `^节点：新增 0，更新 1，未变 \\d+，删除 ${nodes}\n关系：新增 0，更新 0，未变 \\d+，删除 ${relationships}\n$`,
    );
    const stored = async () =>
      (await query('MATCH (n) OPTIONAL MATCH (n)-[e]->(m) RETURN n, e, m.id ORDER BY n.id, e.id', options))
        .rows;
    const renamed = graphOfA.nodes.map((n, i) => (i === 0 ? { ...n, name: '临水新县' } : n));

    beforeAll(async () => {
      old = await folder(JSON.stringify(graph));
      next = await folder(JSON.stringify({ ...graphOfA, nodes: renamed }));
      const passwordFile = join(old, 'password');
      await writeFile(passwordFile, server.password);
      options = { neo4j: server.uri, user: server.user, passwordFile };
    });
    beforeEach(async () => {
      await runLoad(old, { ...options, prune: true, yes: true });
    });

    test.each<[string, Confirm | null, RegExp]>([
      ['where nobody can be asked', null, size],
      ['after a no', async () => false, /未确认，未作任何改动/],
    ])('changes nothing %s', async (_name, confirm, message) => {
      const before = await stored();
      const error = await runLoad(next, { ...options, prune: true }, confirm).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(UsageError);
      expect(String(error)).toMatch(message);
      expect(String(error)).toMatch(confirm ? /--prune/ : /--yes/);
      expect(String(error)).not.toMatch(/\n/);
      expect(await stored()).toEqual(before);
    });

    test('asks once, with the numbers, and a yes removes', async () => {
      const questions: string[] = [];
      const confirm: Confirm = async (question) => questions.push(question) > 0;
      expect(await runLoad(next, { ...options, prune: true }, confirm)).toMatch(done);
      expect(questions).toHaveLength(1);
      expect(questions[0]).toMatch(size);
      // Nothing is left to remove, so there is nothing to ask.
      expect(await runLoad(next, { ...options, prune: true }, null)).toMatch(/删除 0\n关系：.*删除 0\n$/);
    });

    test('a dry run prints what would go, --yes does it, neither asks', async () => {
      const before = await stored();
      const plan = await runLoad(next, { ...options, prune: true, dryRun: true }, null);
      expect(await stored()).toEqual(before);
      expect(plan).toMatch(/^试运行，未写入\n/);
      const [, ofNodes, ofRelationships, ...listed] = plan.trimEnd().split('\n');
      expect(`${ofNodes}\n${ofRelationships}\n`).toMatch(done);
      // Each by its id, under a heading for nodes and one for relationships.
      expect(listed).toHaveLength(nodes + relationships + 2);
      expect(listed).toContain(`  ${SONGXI}`);
      expect(await runLoad(next, { ...options, prune: true, yes: true }, null)).toMatch(done);
    });

    test('--yes alone removes nothing', async () => {
      expect(await runLoad(next, { ...options, yes: true }, null)).toMatch(/删除 0\n关系：.*删除 0\n$/);
    });

    test('says in one line how many nodes stay for the sake of others', async () => {
      const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
      const cypher = async (text: string) => {
        await driver.executeQuery(text, { id: SONGXI });
      };
      try {
        await cypher('MATCH (s:Zhentu {id: $id}) CREATE (s)<-[:批注]-(:Note)');
        const text = await runLoad(next, { ...options, prune: true, yes: true }, null);
        expect(text).toMatch(/\n保留 1 个图谱中已没有的节点：.*\n$/);
        expect(text.split('\n')).toHaveLength(4);
      } finally {
        await cypher('MATCH (n:Note) DETACH DELETE n');
        await driver.close();
      }
    });
  });

  test('a wrong password is one line without the password', async () => {
    const { uri } = server;
    const dir = await folder(JSON.stringify(graph));
    const passwordFile = join(dir, 'password');
    await writeFile(passwordFile, 'not-this-one');
    const error = await runLoad(dir, { neo4j: uri, passwordFile }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ZhentuError);
    expect(String(error)).toMatch(/^StoreError: bolt:.*登录失败/);
    expect(String(error)).not.toMatch(/\n|not-this-one/);
  });
});
