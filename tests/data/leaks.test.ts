/**
 * Nothing of the measured reports is in the repository: a rule that knows their names would be praised for it by the
 * very figures that should tell how well it does on reports nobody has seen.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/paths.js';
import { annotatedNames, DATA, documentsOf, SET_NAMES, SETS } from './data.js';

const PLACES = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'cypher',
  'docs',
  'samples',
  'scripts',
  'src',
  'tests',
  'training',
  'viz',
];
const TEXT = /\.(?:ts|mts|mjs|js|json|ya?ml|md|txt|html|css|cypher|xml)$/;

const TYPES = ['Project', 'Company', 'Park', 'Product', 'Person', 'Facility', 'Organization'];
const LEAST = 4;

/** Words of the language of reports that happen to be marked as a name in one of them. */
const GENERAL: Readonly<Record<string, string>> = {
  镇人民政府: 'the last words of the name of every town’s government',
  红十字会: 'a national organisation',
  习近平总书记: 'the head of state, in every report',
  习近平同志: 'the head of state, in every report',
  省工信厅: 'a department every province has',
  党群服务中心: 'a kind of house every village has',
  文体中心: 'a kind of house',
  农事服务中心: 'a kind of service centre, subject of provincial titles',
  现代化农事服务中心: 'a provincial title for such centres',
  综合信息指挥室: 'an office every town of the province has',
  应急消防管理站: 'an office every town of the province has',
  商务综合体: 'a kind of building',
  雨污管网: 'rain and waste water pipes, a kind of works',
  微工业园: 'part of 小微工业园, a kind of park',
  高标准农田改造: 'a national programme',
  特色农产品优势区: 'a national title for growing areas',
  中心卫生院: 'what most towns’ hospitals are called',
  镇中心卫生院: 'what most towns’ hospitals are called',
  省农科院: 'every province has one',
  人才公寓: 'a kind of housing',
  全民健身中心: 'a kind of house',
  镇全民健身中心: 'a kind of house',
  文体公园: 'a kind of park',
  果蔬基地: 'a kind of farm',
  蔬菜大棚: 'greenhouses',
  公共服务平台: 'a kind of platform',
  科创中心: 'a kind of house',
  文化活动中心: 'a kind of house',
  镇党群服务中心: 'a kind of house every town has',
  北京大学: 'a national university',
  中国农业发展银行: 'a national bank',
  农业发展银行: 'a national bank',
  居民议事会: 'a kind of meeting every community has',
  企业服务中心: 'an office most towns have',
  中药饮片: 'a kind of product, as statistics name it',
  七彩云南: 'the motto of a province, in many of its campaigns',
  '5000万元项目': 'projects of some size',
};
/** The same for names of villages. */
const GENERAL_VILLAGES: Readonly<Record<string, string>> = {
  新农村: 'the new countryside, a national programme',
  红旗村: 'a rank of several titles for villages (red-flag village)',
};

/** What every report says in these words. */
const FORMULAS =
  /习近平|二十大|党中央|中央八项规定|十四五|枫桥经验|从严治党|人民政府|党委|新发展理念|代表大会|共同缔造|开局之年|主题教育|请予审议|可支配收入|经济社会发展|高新技术企业|安全生产/;

interface TextFile {
  readonly file: string;
  readonly lines: readonly string[];
}

const textFiles = (entry: string): TextFile[] => {
  const absolute = packageFile(entry);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isDirectory())
    return readdirSync(absolute).flatMap((name) => textFiles(path.posix.join(entry, name)));
  if (!stat || !TEXT.test(entry)) return [];
  return [{ file: entry, lines: readFileSync(absolute, 'utf8').split('\n') }];
};
// This file names what it allows.
const files = PLACES.flatMap(textFiles).filter(({ file }) => file !== 'tests/data/leaks.test.ts');

const hits = (names: readonly string[], among: readonly TextFile[]): string[] =>
  among.flatMap(({ file, lines }) =>
    lines.flatMap((line, i) =>
      names.filter((name) => line.includes(name)).map((name) => `${file}:${i + 1} ${name}`),
    ),
  );
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
const names = annotatedNames();

test('the files and names to look at are there', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(names.length).toBeGreaterThan(500);
});

test('no particular project, company, park, product, person, facility or organisation', () => {
  const particular = names
    .filter(({ type, name }) => TYPES.includes(type) && [...name].length >= LEAST && !(name in GENERAL))
    .map(({ name }) => name);
  expect(hits(unique(particular), files)).toEqual([]);
});

const rulesAndTests = files.filter(({ file }) => /^(?:src|tests)\//.test(file));

test('no town or village in a rule or test', () => {
  const local = names
    .filter(({ type, name }) => ['Town', 'Village'].includes(type) && [...name].length >= 3)
    .map(({ name }) => name)
    .filter((name) => !(name in GENERAL_VILLAGES));
  expect(hits(unique(local), rulesAndTests)).toEqual([]);
});

test('nothing of the sets is copied into the passages for training', () => {
  const clauses = (text: string) =>
    text.split(/[，。；：、！？\n,;:!?]/).filter((clause) => [...clause].length >= 16);
  const known = new Set(
    [...SET_NAMES.map((set) => SETS[set].texts), path.join(DATA, 'train/text')].flatMap((dir) =>
      readdirSync(dir).flatMap((file) => clauses(readFileSync(path.join(dir, file), 'utf8'))),
    ),
  );
  const copied = files
    .filter(({ file }) => file.startsWith('training/passages/'))
    .flatMap(({ file, lines }) =>
      clauses(lines.join('\n'))
        .filter((c) => known.has(c) && !FORMULAS.test(c))
        .map((c) => `${file} ${c}`),
    );
  expect(copied).toEqual([]);
});

test('no document in a rule or test', () => {
  const documents = SET_NAMES.flatMap(documentsOf);
  const found = rulesAndTests.flatMap(({ file, lines }) =>
    documents
      .filter((doc) => lines.some((line) => new RegExp(`(?<![\\w#-])${doc}(?![\\w-])`).test(line)))
      .map((doc) => `${file} ${doc}`),
  );
  expect(found).toEqual([]);
});

test('the lists of general words hold nothing that is no longer needed', () => {
  const all = new Set(names.map(({ name }) => name));
  const unknown = [...Object.keys(GENERAL), ...Object.keys(GENERAL_VILLAGES)].filter(
    (name) => !all.has(name),
  );
  expect(unknown).toEqual([]);
  expect(Object.keys(GENERAL).filter((name) => hits([name], files).length === 0)).toEqual([]);
});
