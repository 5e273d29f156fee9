/**
 * What goes wrong at a user's desk. Each row: exit code, and on stderr one line a problem that says where, what was
 * found and what to do; stdout stays empty, and no stack is shown.
 */
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scratch, zhentu } from './program.js';

const { root, at, write, samples } = scratch('bad');
const GOOD = `${samples('good', 'bailu-2024.txt')}/bailu-2024.txt`;
mkdirSync(at('nothing'));
mkdirSync(at('x.txt'));
mkdirSync(at('a'));
mkdirSync(at('b'));
mkdirSync(at('blocked', 'graph.json'), { recursive: true });
symlinkSync(at('gone'), at('dangling.txt'));
samples('a', 'bailu-2024.txt');
samples('b', 'bailu-2024.txt');
write('afile', 'x');
write('empty.txt', '');
write('blank.txt', ' \n\t\r\n　\n');
write('mark.txt', new Uint8Array([0xef, 0xbb, 0xbf]));
write('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
write('scan.txt', '%PDF-1.7\n%âãÏÓ\n');
write('pack.txt', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]));
write(
  'noise.txt',
  Uint8Array.from({ length: 4000 }, (_, i) => (i * 197 + (i >> 3)) % 256),
);
mkdirSync(at('lexicon', 'names'), { recursive: true });
write('lexicon/names/program.yaml', '- name: 三色稻田\n  example: 实施三色稻田\n');
for (const [dir, text] of [
  ['cut', '{"format":"zhentu-graph","version":1,\n"reports":['],
  ['other', '{"format":"something","version":9}'],
] as const) {
  mkdirSync(at(dir));
  write(`${dir}/graph.json`, text);
}
mkdirSync(at('gold'));
write('gold/d.entities.jsonl', '{"id":"E1","type":"Town","name":"青禾镇"}\n{"id":\n');

const OUT = at('out');
// A port nothing listens on: it cannot be bound without rights and no service uses it.
const DEAD = 'bolt://127.0.0.1:1';
const PASSWORD = { NEO4J_PASSWORD: 'secret' };

interface Row {
  readonly args: readonly string[];
  readonly says: readonly RegExp[];
  readonly code?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const check = ({ args, says, code = 2, env }: Row) => {
  const run = zhentu(args, { cwd: root, env });
  expect(run.code, run.err).toBe(code);
  expect(run.out).toBe('');
  const lines = run.err.trimEnd().split('\n');
  expect(lines).toHaveLength(says.length);
  says.forEach((pattern, i) => {
    expect(lines[i]).toMatch(pattern);
  });
  expect(run.err).not.toMatch(/^\s+at /m);
};

const build = (...paths: string[]) => ['build', ...paths, '-o', OUT, '--quiet', '--no-db', '--no-view'];

describe('inputs', () => {
  test.each<[string, Row]>([
    ['missing path', { args: build('nope.txt'), says: [/^nope\.txt：没有这个文件或文件夹；请检查路径$/] }],
    [
      'dangling link',
      { args: build('dangling.txt'), says: [/^dangling\.txt：没有这个文件或文件夹；请检查路径$/] },
    ],
    ['empty file', { args: build('empty.txt'), says: [/^empty\.txt：文件是空的；请/] }],
    ['only a byte-order mark', { args: build('mark.txt'), says: [/^mark\.txt：文件是空的；请/] }],
    ['only white space', { args: build('blank.txt'), says: [/^blank\.txt：文件是空的；请/] }],
    ['PNG', { args: build('picture.txt'), says: [/^picture\.txt：这是 PNG 文件.*；请/] }],
    ['PDF', { args: build('scan.txt'), says: [/^scan\.txt：这是 PDF 文件.*；请/] }],
    ['ZIP', { args: build('pack.txt'), says: [/^pack\.txt：这是 ZIP\S* 文件.*；请/] }],
    ['bytes of no encoding', { args: build('noise.txt'), says: [/^noise\.txt：不是文本文件.*；请/] }],
    ['folder without reports', { args: build('nothing'), says: [/^nothing：文件夹里没有 \.txt 报告；请/] }],
    ['folder named like a report', { args: build('x.txt'), says: [/^x\.txt：文件夹里没有 \.txt 报告；请/] }],
    [
      'several at once, a line each',
      {
        args: build('nope.txt', 'empty.txt', 'nothing'),
        says: [/^nope\.txt：/, /^nothing：/, /^empty\.txt：/],
      },
    ],
    [
      'good and bad',
      { args: build(GOOD, 'nope.txt', 'scan.txt'), code: 3, says: [/^nope\.txt：/, /^scan\.txt：/] },
    ],
    ['extract: all bad', { args: ['extract', 'empty.txt', '-o', OUT], says: [/^empty\.txt：/] }],
    ['extract: no paths', { args: ['extract', '-o', OUT], says: [/没有给出报告；请给出文件或文件夹/] }],
    ['extract: paths beside --stream', { args: ['extract', '--stream', GOOD], says: [/--stream .*请/] }],
    [
      'extract: two files of one name',
      {
        args: ['extract', 'a', 'b', '-o', at('twins')],
        code: 3,
        says: [/^b\/bailu-2024\.txt：与 a\/bailu-2024\.txt 同名.*；请改名$/],
      },
    ],
    [
      'explain: missing file',
      { args: ['explain', 'nope.txt'], says: [/^nope\.txt：打不开（没有这个文件或文件夹）；请/] },
    ],
    [
      'explain: a folder',
      { args: ['explain', 'x.txt'], says: [/^x\.txt：打不开（是文件夹，不是文件）；请/] },
    ],
    [
      'explain: no such line',
      { args: ['explain', GOOD, '--line', '9999'], says: [/没有第 9999 行，共 \d+ 行/] },
    ],
    ['explain: nothing given', { args: ['explain'], says: [/请给出 --text/] }],
    ['explain: both given', { args: ['explain', GOOD, '--text', '青禾镇'], says: [/请给出 --text/] }],
    ['explain: empty sentence', { args: ['explain', '--text', ' '], says: [/--text 是空的；请/] }],
  ])('%s', (_name, row) => check(row));
});

describe('outputs', () => {
  // Rights do not bind the administrator, so the folder that refuses is one nobody can write to.
  const forbidden = process.platform === 'linux' ? '/proc/zhentu-out' : '/dev/null/zhentu-out';
  test.each<[string, Row]>([
    [
      'build: a file has the name',
      { args: ['build', GOOD, '-o', 'afile'], says: [/^afile：不能作为输出文件夹（已有同名文件.*；请用 -o/] },
    ],
    [
      'build: below a file',
      {
        args: ['build', GOOD, '-o', 'afile/deep/er'],
        says: [/^afile\/deep\/er：不能作为输出文件夹（.*；请用 -o/],
      },
    ],
    [
      'build: a folder that refuses',
      { args: ['build', GOOD, '-o', forbidden], says: [/：不能作为输出文件夹（.*）；请用 -o 换一个$/] },
    ],
    [
      'build: a folder has the name of an output',
      {
        args: ['build', GOOD, '-o', 'blocked'],
        says: [/^blocked\/graph\.json：写不了（已有同名文件夹）；请/],
      },
    ],
    [
      'extract: a file has the name',
      {
        args: ['extract', GOOD, '-o', 'afile'],
        says: [/^afile：不能作为输出文件夹（已有同名文件.*；请用 -o/],
      },
    ],
  ])('%s', (_name, row) => check(row));

  test('nothing is written when every input is bad', () => {
    zhentu(['build', 'empty.txt', '-o', 'untouched'], { cwd: root });
    zhentu(['extract', 'empty.txt', '-o', 'untouched'], { cwd: root });
    expect(readdirSync(root)).not.toContain('untouched');
  });
});

describe('command line', () => {
  test.each<[string, Row]>([
    [
      'unknown command',
      { args: ['frobnicate'], says: [/^zhentu：不认识的命令 frobnicate；用法见 zhentu --help$/] },
    ],
    [
      'unknown option',
      {
        args: ['build', '--frob', GOOD],
        says: [/^zhentu build：不认识的选项 --frob；用法见 zhentu build --help$/],
      },
    ],
    ['missing argument', { args: ['build'], says: [/^zhentu build：缺少参数 <paths>；用法见/] }],
    [
      'missing value',
      { args: ['build', GOOD, '-o'], says: [/^zhentu build：选项 .*--out <dir> 后面缺少值；用法见/] },
    ],
    ['too many arguments', { args: ['questions', 'x'], says: [/^zhentu questions：参数太多/] }],
    [
      '--year: a word',
      { args: [...build(GOOD), '--year', '去年'], says: [/--year <n>：“去年”应为 1949 到 2100 的整数/] },
    ],
    [
      '--year: too early',
      { args: [...build(GOOD), '--year', '1902'], says: [/“1902”应为 1949 到 2100 的整数/] },
    ],
    [
      '--year: too late',
      { args: [...build(GOOD), '--year', '20240'], says: [/“20240”应为 1949 到 2100 的整数/] },
    ],
    ['--year: empty', { args: [...build(GOOD), '--year', ''], says: [/“”应为 1949 到 2100 的整数/] }],
    ['--jobs 0', { args: [...build(GOOD), '--jobs', '0'], says: [/--jobs <n>：“0”应为 1 到 \d+ 的整数/] }],
    ['--lang', { args: ['questions', '--lang', 'fr'], says: [/--lang fr：应为 zh 或 en/] }],
    [
      '--lexicon: no folder',
      { args: [...build(GOOD), '--lexicon', 'nope'], says: [/^nope：没有这个词典文件夹/] },
    ],
    [
      '--lexicon: a slip of the pen',
      {
        args: [...build(GOOD), '--lexicon', 'lexicon'],
        says: [/names\/program\.yaml:1：不认识的键“example”.*可用/],
      },
    ],
    [
      '--lexicon: the same, threads or not',
      {
        args: [...build(GOOD, 'a'), '--lexicon', 'lexicon', '--jobs', '2'],
        says: [/names\/program\.yaml:1：不认识的键“example”/],
      },
    ],
    ['check: no folder', { args: ['check', 'nope'], says: [/^nope：没有这个词典文件夹/] }],
    ['check: nothing in it', { args: ['check', 'nothing'], says: [/^nothing：文件夹里没有词条.*；请/] }],
    [
      'view: nothing built',
      { args: ['view', 'nothing'], says: [/^nothing 里没有 index\.html：请先运行 zhentu build/] },
    ],
    ['score: no gold', { args: ['score', 'nope', 'nothing'], says: [/^nope：没有这个文件夹；请/] }],
    [
      'score: gold without annotations',
      { args: ['score', 'nothing', 'nothing'], says: [/^nothing：没有 \*\.entities\.jsonl/] },
    ],
    [
      'score: nothing to compare',
      { args: ['score', 'gold', 'nothing'], says: [/^nothing：没有与 gold 同名的结果；请/] },
    ],
    [
      'score: damaged line',
      { args: ['score', 'gold', 'gold'], says: [/^gold\/d\.entities\.jsonl:2：不是 JSON/] },
    ],
  ])('%s', (_name, row) => check(row));
});

describe('stores', () => {
  test.each<[string, Row]>([
    [
      'query before build',
      { args: ['query', 'shared-programs'], says: [/^zhentu-out\S*：没有图数据库；请先运行 zhentu build/] },
    ],
    [
      'query: unknown question',
      { args: ['query', 'nonsense', '--on', 'a'], says: [/没有问题“nonsense”；全部问题见 zhentu questions/] },
    ],
    [
      'query: Neo4j away',
      {
        args: ['query', 'shared-programs', '--neo4j', DEAD],
        env: PASSWORD,
        says: [/^bolt:\/\/127\.0\.0\.1:1：连不上 Neo4j.*请检查/],
      },
    ],
    [
      'load: Neo4j away',
      {
        args: ['load', 'loadable', '--neo4j', DEAD],
        env: PASSWORD,
        says: [/^bolt:\/\/127\.0\.0\.1:1：连不上 Neo4j.*请检查/],
      },
    ],
    [
      'load: no address',
      { args: ['load', 'loadable'], says: [/^zhentu load：缺少选项 --neo4j <uri>；用法见/] },
    ],
    [
      'load: no password',
      {
        args: ['load', 'loadable', '--neo4j', DEAD],
        env: { NEO4J_PASSWORD: '' },
        says: [/没有 Neo4j 密码；请/],
      },
    ],
    [
      'load: nothing built',
      {
        args: ['load', 'nothing', '--neo4j', DEAD],
        env: PASSWORD,
        says: [/^nothing\/graph\.json：没有这个文件；请先运行 zhentu build$/],
      },
    ],
    [
      'load: damaged graph.json',
      {
        args: ['load', 'cut', '--neo4j', DEAD],
        env: PASSWORD,
        says: [/^cut\/graph\.json：不是 JSON；请先运行 zhentu build$/],
      },
    ],
    [
      'load: another format',
      {
        args: ['load', 'other', '--neo4j', DEAD],
        env: PASSWORD,
        says: [/^other\/graph\.json：应为 zhentu-graph 第 1 版/],
      },
    ],
  ])('%s', (_name, row) => {
    if (row.args.includes('loadable'))
      zhentu(['build', GOOD, '-o', at('loadable'), '--quiet', '--no-db', '--no-view']);
    check(row);
  });

  test.each([
    ['cut short', 'MATCH (n RETURN n'],
    ['unknown name', 'MATCH (n:Town) RETURN m.name AS m'],
    ['writing', 'MATCH (n:Town) DELETE n'],
  ])('query: wrong Cypher, %s', (_name, cypher) => {
    zhentu(['build', GOOD, '-o', at('asked'), '--quiet', '--no-view']);
    check({ args: ['query', cypher, '--on', at('asked')], says: [/\S/] });
  });
});
