import { describe, expect, it } from 'vitest';
import { citation } from '../../../viz/citation.js';
import { headingsOf } from '../../../viz/section.js';

const report = {
  id: 'Report:1111111111111111',
  title: '青禾镇政府工作报告',
  path: 'a.txt',
  issuer: null,
  published: null,
  year: null,
  town: null,
};

const sections = [
  { start: 10, level: 0, heading: '一' },
  { start: 20, level: 1, heading: '(一)' },
  { start: 30, level: 2, heading: '1' },
  { start: 40, level: 1, heading: '(二)' },
  { start: 50, level: 0, heading: '二' },
];

describe('the headings of a sentence', () => {
  it.each([
    [5, []],
    [10, ['一']],
    [35, ['一', '(一)', '1']],
    [45, ['一', '(二)']],
    [50, ['二']],
  ])('at %i', (start, expected) => {
    expect(headingsOf({ sections }, start)).toEqual(expected);
  });

  it('are none where the graph does not say them', () => {
    expect(headingsOf({}, 35)).toEqual([]);
  });
});

describe('citation', () => {
  it.each([
    [report, '《青禾镇政府工作报告》：“原句。”'],
    [{ ...report, year: 2024 }, '《青禾镇政府工作报告》，2024年：“原句。”'],
    [
      { ...report, issuer: '青禾镇人民政府', year: 2024 },
      '《青禾镇政府工作报告》，青禾镇人民政府，2024年：“原句。”',
    ],
    [
      {
        ...report,
        year: 2024,
        sections: [
          { start: 10, level: 0, heading: '一、2024年工作回顾' },
          { start: 20, level: 1, heading: '(一)产业' },
          { start: 70, level: 0, heading: '二、2025年工作安排' },
        ],
      },
      '《青禾镇政府工作报告》，2024年，“一、2024年工作回顾 › (一)产业”：“原句。”',
    ],
  ])('names what is known of the report', (source, expected) => {
    expect(citation(source, { text: '原句。', start: 60 })).toBe(expected);
  });
});
