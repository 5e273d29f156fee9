/** What holds of any text: spans are what they say, claims fit the ontology and name a rule, nothing is remembered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { RULES } from '../../src/extract/rules.js';
import { openKnowledge } from '../../src/knowledge.js';
import type { Extraction } from '../../src/model.js';
import { readText } from '../../src/read/index.js';
import { RELATIONS } from '../../src/schema.js';
import { sampleFiles } from '../samples.js';
import { QINGHE, REVIEW } from './reading.js';

const { engine, atlas } = openKnowledge();
const samples = sampleFiles().map((file) => ({
  path: file.path,
  text: new TextDecoder().decode(file.bytes),
}));
const sentences = samples.flatMap(({ text }) => text.split(/(?<=[。；，\n])/));

/** Sentences and halves of sentences of the samples in any order, with headings, marks and noise between. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...sentences) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\n二、2025年工作安排\n',
          '“',
          '”',
          '（',
          '、',
          '等3家企业',
          '等',
          '村',
          '镇',
          '获评',
        ),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    ),
    { maxLength: 20 },
  )
  .map((parts) => `${QINGHE}\n${REVIEW}\n${parts.join('')}`);

const read = (text: string): Extraction => extract(readText('a.txt', text, atlas), engine, atlas);

const known = new Set([...engine.lexicon.entries.map((e) => e.id), ...Object.keys(RULES)]);

const holds = ({ report, entities, relations, indicators }: Extraction): void => {
  const typeOf = new Map(entities.map((e) => [e.id, e.type]));
  expect(typeOf.size).toBe(entities.length);
  for (const { type, mentions } of entities)
    for (const m of mentions) {
      const slice = report.text.slice(...m.span);
      expect(m.type === 'Person' ? slice.replace(/\s/g, '') : slice, m.rule).toBe(m.name);
      expect(m.type).toBe(type);
      const within = report.sentences[m.sentence]?.span ?? [0, 0];
      expect(within[0] <= m.span[0] && m.span[1] <= within[1], `${m.name} ${m.rule}`).toBe(true);
      expect(known, m.name).toContain(m.rule);
    }
  for (const r of relations) {
    expect(RELATIONS[r.relation].from).toContain(typeOf.get(r.subject));
    expect(RELATIONS[r.relation].to).toContain(typeOf.get(r.object));
    expect(r.subject).not.toBe(r.object);
    expect(known).toContain(r.rule);
  }
  for (const i of indicators) {
    expect(known).toContain(i.rule);
    expect(Number.isFinite(i.value)).toBe(true);
    expect(i.indicator).not.toBe('');
  }
  const spans = entities.flatMap((e) => e.mentions.map((m) => m.span));
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const open: number[] = [];
  for (const [start, end] of spans) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
    expect(end <= (open.at(-1) ?? Number.POSITIVE_INFINITY), report.text.slice(start, end)).toBe(true);
    open.push(end);
  }
};

test('of the samples', () => {
  for (const { text } of samples) holds(read(text));
});

test('of sentences in any order', () => {
  fc.assert(
    fc.property(anyText, (text) => holds(read(text))),
    { numRuns: 150 },
  );
});

test('a report gives the same alone, after others, and twice', () => {
  const together = samples.map(({ text }) => read(text));
  for (const [i, { text }] of [...samples.entries()].reverse()) {
    const fresh = openKnowledge();
    const alone = extract(readText('a.txt', text, fresh.atlas), fresh.engine, fresh.atlas);
    expect(alone).toEqual(together[i]);
    expect(read(text)).toEqual(together[i]);
  }
});

test('every rule of the code is said in a line of its own', () => {
  expect(new Set(Object.values(RULES)).size).toBe(Object.keys(RULES).length);
  expect(Object.keys(RULES).filter((id) => engine.lexicon.entries.some((e) => e.id === id))).toEqual([]);
});
