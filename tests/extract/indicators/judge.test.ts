/** What the model adds to the rules of figures, and how it gives its reasons. */
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/extract/index.js';
import { addKeptEvidence, addNameEvidence } from '../../../src/extract/indicators/judge/evidence.js';
import { namesFor } from '../../../src/extract/indicators/judge/names.js';
import { reasonsForFigure } from '../../../src/extract/indicators/judge/reasons.js';
import { KEPT_TEMPLATES, NAME_TEMPLATES } from '../../../src/extract/indicators/judge/templates.js';
import { NotingSink } from '../../../src/extract/tagger/sink.js';
import { openKnowledge } from '../../../src/knowledge.js';
import { readText } from '../../../src/read/index.js';

const { engine, atlas } = openKnowledge();
const { model } = engine.tagger ?? { model: null };
const readingOf = (body: string) =>
  readDocument(
    readText('a.txt', `浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n${body}\n`, atlas),
    engine,
    atlas,
  );
const told = (body: string): string[] =>
  readingOf(body).indicators.map((i) => `${i.indicator} ${i.value}${i.unit}`);

describe('figures', () => {
  test.each<[string, string, string[]]>([
    [
      'are called by what stands ahead',
      '全镇新增规上企业3家，拆除违建2.1万平方米。',
      ['新增规上企业 3家', '拆除违建 2.1万平方米'],
    ],
    ['by a noun behind', '上半年42家低效企业完成整治。', ['低效企业 42家']],
    ['by both', '全年新增5家规上企业。', ['新增规上企业 5家']],
    [
      'or together with the one before',
      '水稻面积2万亩，总产1.1万吨。',
      ['水稻面积 2万亩', '水稻总产 1.1万吨'],
    ],
  ])('%s', (_, body, expected) => {
    const names = told(body);
    for (const figure of expected)
      expect(
        names.some(
          (name) => name.startsWith(figure.split(' ')[0] ?? '') && name.endsWith(figure.split(' ')[1] ?? ''),
        ),
        `${figure} in ${names}`,
      ).toBe(true);
  });
  test('a threshold is part of a name', () => {
    expect(told('引进10亿元以上项目2个。').map((f) => f.split(' ')[1])).toEqual(['2个']);
  });
  test('each quantity once', () => {
    const { indicators } = readingOf(
      '规上工业增加值2.1亿元，增长5%；新增规上企业3家、高企2家，拆除违建2.1万平方米。',
    );
    const keys = indicators.map((i) => `${i.value}${i.unit}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('names', () => {
  const { figures } = readingOf(
    '“红马甲”走访农户1200户，恒远精工有限公司投资2亿元建成6.5万平方米厂房，其中10亿元以上项目3个。',
  );
  const candidates = figures.lines.flatMap((line) => line.candidates);
  test('are taken from the sentence, with marks in pairs, each once', () => {
    for (const candidate of candidates) {
      const names = namesFor(figures, candidate).map(({ text }) => text);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name.split('“').length, name).toBe(name.split('”').length);
    }
  });
  test('and do not grow with the sentence', () => {
    const { lines } = readingOf(`${'由1亿元'.repeat(300)}。`).figures;
    const all = lines.flatMap((line) => line.candidates);
    expect(all.length).toBeGreaterThan(200);
    for (const { reading, from } of all) expect(reading.at.left[0] - from).toBeLessThanOrEqual(40);
  });
  test('and say where they were taken from', () => {
    for (const candidate of candidates)
      for (const { kind, text, first, second } of namesFor(figures, candidate))
        if (kind === 'ahead') expect(figures.doc.norm.slice(...(first ?? [0, 0]))).toBe(text);
        else if (kind === 'behind') expect(figures.doc.norm.slice(...(second ?? [0, 0]))).toBe(text);
  });
});

describe('reasons', () => {
  const reading = readingOf(
    '全镇新增规上企业3家，同比增长5%，10家企业完成整治，引进亿元以上项目2个，总投资5亿元。',
  );
  test('every piece of evidence has a name', () => {
    const sink = new NotingSink();
    for (const line of reading.figures.lines)
      for (const candidate of line.candidates) {
        sink.clear();
        addKeptEvidence(reading.figures, line, candidate, sink);
        for (const t of sink.templates.slice(0, sink.length))
          expect(KEPT_TEMPLATES, `${t}`).toHaveProperty(`${t}`);
        for (const name of namesFor(reading.figures, candidate)) {
          sink.clear();
          addNameEvidence(reading.figures, candidate, name, sink);
          for (const t of sink.templates.slice(0, sink.length))
            expect(NAME_TEMPLATES, `${t}`).toHaveProperty(`${t}`);
        }
      }
  });
  test('are given for every figure, heaviest first', () => {
    expect(reading.indicators.length).toBeGreaterThan(2);
    for (const claim of reading.indicators) {
      const reasons = model && reasonsForFigure(reading.figures, model, claim);
      expect(reasons?.kept.length).toBeGreaterThan(0);
      for (const list of [reasons?.kept ?? [], reasons?.name ?? []]) {
        const weights = list.map(({ weight }) => Math.abs(weight));
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
      }
    }
  });
});
