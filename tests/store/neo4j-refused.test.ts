/** `zhentu load` on servers that refuse it: one line on stderr, which says what to change, and exit status 2. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/paths.js';
import { newHome, type RunningServer, type Started, startServer } from '../neo4j/server.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { graph } from './fixture.js';

describe.runIf(withNeo4j)('a load that is refused', () => {
  let dir = '';
  let held: HeldServer;
  let readOnly: Started;

  const load = ({ uri, password }: RunningServer, ...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        [packageFile('dist/cli.js'), 'load', dir, '--neo4j', uri, ...args],
        { env: { ...process.env, NEO4J_PASSWORD: password, LANG: 'zh_CN.UTF-8' } },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  const count = async ({ uri, user, password }: RunningServer): Promise<unknown> => {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS n');
    await driver.close();
    return records[0]?.get('n');
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhentu-refused-'));
    await writeFile(join(dir, 'graph.json'), JSON.stringify(graph));
    held = await useNeo4j();
    // Its database is made at the first start, which writes.
    const home = await newHome();
    await (await startServer(home)).stop(true);
    readOnly = await startServer(home, ['server.databases.read_only=neo4j']);
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await readOnly?.stop();
    held?.release();
    if (dir) await rm(dir, { recursive: true });
  });

  test.each<[string, () => [RunningServer, ...string[]], RegExp]>([
    [
      'wrong password',
      () => [{ ...held, password: 'not-this-one' }],
      /用户 neo4j 登录失败.*请检查 --user 与 NEO4J_PASSWORD 或 --password-file$/,
    ],
    ['unknown user', () => [held, '--user', 'nobody'], /用户 nobody 登录失败.*--user/],
    ['missing database', () => [held, '--database', 'nowhere'], /没有数据库“nowhere”；请检查 --database/],
    [
      'no permission to write',
      () => [readOnly.server],
      /用户 neo4j 不能写入数据库“neo4j”（.*请换有写权限的用户或数据库（--user、--database）$/,
    ],
  ])(
    '%s',
    async (_name, given, message) => {
      const [server, ...args] = given();
      const { code, stdout, stderr } = await load(server, ...args);
      expect(stderr.trimEnd()).toMatch(message);
      expect(stderr.trimEnd()).not.toMatch(/\n|not-this-one/);
      expect([code, stdout]).toEqual([2, '']);
      expect(await count(readOnly.server)).toBe(0);
      expect(await count(held)).toBe(0);
    },
    60_000,
  );
});
