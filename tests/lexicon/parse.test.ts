/** A slip of the pen in the lexicon is refused with file and line; nothing is guessed. */
import { describe, expect, test } from 'vitest';
import { LexiconError } from '../../src/errors.js';
import { expand } from '../../src/lexicon/expand.js';
import { parseLexicon, parseLexiconFile } from '../../src/lexicon/parse.js';

const FINE = '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n';
const parse = (text: string, path = 'names/program.yaml') => parseLexiconFile({ path, text });

describe('refused', () => {
  test.each([
    [
      'unknown key',
      `${FINE}- name: 乙\n  exampels: x\n`,
      /^names\/program\.yaml:6：不认识的键“exampels”，此处可用 .*examples/,
    ],
    [
      'a key of another kind',
      `${FINE}- name: 乙\n  triggers: 实施\n  examples: x\n  not: y\n`,
      /:6：不认识的键“(name|triggers)”/,
    ],
    ['no leading key', '- id: a.b\n  examples: x\n  not: y\n', /:1：看不出是哪种条目，应有 name、/],
    ['missing examples', `${FINE}- name: 乙\n`, /:6：缺少例句，请在 examples 下至少写一句/],
    ['empty examples', '- name: 乙\n  examples:\n', /:1：缺少例句/],
    ['an example left blank', '- name: 乙\n  examples:\n    -\n  not: y\n', /:1：缺少例句/],
    ['missing counter-examples', `${FINE}- name: 乙\n  examples: x\n`, /:6：缺少反例，请在 not 下至少写一句/],
    ['a counter-example left blank', "- name: 乙\n  examples: x\n  not:\n    - ''\n", /:1：缺少反例/],
    [
      'unknown alternative type',
      '- id: a.b\n  suffix: 园\n  alt: Garden\n  examples: x\n  not: y\n',
      /:1：alt 的值“Garden”不认识，应为 Region、/,
    ],
    [
      'unknown relation',
      '- id: a.b\n  triggers: 送给\n  relation: 赠送\n  examples: x\n  not: y\n',
      /:1：relation 的值“赠送”不认识/,
    ],
    ['missing relation', '- id: a.b\n  triggers: 送给\n  examples: x\n  not: y\n', /:1：relation 的值/],
    [
      'unknown status',
      '- id: a.b\n  triggers: 获评\n  relation: 获评\n  status: soon\n  examples: x\n  not: y\n',
      /:1：status 的值“soon”不认识，应为 done、/,
    ],
    [
      'unknown level',
      '- title: 文明村\n  level: maybe\n  examples: x\n  not: y\n',
      /:1：level 的值“maybe”不认识/,
    ],
    [
      'unknown condition',
      '- id: a.b\n  suffix: 园\n  needs: luck\n  examples: x\n  not: y\n',
      /:1：needs 的值“luck”不认识/,
    ],
    [
      'unknown measure',
      '- id: a.b\n  unit: 亩\n  measure: area\n  examples: x\n  not: y\n',
      /:1：measure 的值“area”不认识/,
    ],
    ['missing id', '- suffix: 园\n  examples: x\n  not: y\n', /:1：缺少 id/],
    [
      'bad YAML',
      `${FINE}- name: "乙\n  examples: x\n  not: y\n`,
      /^names\/program\.yaml:\d+：不是合法的 YAML（/,
    ],
    ['a tab for indentation', '- name: 乙\n\texamples: x\n  not: y\n', /:\d+：不是合法的 YAML（/],
    ['a map instead of a list', 'name: 乙\n', /:1：应是条目列表（每条以 - 开头）/],
    ['a list of words', `${FINE}- 乙\n`, /:6：条目应由“键: 值”组成/],
  ])('%s', (_name, text, message) => {
    const refused = () => parse(text);
    expect(refused).toThrow(LexiconError);
    expect(refused).toThrow(message);
  });

  test.each([
    ['unknown type: a file that names none', 'names/programme.yaml'],
    ['a file outside names/', 'mine.yaml'],
  ])('%s', (_name, path) => {
    expect(() => parse(FINE, path)).toThrow(new RegExp(`^${path}:1：条目应放在 names/<类型>/ 下`));
  });

  test('the same id twice, in two files: both places are named', () => {
    const files = [
      { path: 'names/program/b.yaml', text: `\n${FINE}` },
      { path: 'names/program/a.yaml', text: FINE },
    ];
    expect(() => parseLexicon(files)).toThrow(
      /^names\/program\/b\.yaml:2：条目“program\.三色稻田”重复，已见于 names\/program\/a\.yaml:1$/,
    );
  });

  const entry = (keys: string) => `- ${keys}\n  examples: x\n  not: y\n`;

  test.each([
    ['two names', 'name: 甲\n  aliases: 乙 丙', 'name: 丁\n  aliases: 丙', '丙', 'program.甲'],
    ['a name and an alias', 'name: 甲\n  aliases: 乙', 'name: 乙', '乙', 'program.甲'],
    ['two titles', "title: '文明{村|镇}'", 'title: 文明镇', '文明镇', 'program.文明村'],
    ['two suffixes', 'id: a\n  suffix: 园 场', 'id: b\n  suffix: 场', '场', 'a'],
  ])('the same name under %s of a type: both places are named', (_what, first, second, name, owner) => {
    const files = [
      { path: 'names/program/a.yaml', text: entry(first) },
      { path: 'names/program/b.yaml', text: entry(second) },
    ];
    expect(() => parseLexicon(files)).toThrow(
      new RegExp(
        `^names/program/b\\.yaml:1：“${name}”已列在 names/program/a\\.yaml:1 的条目“${owner.replace('.', '\\.')}”里`,
      ),
    );
  });
});

describe('accepted', () => {
  test('type from the file, id from the name, line of the entry', () => {
    for (const path of ['names/program.yaml', 'names/program/mine.yaml', 'own/names/program/a/b.yaml']) {
      expect(parse(`\n\n${FINE}`, path)).toMatchObject([
        {
          kind: 'name',
          type: 'Program',
          id: 'program.三色稻田',
          name: '三色稻田',
          where: `${path}:3`,
          not: ['稻田里种了三色堇'],
        },
      ]);
    }
  });

  test('an empty file holds no entries', () => {
    expect([parse(''), parse('# later\n')]).toEqual([[], []]);
  });

  test('the same name under two types, twice in one entry, and a verb of two relations', () => {
    const files = [
      { path: 'names/program.yaml', text: `${FINE}  aliases: 三色稻田\n` },
      { path: 'names/event.yaml', text: FINE },
      {
        path: 'relations/own.yaml',
        text: ['入驻', '落户']
          .map((r) => `- id: own.${r}\n  relation: ${r}\n  triggers: 落户\n  examples: x\n  not: y\n`)
          .join(''),
      },
    ];
    expect(parseLexicon(files)).toHaveLength(4);
  });

  test('the order of the files changes nothing', () => {
    const files = [
      { path: 'names/program.yaml', text: FINE },
      { path: 'names/event.yaml', text: FINE },
    ];
    expect(parseLexicon(files)).toEqual(parseLexicon([...files].reverse()));
  });
});

test.each([
  ['文明{村|镇|}', ['文明村', '文明镇', '文明']],
  ['{省|市}级文明{村|镇}', ['省级文明村', '省级文明镇', '市级文明村', '市级文明镇']],
  ['文明村', ['文明村']],
  ['{|}', []],
])('expand %s', (pattern, expected) => {
  expect(expand(pattern)).toEqual(expected);
});
