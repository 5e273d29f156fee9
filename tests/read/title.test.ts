/** Title of a report and the year it looks back on. */
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../src/read/outline.js';
import { beginningOf, reviewYear, titleOf } from '../../src/read/title.js';

test.each<[text: string, title: string]>([
  ['云川市青禾镇2024年政府工作报告\n各位代表：', '云川市青禾镇2024年政府工作报告'],
  ['2024年青禾镇政府工作报告全文\n各位代表：', '2024年青禾镇政府工作报告'],
  ['2024年青禾镇政府工作报告—全文\n各位代表：', '2024年青禾镇政府工作报告'],
  ['云川市青禾镇人民政府\n关于2023年工作总结的报告\n正文。', '云川市青禾镇人民政府关于2023年工作总结的报告'],
  ['阅读\n青禾镇2024年工作要点\n正文。', '青禾镇2024年工作要点'],
  ['青禾镇上半年工作情况\n正文。', '青禾镇上半年工作情况'],
  // An address to the deputies, a heading and a sentence are no titles.
  ['各位代表：现在作报告\n一、2023年工作总结\n东坝村入选。', ''],
  ['我代表镇人民政府，向大会报告工作，请予审议。\n正文', ''],
  ['东坝村获评省级未来乡村。', ''],
  ['', ''],
])('title of %j', (text, title) => {
  expect(titleOf(text, paragraphsOf(text))).toBe(title);
});

describe('year looked back on', () => {
  test.each<[what: string, text: string, published: string | null, year: number | null]>([
    ['a heading', '青禾镇2024年政府工作报告\n一、2023年工作回顾\n二、2024年工作安排', null, 2023],
    ['a heading of a late year', '一、2022年度政府工作完成情况', '2024-01-02', 2022],
    ['half a year', '岚桥街道2024年上半年工作总结和下半年工作思路\n正文。', '2024-07-26', 2024],
    ['a year and the plan after it', '青禾镇2023年工作总结和2024年工作计划\n正文。', null, 2023],
    ['the day it was given, in January', '青禾镇政府工作报告\n（2024年1月24日）\n各位代表：', null, 2023],
    ['the day it was given, in December', '青禾镇政府工作报告\n（2023年12月28日）\n各位代表：', null, 2023],
    ['the day of publication', '青禾镇政府工作报告\n各位代表：', '2024-02-05', 2023],
    ['the day of publication, late', '青禾镇政府工作报告\n各位代表：', '2023-12-05', 2023],
    ['a plan', '青禾镇2024年工作计划\n正文。', null, 2023],
    ['an excerpt', '2022年，东坝村获评省级未来乡村。', null, 2022],
    ['nothing', '东坝村获评省级未来乡村。', null, null],
    ['a number that is no year', '全镇人口20231人。', null, null],
  ])('%s', (_what, text, published, year) => {
    expect(reviewYear(text, titleOf(text, paragraphsOf(text)), published)).toBe(year);
  });
});

test.each([
  ['东坝村获评。柳河村入选。', '东坝村获评'],
  ['\n 甲\n乙', '甲'],
  ['青'.repeat(40), `${'青'.repeat(30)}…`],
  ['', ''],
])('%j begins with %j', (text, expected) => {
  expect(beginningOf(text)).toBe(expected);
});
