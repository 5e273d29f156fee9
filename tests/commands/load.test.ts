import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGraph, runLoad } from '../../src/commands/load.js';
import { query } from '../../src/commands/query.js';
import { ZhentuError } from '../../src/errors.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { graph } from '../store/fixture.js';

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
