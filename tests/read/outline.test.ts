/** Headings by numbering and by wording, what is no heading, and what a section takes over from the one above it. */
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/model.js';
import { outline, paragraphsOf } from '../../src/read/outline.js';

type Row = [level: number, heading: string, year: number | null, mood: Frame['mood']];

const sections = (text: string): Row[] =>
  outline(text, paragraphsOf(text), 2023).map((s) => [s.level, s.heading, s.frame.year, s.frame.mood]);

describe('levels', () => {
  test.each<[line: string, level: number, heading: string]>([
    ['一、2023年工作回顾', 0, '一、2023年工作回顾'],
    ['十二、保障措施', 0, '十二、保障措施'],
    ['第一部分 2023年工作回顾', 0, '第一部分 2023年工作回顾'],
    ['2023年工作回顾', 0, '2023年工作回顾'],
    ['2024年工作安排', 0, '2024年工作安排'],
    ['下半年工作思路', 0, '下半年工作思路'],
    ['（一）工业经济', 1, '(一)工业经济'],
    ['(三)乡村建设', 1, '(三)乡村建设'],
    ['1.抓好项目', 2, '1.抓好项目'],
    ['１．抓好项目', 2, '1.抓好项目'],
    ['2、抓好项目', 2, '2、抓好项目'],
    ['（1）抓好项目', 3, '(1)抓好项目'],
    // Run in: the heading ends at the full stop or colon.
    ['（一）突出稳进提质。一是抓项目。', 1, '(一)突出稳进提质'],
    ['二、主要任务：抓好六件事。', 0, '二、主要任务'],
  ])('%s', (line, level, heading) => {
    expect(sections(line).map(([l, h]) => [l, h])).toEqual([[level, heading]]);
  });

  test.each([
    '2023年，全镇上下真抓实干，圆满完成全年工作安排',
    '2023年是青禾镇撤乡设镇三十周年。',
    '1.2亿元投资全部到位',
    '各位代表：',
    '一是抓项目。',
    '东坝村',
    '2024年我们要更加努力地做好每一项已经部署下去的和将要部署下去的全镇重点工作',
    `3.${'青禾镇东坝村柳河村上塘村'.repeat(6)}`,
  ])('%s is no heading', (line) => {
    expect(sections(line)).toEqual([]);
  });
});

test('sections below a review look back, those below a plan look forward; problems look back', () => {
  const text = [
    '青禾镇政府工作报告',
    '一、2023年工作回顾',
    '（一）工业经济',
    '1.项目建设',
    '（二）乡村建设',
    '（三）存在问题',
    '二、2024年工作安排',
    '（一）工业强镇',
    '1.项目攻坚',
    '（二）以2025年为目标',
    '三、保障',
  ].join('\n');
  expect(sections(text)).toEqual([
    [0, '一、2023年工作回顾', 2023, 'back'],
    [1, '(一)工业经济', 2023, 'back'],
    [2, '1.项目建设', 2023, 'back'],
    [1, '(二)乡村建设', 2023, 'back'],
    [1, '(三)存在问题', 2023, 'back'],
    [0, '二、2024年工作安排', 2024, 'forward'],
    [1, '(一)工业强镇', 2024, 'forward'],
    [2, '1.项目攻坚', 2024, 'forward'],
    [1, '(二)以2025年为目标', 2025, 'forward'],
    [0, '三、保障', null, null],
  ]);
});

test('a part that names both years leaves it to the headings below', () => {
  const text = '第一部分 2023年工作总结和2024年计划\n一、工作成效\n二、明年打算\n';
  expect(sections(text).map(([, heading, year, mood]) => [heading, year, mood])).toEqual([
    ['第一部分 2023年工作总结和2024年计划', 2023, null],
    ['一、工作成效', 2023, 'back'],
    ['二、明年打算', 2024, 'forward'],
  ]);
});

test('spans run from heading to heading and to the end of the text', () => {
  const text = '前言。\n一、回顾\n甲。\n二、安排\n乙。';
  expect(outline(text, paragraphsOf(text), 2023).map((s) => text.slice(...s.span))).toEqual([
    '一、回顾\n甲。\n',
    '二、安排\n乙。',
  ]);
});
