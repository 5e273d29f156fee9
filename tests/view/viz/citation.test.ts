import { describe, expect, it } from 'vitest';
import { citation } from '../../../viz/citation.js';

const report = {
  id: 'Report:1111111111111111',
  title: '青禾镇政府工作报告',
  path: 'a.txt',
  issuer: null,
  published: null,
  year: null,
  town: null,
};

describe('citation', () => {
  it.each([
    [report, '《青禾镇政府工作报告》：“原句。”'],
    [{ ...report, year: 2024 }, '《青禾镇政府工作报告》，2024年：“原句。”'],
    [
      { ...report, issuer: '青禾镇人民政府', year: 2024 },
      '《青禾镇政府工作报告》，青禾镇人民政府，2024年：“原句。”',
    ],
  ])('names what is known of the report', (source, expected) => {
    expect(citation(source, '原句。')).toBe(expected);
  });
});
