import { describe, expect, test } from 'vitest';
import { displayWidth, padTo, wrapText } from '../../src/commands/display-width.js';
import { openWriter, resultText } from '../../src/commands/result-text.js';
import { openTable } from '../../src/commands/table.js';

describe('width on a terminal', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['青禾镇', 6],
    ['“四好农村路”', 12],
    ['（一）', 6],
    ['𠮷村', 4],
    ['e\u0301', 1],
    ['👩‍🌾x', 3],
    ['🇨🇳', 2],
    ['\u200b', 0],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
    expect(displayWidth(padTo(text, 20))).toBe(20);
  });
});

test.each([
  ['青禾镇东坝村', 12, ['青禾镇东坝村']],
  ['青禾镇东坝村', 5, ['青禾', '镇东', '坝村']],
  ['ab青禾', 3, ['ab', '青', '禾']],
  ['青', 1, ['青']],
  ['👩‍🌾👩‍🌾', 2, ['👩‍🌾', '👩‍🌾']],
])('%s in lines of %i', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test('a long table keeps the widths of its first rows and wraps what is wider', () => {
  const table = openTable(['名']);
  const first = table.add(Array.from({ length: 500 }, () => [['青禾']]));
  expect(first.split('\n').slice(0, 4)).toEqual(['┌──────┐', '│ 名   │', '├──────┤', '│ 青禾 │']);
  expect(table.add([[['东坝村']]])).toBe('│ 东坝 │\n│ 村   │\n');
  expect(table.end()).toBe('└──────┘\n');
});

describe('evidence', () => {
  const piece = (report: string, text: string): string =>
    JSON.stringify({ report, start: 0, end: 1, text, rule: 'r' });
  const titles = new Map([['Report:a', '青禾镇政府工作报告']]);
  const cell = (value: unknown): string =>
    resultText({ columns: ['依据'], rows: [[value]], truncated: false }, 'table', titles)
      .split('\n')
      .slice(3, -3)
      .map((line) => line.slice(2, -2).trimEnd())
      .join('|');

  test.each<[string, unknown, string]>([
    ['one piece', piece('Report:a', '荣获称号。'), '《青禾镇政府工作报告》荣获称号。'],
    [
      'a list, a line each',
      [piece('Report:a', '甲。'), piece('Report:b', '乙。')],
      '《青禾镇政府工作报告》甲。|《Report:b》乙。',
    ],
    [
      'lists of lists',
      [[piece('Report:b', '甲。')], [piece('Report:b', '乙。')]],
      '《Report:b》甲。|《Report:b》乙。',
    ],
    ['what only looks like it', '{"report":', '{"report":'],
    [
      'beside something else',
      [piece('Report:b', '甲'), 1],
      '{"report":"Report:b","start":0,"end":1,"text":"甲","rule":"r"}、1',
    ],
    ['no control characters', piece('Report:b', '甲\u001b[31m\n乙'), '《Report:b》甲 [31m 乙'],
  ])('%s', (_name, value, expected) => {
    expect(cell(value).replaceAll('|"', '"')).toContain(expected.slice(0, 20));
    expect(cell(value).replaceAll('|', '')).toBe(expected.replaceAll('|', ''));
  });

  test('stays JSON for programs', () => {
    const text = piece('Report:a', '甲。');
    const result = { columns: ['依据'], rows: [[[text]]], truncated: false };
    expect(JSON.parse(resultText(result, 'json', titles))).toEqual([{ 依据: [text] }]);
  });
});

test.each(['json', 'csv'] as const)('%s in pieces is %s in one', (format) => {
  const columns = ['名', '数'];
  const rows = [
    ['甲', 1],
    ['乙', 2],
    ['丙', null],
  ];
  const whole = resultText({ columns, rows, truncated: false }, format);
  const writer = openWriter(columns, format);
  const pieces = [[], ...rows.map((row) => [row]), []].map((batch) => writer.rows(batch));
  expect(pieces.join('') + writer.end(false)).toBe(whole);
});
