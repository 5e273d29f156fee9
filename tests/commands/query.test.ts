import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseParams, query, runQuery } from '../../src/commands/query.js';
import { resultText } from '../../src/commands/result-text.js';
import { UsageError, ZhentuError } from '../../src/errors.js';
import { openStore } from '../../src/store/open.js';
import { graph } from '../store/fixture.js';

let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhentu-query-'));
  const store = await openStore({ kind: 'embedded', dir });
  await store.load(graph);
  await store.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const failure = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('questions by name', () => {
  test('as a table, columns aligned by what a character takes on the screen', async () => {
    expect(await runQuery('shared-programs', { on: dir })).toBe(
      [
        '┌──────────┬──────┬────────────────┬──────────┐',
        '│ 政策行动 │ 镇数 │ 乡镇           │ 最早年份 │',
        '├──────────┼──────┼────────────────┼──────────┤',
        '│ 垃圾分类 │ 2    │ 松溪镇、青禾镇 │ 2023     │',
        '└──────────┴──────┴────────────────┴──────────┘',
        '1 行',
        '',
      ].join('\n'),
    );
  });

  test('as JSON, keys in the order of the columns, nulls kept', async () => {
    const text = await runQuery('honours-of-town', { on: dir, param: ['town=松溪镇'], format: 'json' });
    expect(text).toBe(
      '[\n  {"乡镇": "松溪镇", "获得者": "柳河村", "荣誉": "文明村", "级别": "县级", "状态": "candidate", "年份": null}\n]\n',
    );
  });

  test('a table says the status in words', async () => {
    const text = await runQuery('honours-of-town', { on: dir, param: ['town=松溪镇'] });
    expect(text).toMatch(/入围/);
    expect(text).not.toMatch(/candidate/);
  });

  test('as CSV', async () => {
    const text = await runQuery('companies-with-honours', { on: dir, format: 'csv', limit: 1 });
    expect(text).toBe('企业,荣誉,级别,状态,年份\n青禾五金,国家高新技术企业,国家级,done,2022\n');
  });

  test('a text parameter stays text though it reads as a number', async () => {
    expect((await query('village-profile', { on: dir, param: ['village=2023'] })).rows).toEqual([]);
  });
});

describe('Cypher', () => {
  test('takes parameters of every kind', async () => {
    const text = 'UNWIND $names AS name RETURN name, $n + 1 AS n, $flag AS flag, $text AS text ORDER BY name';
    const param = ['names=["甲","乙"]', 'n=2', 'flag=true', 'text={"a": 1}'];
    expect((await query(text, { on: dir, param })).rows).toEqual([
      ['乙', 3, true, '{"a": 1}'],
      ['甲', 3, true, '{"a": 1}'],
    ]);
  });

  test('a limit is said under the table', async () => {
    const text = await runQuery('MATCH (t:Town) RETURN t.name ORDER BY t.name', { on: dir, limit: 2 });
    expect(text).toMatch(/前 2 行，还有更多/);
  });
});

describe('what is wrong is said in one line', () => {
  test.each<[string, string, object, RegExp]>([
    [
      'unknown question',
      'shared-program',
      {},
      /shared-program”；相近的有：.*shared-programs.*zhentu questions/,
    ],
    ['nothing like a question', 'xyz', {}, /“xyz”；全部问题见 zhentu questions/],
    ['unknown parameter', 'shared-programs', { param: ['towns=3'] }, /towns.*minTowns/],
    ['unknown parameter of Cypher', 'RETURN $a AS a', { param: ['b=3'] }, /-p b.*可用：a/],
    [
      'Cypher without its parameters',
      'RETURN $a AS a, $b AS b, $c AS c',
      { param: ['b=3'] },
      /没有给值；请加 -p a=… -p c=…$/,
    ],
    ['login without Neo4j', 'shared-programs', { user: 'neo4j' }, /只用于 Neo4j；请加 --neo4j/],
    ['database without Neo4j', 'shared-programs', { database: 'x' }, /只用于 Neo4j；请加 --neo4j/],
    ['parameter of another type', 'shared-programs', { param: ['minTowns=两'] }, /minTowns=两.*数字/],
    ['not name=value', 'shared-programs', { param: ['minTowns'] }, /名称=值/],
    ['unknown format', 'shared-programs', { format: 'xml' }, /table, json, csv/],
    ['timeout of nothing', 'shared-programs', { timeout: 0 }, /--timeout 0/],
    ['limit below nothing', 'shared-programs', { limit: -1 }, /--limit -1/],
    ['limit that is no number', 'shared-programs', { limit: Number.NaN }, /--limit NaN/],
    ['two stores', 'shared-programs', { neo4j: 'bolt://127.0.0.1:9' }, /--on 与 --neo4j/],
    [
      'missing folder',
      'shared-programs',
      { on: join(tmpdir(), 'no-such-zhentu') },
      /no-such-zhentu.*zhentu build/,
    ],
    ['wrong Cypher', 'MATCH (t RETURN t', {}, /Cypher 有误/],
    ['writing', 'CREATE (t:Town {id: "x"})', {}, /只读/],
    ['no password', 'shared-programs', { on: undefined, neo4j: 'bolt://127.0.0.1:9' }, /NEO4J_PASSWORD/],
    [
      'no password file',
      'shared-programs',
      { on: undefined, neo4j: 'bolt://127.0.0.1:9', passwordFile: 'no-such-file' },
      /no-such-file/,
    ],
  ])('%s', async (_name, text, options, message) => {
    const { NEO4J_PASSWORD, ...env } = process.env;
    process.env = env;
    const error = await failure(runQuery(text, { on: dir, ...options }));
    if (NEO4J_PASSWORD !== undefined) process.env.NEO4J_PASSWORD = NEO4J_PASSWORD;
    expect(error).toBeInstanceOf(ZhentuError);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('\n');
  });
});

test('-p keeps what follows the first equals sign', () => {
  expect([...parseParams(['a=b=c', 'd='])]).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ]);
  expect(() => parseParams(['=x'])).toThrow(UsageError);
});

describe('values are data in every format', () => {
  const result = (value: unknown) => ({ columns: ['值'], rows: [[value]], truncated: false });

  test.each<[unknown, string]>([
    ['=1+1', `"'=1+1"`],
    ['+86', `"'+86"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' \t=1', `"' \t=1"`],
    [-3.5, '-3.5'],
    ['-3.5', `"'-3.5"`],
    ['他说"好",\n走', '"他说""好"",\n走"'],
    [' 空格 ', '" 空格 "'],
    [['甲', '乙'], '甲、乙'],
    [['=甲', '乙'], `"'=甲、乙"`],
    [null, ''],
    [true, 'true'],
    [{ label: 'Town', name: '青禾镇' }, '"{""label"":""Town"",""name"":""青禾镇""}"'],
  ])('CSV of %j', (value, expected) => {
    expect(resultText(result(value), 'csv')).toBe(`值\n${expected}\n`);
  });

  test('a table shows no control characters', () => {
    const text = resultText(result('红\u001b[31m色\r\n\u202e反'), 'table');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text).toContain('红 [31m色 反');
  });

  test('JSON keeps the order of columns that look like numbers', () => {
    const rows = { columns: ['名', '2023', '1'], rows: [['甲', 1, null]], truncated: false };
    expect(resultText(rows, 'json')).toBe('[\n  {"名": "甲", "2023": 1, "1": null}\n]\n');
    expect(resultText({ ...rows, rows: [] }, 'json')).toBe('[]\n');
  });
});
