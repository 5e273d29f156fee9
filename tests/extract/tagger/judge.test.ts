/** What the model adds to the finders, what can be left out, and how it gives its reasons. */
import { describe, expect, test } from 'vitest';
import { ALL_PARTS, type Parts } from '../../../src/extract/engine.js';
import { readDocument } from '../../../src/extract/index.js';
import { openKnowledge } from '../../../src/knowledge.js';
import { readText } from '../../../src/read/index.js';

const TEXT =
  '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n' +
  '引进朗越传感、柏瑞密封、晨曜光学等企业5家，朗越传感二期厂房结顶。' +
  '东坝、柳河、石桥三村完成污水管网改造，东坝村获评省级文明村。深化“清河净岸”行动，开展安全生产检查。\n';

const readWith = (parts: Parts) => {
  const { engine, atlas } = openKnowledge(undefined, parts);
  return readDocument(readText('a.txt', TEXT, atlas), engine, atlas);
};
const found = (parts: Parts) => readWith(parts).decision.kept.map((m) => `${m.type} ${m.name} ${m.rule}`);
const whole = readWith(ALL_PARTS);

test('what no rule knows is found by the model, under a rule id of its own', () => {
  const byModel = whole.decision.kept.filter((m) => m.rule.startsWith('model.'));
  expect(byModel.length).toBeGreaterThan(0);
  for (const m of byModel) expect(m.rule).toBe(`model.${m.type.toLowerCase()}`);
  const before = readWith({ ...ALL_PARTS, model: false }).decision.kept;
  expect(before.some((m) => m.rule.startsWith('model.'))).toBe(false);
});

test('scores are probabilities in per cent, spans are the text', () => {
  for (const m of whole.decision.kept) {
    expect(m.score).toBeGreaterThanOrEqual(33);
    expect(m.score).toBeLessThanOrEqual(100);
    expect(whole.report.text.slice(...m.span)).toBe(m.name);
  }
});

test('no name ends within a date', () => {
  const { engine, atlas } = openKnowledge();
  for (const year of [2022, 2023, 2024]) {
    const text = `浙江省云川市白芦镇${year}年政府工作报告\n一、${year}年工作回顾\n白芦镇${year}年6月举办首届芦花节。\n`;
    const { kept } = readDocument(readText('a.txt', text, atlas), engine, atlas).decision;
    expect(kept.map(({ name }) => name)).toContain('首届芦花节');
    for (const { span, name } of kept) expect(`${name}|${text[span[1]]}`).not.toMatch(/\d\|[年月日]/);
  }
});

describe('parts', () => {
  test.each<[string, Partial<Parts>]>([
    ['knowledge', { knowledge: false }],
    ['model', { model: false }],
    ['document', { document: false }],
  ])('leaving out %s changes what is found', (_, part) => {
    expect(found({ ...ALL_PARTS, ...part })).not.toEqual(found(ALL_PARTS));
  });

  test('without knowledge no lexicon entry finds anything', () => {
    for (const line of found({ ...ALL_PARTS, knowledge: false })) expect(line).toMatch(/ model\.[a-z]+$/);
  });
});

test('every name comes with its reasons, the heaviest first', () => {
  for (const m of whole.decision.kept) {
    const reasons = whole.decision.reasonsFor?.(m) ?? [];
    expect(reasons.length, m.name).toBeGreaterThan(5);
    const weights = reasons.map((r) => Math.abs(r.weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    // Their sum is the log-odds behind the score.
    const p = 100 / (1 + Math.exp(-reasons.reduce((sum, r) => sum + r.weight, 0)));
    expect(m.score).toBeCloseTo(p, 0);
    for (const { zh, en } of reasons) expect([zh, en]).not.toContain('');
  }
});

test('a report without sentences has no names', () => {
  const { engine, atlas } = openKnowledge();
  expect(readDocument(readText('a.txt', '\n\n', atlas), engine, atlas).decision.kept).toEqual([]);
});
