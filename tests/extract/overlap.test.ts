/** Which of two candidates that overlap is kept: what may nest, what competes, and that order plays no part. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/extract/overlap.js';
import type { Mention } from '../../src/model.js';
import { ENTITY_TYPES, type EntityType } from '../../src/schema.js';

const mention = (
  type: EntityType,
  [start, end]: readonly [number, number],
  score = 60,
  rule = 'a.rule',
): Mention => ({ type, name: `${start}-${end}`, span: [start, end], sentence: 0, rule, score });

const kept = (...candidates: Mention[]): string[] =>
  decide(candidates).kept.map((m) => `${m.type} ${m.span.join('-')}`);

describe('nesting', () => {
  test.each<[EntityType, EntityType, boolean]>([
    ['Company', 'Project', true],
    ['Program', 'Project', true],
    ['Village', 'Project', true],
    ['Region', 'Honour', true],
    ['Program', 'Honour', true],
    ['Town', 'Organization', true],
    ['Village', 'Company', true],
    ['Project', 'Company', false],
    ['Honour', 'Program', false],
    ['Village', 'Town', false],
    ['Project', 'Project', false],
    ['Company', 'Honour', false],
    ['Region', 'Person', false],
  ])('%s in %s: %s', (inner, outer, both) => {
    const found = kept(mention(inner, [0, 3]), mention(outer, [0, 8]));
    expect(found).toEqual(both ? [`${outer} 0-8`, `${inner} 0-3`] : [`${outer} 0-8`]);
  });

  test('of three, each in the next', () => {
    expect(kept(mention('Village', [0, 3]), mention('Company', [0, 6]), mention('Project', [0, 9]))).toEqual([
      'Project 0-9',
      'Company 0-6',
      'Village 0-3',
    ]);
  });
});

describe('competing', () => {
  test.each<[string, Mention[], string[]]>([
    ['apart', [mention('Company', [0, 4]), mention('Park', [4, 8])], ['Company 0-4', 'Park 4-8']],
    [
      'crossing, the better founded',
      [mention('Company', [0, 5], 40), mention('Park', [3, 8], 60)],
      ['Park 3-8'],
    ],
    ['crossing, the longer', [mention('Company', [0, 4]), mention('Park', [3, 9])], ['Park 3-9']],
    ['same span', [mention('Village', [0, 4], 50), mention('Company', [0, 4], 52)], ['Company 0-4']],
    [
      'a part much better founded',
      [mention('Honour', [2, 5], 90), mention('Event', [0, 6], 40)],
      ['Honour 2-5'],
    ],
    [
      'the loser of a loser',
      [mention('Company', [0, 5], 80), mention('Park', [4, 9], 60), mention('Person', [8, 12], 40)],
      ['Company 0-5', 'Person 8-12'],
    ],
  ])('%s', (_what, candidates, expected) => expect(kept(...candidates)).toEqual(expected));

  test('a loser names the one that beat it', () => {
    const [strong, weak] = [mention('Company', [0, 5], 80), mention('Park', [4, 9], 60)];
    expect(decide([weak, strong]).lost).toEqual([{ mention: weak, to: strong }]);
  });
});

const anyMention = fc
  .tuple(
    fc.constantFrom(...ENTITY_TYPES),
    fc.nat(20),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom(40, 60, 80),
    fc.constantFrom('a.rule', 'b.rule'),
  )
  .map(([type, start, length, score, rule]) => mention(type, [start, start + length], score, rule));

describe('any candidates', () => {
  test('what is kept never crosses, and nothing is lost from sight', () => {
    fc.assert(
      fc.property(fc.array(anyMention, { maxLength: 14 }), (candidates) => {
        const decision = decide(candidates);
        expect(decision.kept.length + decision.lost.length).toBe(candidates.length);
        for (const { span: a } of decision.kept)
          for (const { span: b } of decision.kept)
            expect(a[0] < b[0] && b[0] < a[1] && a[1] < b[1], `${a} ${b}`).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('their order plays no part', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyMention, { maxLength: 12 })
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          expect(kept(...shuffled)).toEqual(kept(...list));
        },
      ),
      { numRuns: 300 },
    );
  });
});
