/** Items of an enumeration and the collective that ends one, with quotation marks and brackets around separators. */
import { expect, test } from 'vitest';
import { collectiveReader, itemsOf } from '../../src/text/enumeration.js';

test.each<[text: string, items: string[]]>([
  ['东坝村', ['东坝村']],
  ['东坝村、柳河村', ['东坝村', '柳河村']],
  ['东坝村、柳河村和上塘村', ['东坝村', '柳河村', '上塘村']],
  ['东坝村、柳河村以及上塘村', ['东坝村', '柳河村', '上塘村']],
  ['启澜电子与锐拓精工', ['启澜电子', '锐拓精工']],
  ['“大排查、大整治”、平安护航', ['“大排查、大整治”', '平安护航']],
  ['“碧水”“蓝天”', ['“碧水”', '“蓝天”']],
  ['《志》《谱》、年鉴', ['《志》', '《谱》', '年鉴']],
  ['东坝村（上坝、下坝）、柳河村', ['东坝村（上坝、下坝）', '柳河村']],
  ['一期(厂房、仓库)及二期工程', ['一期(厂房、仓库)', '二期工程']],
  // 和 begins or ends a name rather than joins two; one character is no item.
  ['天和', ['天和']],
  ['和泰制药', ['和泰制药']],
  ['“安全”和', ['“安全”和']],
  // Broken marks do not swallow what follows for good.
  ['甲村”、乙村', ['甲村”', '乙村']],
  ['“甲村、乙村', ['“甲村、乙村']],
  ['、甲村、、乙村、', ['甲村', '乙村']],
  ['', []],
])('items of %s', (text, items) => {
  expect(itemsOf(text).map((span) => text.slice(...span))).toEqual(items);
});

const NOUNS = '高新技术企业|规上企业|项目|村';

test.each<[clause: string, found: [list: string, count: number | null, noun: string][]]>([
  ['启澜电子、锐拓精工等17家国家高新技术企业', [['启澜电子、锐拓精工', 17, '高新技术企业']]],
  ['东坝等三个村', [['东坝', 3, '村']]],
  ['冷链物流等在建项目', [['冷链物流', null, '项目']]],
  ['柳河、上塘等10余个村', [['柳河、上塘', 10, '村']]],
  ['智能仓储等3个“专项”项目', [['智能仓储', 3, '项目']]],
  [
    '甲厂等2家规上企业、改线等4个项目',
    [
      ['甲厂', 2, '规上企业'],
      ['甲厂等2家规上企业、改线', 4, '项目'],
    ],
  ],
  // Nothing before 等, no noun within reach, 等 of another word.
  ['等17家高新技术企业', []],
  ['东坝村等处', []],
  ['教育等工作稳步推进，另有多个重点建设类的项目', []],
  ['等级项目', []],
  ['', []],
])('collectives of %s', (clause, found) => {
  expect(
    collectiveReader(NOUNS)(clause).map(({ list, count, noun }) => [
      clause.slice(...list),
      count,
      clause.slice(...noun),
    ]),
  ).toEqual(found);
});
