import { describe, expect, test } from 'vitest';
import { type Annotations, type ScoredRelation, scoreDocument } from '../../src/score/document.js';

const entities = [
  { id: 'T', type: 'Town', name: '青禾镇' },
  { id: 'V', type: 'Village', name: '东坝村' },
  { id: 'H', type: 'Honour', name: '省级文明村' },
  { id: 'O', type: 'Honour', name: '最美乡村', optional: true },
  { id: 'J', type: 'Project', name: '青禾港', alt_types: ['Park'] },
];
const of = (parts: Partial<Annotations>): Annotations => ({
  entities,
  relations: [],
  indicators: [],
  ...parts,
});
const flat = (tallies: Readonly<Record<string, { tp: number; fp: number; fn: number }>>) =>
  Object.fromEntries(Object.entries(tallies).map(([key, { tp, fp, fn }]) => [key, [tp, fp, fn]]));

describe('entities', () => {
  const count = (predicted: Annotations['entities']) =>
    flat(scoreDocument(of({}), of({ entities: predicted }), false).entities);

  test.each<[string, Annotations['entities'], Record<string, number[]>]>([
    ['all found', entities, { Town: [1, 0, 0], Village: [1, 0, 0], Honour: [1, 0, 0], Project: [1, 0, 0] }],
    [
      'nothing found: optional is no miss',
      [],
      { Town: [0, 0, 1], Village: [0, 0, 1], Honour: [0, 0, 1], Project: [0, 0, 1] },
    ],
    [
      'a false find counts under its own type',
      [...entities, { id: 'X', type: 'Park', name: '云川产业园' }],
      { Town: [1, 0, 0], Village: [1, 0, 0], Honour: [1, 0, 0], Project: [1, 0, 0], Park: [0, 1, 0] },
    ],
    [
      'an admissible type counts under that of the gold',
      [{ id: 'P', type: 'Park', name: '青禾港' }],
      { Town: [0, 0, 1], Village: [0, 0, 1], Honour: [0, 0, 1], Project: [1, 0, 0] },
    ],
    [
      'a twin is neutral',
      [...entities, { id: 'P', type: 'Park', name: '青禾港' }],
      { Town: [1, 0, 0], Village: [1, 0, 0], Honour: [1, 0, 0], Project: [1, 0, 0] },
    ],
  ])('%s', (_name, predicted, expected) => {
    expect(count(predicted)).toEqual(expected);
  });
});

describe('relations', () => {
  const won = (rest: Partial<ScoredRelation> = {}): ScoredRelation => ({
    subj: 'V',
    rel: '获评',
    obj: 'H',
    ...rest,
  });

  test.each<[string, ScoredRelation[], ScoredRelation[], number[], number[]]>([
    ['equal', [won({ status: 'done' })], [won({ status: 'done' })], [1, 0, 0], [1, 0, 0]],
    ['ongoing and unstated count as done', [won()], [won({ status: 'ongoing' })], [1, 0, 0], [1, 0, 0]],
    ['another status', [won({ status: 'done' })], [won({ status: 'planned' })], [0, 1, 1], [1, 0, 0]],
    ['another relation', [won()], [won({ rel: '属于' })], [0, 1, 1], [0, 1, 1]],
    ['turned round', [won()], [won({ subj: 'H', obj: 'V' })], [0, 1, 1], [0, 1, 1]],
    ['missed', [won()], [], [0, 0, 1], [0, 0, 1]],
    ['repeated in the prediction', [won()], [won(), won()], [1, 0, 0], [1, 0, 0]],
    [
      'stated twice, planned and done',
      [won({ status: 'planned' }), won({ status: 'done' })],
      [won({ status: 'done' })],
      [1, 0, 1],
      [1, 0, 0],
    ],
    ['optional: neither credit', [won({ optional: true })], [won()], [0, 0, 0], [0, 0, 0]],
    ['optional: nor penalty', [won({ optional: true })], [], [0, 0, 0], [0, 0, 0]],
    ['about an optional entity', [won({ obj: 'O' })], [won({ subj: 'T', obj: 'O' })], [0, 0, 0], [0, 0, 0]],
    ['a thing and itself', [], [won({ rel: '位于', subj: 'T', obj: 'T' })], [0, 0, 0], [0, 0, 0]],
    ['an end nobody found', [], [won({ obj: 'nowhere' })], [0, 1, 0], [0, 1, 0]],
  ])('%s', (_name, gold, predicted, strict, relaxed) => {
    for (const [mode, expected] of [
      [false, strict],
      [true, relaxed],
    ] as const) {
      const { relations } = scoreDocument(of({ relations: gold }), of({ relations: predicted }), mode);
      const [tp, fp, fn] = ['tp', 'fp', 'fn'].map((key) =>
        Object.values(relations).reduce((n, t) => n + t[key as 'tp'], 0),
      );
      expect([tp, fp, fn]).toEqual(expected);
    }
  });

  test('status and year are right or wrong where the gold states them', () => {
    const gold = [won({ status: 'done', year: 2024 }), won({ subj: 'T' })];
    const predicted = [
      won({ status: 'planned', year: 2024 }),
      won({ subj: 'T', status: 'planned', year: 2020 }),
    ];
    const { accuracy } = scoreDocument(of({ relations: gold }), of({ relations: predicted }), true);
    expect(accuracy).toEqual({ status: [0, 1], year: [1, 1] });
  });
});

describe('indicators', () => {
  const figure = {
    indicator: '地区生产总值',
    value: 30.5,
    unit: '亿元',
    year: 2024,
    yoy: 6.2,
    status: 'done',
    period: '全年',
  };
  type Figure = Annotations['indicators'][number];

  test.each<[string, Partial<Figure>, number[], number[]]>([
    ['equal', {}, [1, 0, 0], [1, 0, 0]],
    ['a near name', { indicator: '地区生产总值额' }, [1, 0, 0], [1, 0, 0]],
    ['another name', { indicator: '固定资产投资' }, [0, 1, 1], [0, 1, 1]],
    ['another value', { value: 30.6 }, [0, 1, 1], [0, 1, 1]],
    ['another unit', { unit: '万元' }, [0, 1, 1], [0, 1, 1]],
    ['another year', { year: 2023 }, [0, 1, 1], [1, 0, 0]],
    ['year unknown', { year: null }, [1, 0, 0], [1, 0, 0]],
    ['another growth and status', { yoy: null, status: 'target' }, [1, 0, 0], [1, 0, 0]],
  ])('%s', (_name, other, strict, relaxed) => {
    for (const [mode, expected] of [
      [false, strict],
      [true, relaxed],
    ] as const) {
      const predicted = of({ indicators: [{ ...figure, ...other }] });
      const { indicators } = scoreDocument(of({ indicators: [figure] }), predicted, mode);
      expect(flat(indicators)).toEqual({ Indicator: expected });
    }
  });

  test('one figure answers one figure, an optional one none', () => {
    const twice = scoreDocument(of({ indicators: [figure] }), of({ indicators: [figure, figure] }), false);
    expect(flat(twice.indicators)).toEqual({ Indicator: [1, 1, 0] });
    const optional = of({ indicators: [{ ...figure, optional: true }] });
    expect(flat(scoreDocument(optional, of({ indicators: [figure] }), false).indicators)).toEqual({});
    expect(flat(scoreDocument(optional, of({}), false).indicators)).toEqual({});
  });

  test('what is right of growth, status and period', () => {
    const predicted = of({ indicators: [{ ...figure, yoy: 6.3, period: null }] });
    expect(scoreDocument(of({ indicators: [figure] }), predicted, false).accuracy).toEqual({
      'indicator status': [1, 1],
      'indicator yoy': [0, 1],
      'indicator period': [0, 1],
    });
  });
});

test('errors: misses and false finds, with what stood nearest and the rule', () => {
  const { errors } = scoreDocument(
    of({ relations: [{ subj: 'V', rel: '获评', obj: 'H', evidence: '东坝村获评省级文明村' }] }),
    of({
      entities: [
        ...entities.slice(0, 2),
        { id: 'P', type: 'Facility', name: '青禾港', rule: 'r.a' },
        { id: 'Q', type: 'Honour', name: '省级文明村庄', rule: 'r.b' },
      ],
      relations: [{ subj: 'V', rel: '获评', obj: 'Q', rule: 'r.c' }],
    }),
    false,
  );
  expect(errors).toEqual([
    '+ Facility 青禾港  (type: gold has Project)  [r.a]',
    '+ Honour 省级文明村庄  (edges: gold has Honour 省级文明村)  [r.b]',
    '- Honour 省级文明村  «»',
    '- Project 青禾港  «»',
    '+ 东坝村 -获评()-> 省级文明村庄  (end not in gold)  [r.c]',
    '- 东坝村 -获评()-> 省级文明村  «东坝村获评省级文明村»',
  ]);
});
