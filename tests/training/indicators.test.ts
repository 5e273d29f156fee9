/** Annotated figures become cases for the judge of figures. */
import { expect, test } from 'vitest';
import { openDocument } from '../../src/extract/document.js';
import { RULES_ALONE } from '../../src/extract/engine.js';
import { openKnowledge } from '../../src/knowledge.js';
import { readText } from '../../src/read/index.js';
import type { AnnotatedIndicator } from '../../training/compact.js';
import { indicatorCases } from '../../training/indicators.js';

const knowledge = openKnowledge(undefined, RULES_ALONE);
const TEXT =
  '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n' +
  '全年新增规上企业3家，拆除违建2.1万平方米，柳河村修路4公里。财政总收入3.2亿元，增长5%。\n';
const document = openDocument(readText('a.txt', TEXT, knowledge.atlas), knowledge.engine, knowledge.atlas);

const figure = (indicator: string, value: number, unit: string, optional = false): AnnotatedIndicator => ({
  indicator,
  value,
  unit,
  optional,
});
const casesOf = (indicators: AnnotatedIndicator[] | null, set = 'train') =>
  indicatorCases(
    { document, source: { set, annotations: [], indicators }, clues: { words: null } } as never,
    knowledge as never,
    { mentions: [] },
  );
const kept = (indicators: AnnotatedIndicator[]) => casesOf(indicators).kept.map((c) => c.isTrue);

const ALL = [
  figure('新增规上企业', 3, '家'),
  figure('拆除违建', 2.1, '万平方米'),
  figure('财政总收入', 3.2, '亿元'),
];

test('what is annotated is a figure, all else none; a rate of another figure is part of it', () => {
  expect(kept(ALL)).toEqual([true, true, false, true]);
  expect(kept([])).toEqual([false, false, false, false]);
});

test('what is debatable, or called otherwise, is left out', () => {
  expect(kept([...ALL, figure('修路', 4, '公里', true)])).toEqual([true, true, true]);
  expect(kept([figure('工业用地', 2.1, '万平方米')])).toEqual([false, false, false]);
});

test('of the names the one that comes nearest is right', () => {
  expect(casesOf(ALL).names.map((names) => names.filter((c) => c.isTrue).length)).toEqual([1, 1, 1]);
  expect(
    casesOf([figure('拆除违建面积', 2.1, '万平方米')])
      .names.flat()
      .some((c) => c.isTrue),
  ).toBe(true);
  expect(casesOf([]).names).toEqual([]);
});

test('passages teach their own habits apart', () => {
  const [own] = casesOf(ALL, 'passages').kept;
  const [shared] = casesOf(ALL).kept;
  const length = shared?.evidence.length ?? 0;
  expect(own?.evidence.slice(0, length)).toEqual(shared?.evidence);
  expect(own?.evidence.length).toBeGreaterThan(length);
});

test('a text whose figures nobody annotated teaches nothing', () => {
  expect(casesOf(null)).toEqual({ kept: [], names: [] });
});
