/** The real reports through a real Neo4j: loaded by the program, asked by the program, equal to the embedded answers. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../../src/commands/query.js';
import { packageFile } from '../../src/paths.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j } from '../neo4j/use.js';

const run = promisify(execFile);
const CLI = packageFile('dist/cli.js');
/** They look for mistakes of ours. */
const MUST_BE_EMPTY = ['entities-without-evidence', 'facts-without-evidence'];
const QUESTIONS = readdirSync(packageFile('cypher/questions')).map((f) => f.replace('.cypher', ''));

const data = process.env.ZHENTU_DATA;
const out = mkdtempSync(path.join(tmpdir(), 'zhentu-neo4j-'));
let server: HeldServer;

const zhentu = async (...args: string[]): Promise<string> => {
  const env = { ...process.env, NEO4J_PASSWORD: server.password };
  return (await run('node', [CLI, ...args], { env, maxBuffer: 1 << 28 })).stdout;
};

beforeAll(async () => {
  if (!data) throw new Error('ZHENTU_DATA is not set: name the folder that holds reports/, gold/ and wild/');
  server = await useNeo4j();
  await zhentu('build', path.join(data, 'reports'), '-o', out, '--quiet');
}, NEO4J_TIMEOUT);

afterAll(() => {
  server?.release();
  rmSync(out, { recursive: true, force: true });
});

test('loads once, and the second load changes nothing', async () => {
  const first = await zhentu('load', out, '--neo4j', server.uri, '--lang', 'en');
  expect(first).toMatch(/nodes: [1-9]\d* created, 0 updated, 0 unchanged, 0 removed/);
  const second = await zhentu('load', out, '--neo4j', server.uri, '--lang', 'en');
  expect(second).toMatch(/nodes: 0 created, 0 updated, [1-9]\d* unchanged, 0 removed/);
  expect(second).toMatch(/relationships: 0 created, 0 updated, [1-9]\d* unchanged, 0 removed/);
});

test.each(QUESTIONS)('%s gives the same rows on both engines', async (question) => {
  // In this process: a new one for each would take longer than all the questions.
  process.env.NEO4J_PASSWORD = server.password;
  const answer = await query(question, { neo4j: server.uri });
  const { rows } = answer;
  if (MUST_BE_EMPTY.includes(question)) expect(rows).toEqual([]);
  else expect(rows.length).toBeGreaterThan(0);
  expect(answer).toEqual(await query(question, { on: out }));
});

test('shared-programs names programmes of at least two of the towns', async () => {
  const rows = JSON.parse(
    await zhentu('query', 'shared-programs', '--format', 'json', '--neo4j', server.uri),
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row.乡镇.length, row.政策行动).toBeGreaterThanOrEqual(2);
});
