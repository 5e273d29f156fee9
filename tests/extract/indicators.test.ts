import { describe, expect, test } from 'vitest';
import { openDocument } from '../../src/extract/document.js';
import { buildEngine } from '../../src/extract/engine.js';
import { findIndicators } from '../../src/extract/indicators/index.js';
import { readLexiconFiles } from '../../src/lexicon/load.js';
import { parseLexicon } from '../../src/lexicon/parse.js';
import type { IndicatorClaim } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { loadPlaces } from '../../src/places/index.js';
import { openAtlas } from '../../src/read/atlas.js';
import { readText } from '../../src/read/index.js';

const lexicon = { entries: parseLexicon(readLexiconFiles(packageFile('src/lexicon'))) };
const engine = buildEngine(lexicon);
const atlas = openAtlas(loadPlaces());

const TITLE = '云川市青禾镇2024年政府工作报告\n';
const figuresIn = (text: string): IndicatorClaim[] =>
  findIndicators(openDocument(readText('a.txt', text, atlas), engine, atlas), engine, { kept: [] })
    .indicators;

const line = (f: IndicatorClaim): string => [f.indicator, f.value, f.unit, f.yoy ?? '', f.status].join(' | ');
const past = (sentence: string): string[] => figuresIn(`${TITLE}一、2024年工作回顾\n${sentence}\n`).map(line);

describe('figures of a sentence', () => {
  test.each<[string, string[]]>([
    ['完成固定资产投资3.2亿元，同比增长5%。', ['固定资产投资 | 3.2 | 亿元 | 5 | done']],
    ['刑事警情120起，同比下降6.3%。', ['刑事警情 | 120 | 起 | -6.3 | done']],
    ['规上工业增加值增长6%左右。', ['规上工业增加值 | 6 | % | 6 | done']],
    [
      '规上工业增加值2.1亿元、制造业投资1.1亿元，分别增长5.1%、6.9%。',
      ['规上工业增加值 | 2.1 | 亿元 | 5.1 | done', '制造业投资 | 1.1 | 亿元 | 6.9 | done'],
    ],
    [
      '城镇、农村居民人均可支配收入分别达到51200元和31800元。',
      ['城镇居民人均可支配收入 | 51200 | 元 |  | done', '农村居民人均可支配收入 | 31800 | 元 |  | done'],
    ],
    [
      '入园率和复工率稳步提升，分别达到96%和91%。',
      ['入园率 | 96 | % |  | done', '复工率 | 91 | % |  | done'],
    ],
    [
      '工业投资、服务业投资分别增长8%和下降2.4%。',
      ['工业投资 | 8 | % | 8 | done', '服务业投资 | -2.4 | % | -2.4 | done'],
    ],
    ['新认定高企2家、省科小5家。', ['新认定高企 | 2 | 家 |  | done', '新认定省科小 | 5 | 家 |  | done']],
    ['限上企业实现销售额1.2亿元。', ['限上企业销售额 | 1.2 | 亿元 |  | done']],
    ['茶园面积由1.8万亩扩大到2.1万亩。', ['茶园面积 | 2.1 | 万亩 |  | done']],
    ['接待游客超18万人次。', ['接待游客 | 18 | 万人次 |  | done']],
    ['全年完成总投资10亿元以上项目2个。', ['总投资10亿元以上项目 | 2 | 个 |  | done']],
    ['民生支出占财政支出的78.6%。', ['民生支出占财政支出比重 | 78.6 | % |  | done']],
    ['预计全年完成工业总产值30亿元。', ['工业总产值 | 30 | 亿元 |  | estimated']],
    ['力争财政总收入突破2亿元。', ['财政总收入 | 2 | 亿元 |  | target']],
    ['外贸出口 1.3 亿元，降幅3.8%。', ['外贸出口 | 1.3 | 亿元 | -3.8 | done']],
    [
      '工业固废全年处置率、危废处置率均达100%。',
      ['工业固废处置率 | 100 | % |  | done', '危废处置率 | 100 | % |  | done'],
    ],
    ['整治地块签约27户。', ['整治地块签约 | 27 | 户 |  | done']],
    ['工业总产值突破百亿元。', ['工业总产值 | 100 | 亿元 |  | done']],
    ['打造百亿级产业集群，培育千亿产业链。', []],
    ['工业总产值增长9%，达到30亿元。', ['工业总产值 | 30 | 亿元 | 9 | done']],
    ['力争规上工业总产值增长9%以上，突破百亿。', ['规上工业总产值 | 100 | 亿元 | 9 | target']],
    ['茶叶面积1.2万亩，产量300吨。', ['茶叶面积 | 1.2 | 万亩 |  | done', '茶叶产量 | 300 | 吨 |  | done']],
  ])('%s', (sentence, expected) => expect(past(sentence)).toEqual(expected));
});

describe('what is no headline figure', () => {
  test.each([
    '青禾大道全长3.2公里，宽24米。',
    '总投资2.5亿元的冷链物流中心落地。',
    '完成工程量的85%。',
    '2024年12月31日，G325国道青禾段通车。',
    '高于全县平均1.2个百分点。',
    '第3次全体会议在1号楼召开。',
    '投资880万元，年底前完工。',
    '位列全市第15。',
    '深入学习贯彻会议精神，作风建设抓出实效。',
  ])('%s', (sentence) => expect(past(sentence)).toEqual([]));
});

describe('year, period and status', () => {
  const last = (text: string) => {
    const f = figuresIn(TITLE + text).at(-1);
    return f && { year: f.year, period: f.period, status: f.status };
  };
  test.each([
    ['一、2024年工作回顾\n财政总收入1.2亿元。', { year: 2024, period: '全年', status: 'done' }],
    ['一、2024年工作回顾\n上半年财政总收入1.2亿元。', { year: 2024, period: '上半年', status: 'done' }],
    ['一、2024年工作回顾\n1—6月，财政总收入1.2亿元。', { year: 2024, period: '上半年', status: 'done' }],
    ['一、2024年工作回顾\n1至11月，财政总收入1.2亿元。', { year: 2024, period: '1-11月', status: 'done' }],
    ['二、2025年工作安排\n财政总收入增长5%。', { year: 2025, period: '全年', status: 'target' }],
    [
      '一、2024年工作回顾\n财政总收入1.2亿元，是2016年的1.4倍，工业投资3亿元。',
      { year: 2024, period: '全年', status: 'done' },
    ],
    ['一、2024年工作回顾\n“雨露计划”资助资金21万元。', { year: 2024, period: '全年', status: 'done' }],
  ])('%s', (text, expected) => expect(last(text)).toEqual(expected));
});

test('the evidence of a figure holds its number', () => {
  const text = `${TITLE}一、2024年工作回顾\n财政总收入1.2亿元。完成工业投资3亿元。\n`;
  const report = readText('a.txt', text, atlas);
  for (const f of figuresIn(text)) expect(report.text.slice(...f.span)).toContain(String(f.value));
});

test('a sentence of a hundred thousand characters is read to its end', () => {
  const unit = '财政总收入3.2亿元，同比增长5%，';
  const count = Math.ceil(100_000 / unit.length);
  expect(past(unit.repeat(count))).toHaveLength(count);
});

describe('examples of the lexicon', () => {
  const examples = lexicon.entries
    .filter((e) => e.where.startsWith('indicators/'))
    .flatMap((e) => e.examples.map((example) => [e.id, example] as const));
  test.each(examples)('%s: %s', (_id, example) => {
    const [sentence = '', expected = ''] = example.split(' => ');
    const plain = (s: string) =>
      s
        .split('|')
        .map((part) => part.trim())
        .join('|');
    expect(past(`${sentence}。`).map(plain)).toContain(plain(expected));
  });
});
