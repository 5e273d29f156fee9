import { describe, expect, test } from 'vitest';
import { matchEntities, type ScoredEntity } from '../../src/score/match.js';
import { fold, nearness } from '../../src/text/nearness.js';

test.each([
  ['spaces, quotation marks and brackets', '“青禾 杯”（ 首届 ）', '青禾杯首届'],
  ['width and case', 'ＡＢ－1期', 'ab-1期'],
  ['absent', undefined, ''],
])('fold: %s', (_name, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['equal', '青禾大桥', '青禾大桥', 1],
  ['contained, 60 %', '冷链物流中心项', '青禾县冷链物流中心项', 0.9],
  ['contained, under 60 %', '产业园', '青禾镇农机产业园', 0],
  ['contained, under three characters', '青禾', '青禾镇', 0],
  ['three bigrams of five in common', '东坝文化礼堂', '东坝文明礼堂', 0],
  ['Dice above .75', '青禾镇冷链物流中心甲', '青禾镇冷链物流中心乙', (2 * 8 * 0.9) / 18],
  ['nothing in common', '青禾大桥', '柳河村', 0],
  ['single characters', '甲', '乙', 0],
])('nearness: %s', (_name, a, b, expected) => {
  expect(nearness(a, b)).toBeCloseTo(expected, 10);
  expect(nearness(b, a)).toBeCloseTo(expected, 10);
});

const gold = (id: string, type: string, name: string, rest: Partial<ScoredEntity> = {}): ScoredEntity => ({
  id,
  type,
  name,
  ...rest,
});

describe('matchEntities', () => {
  const pairs = (g: ScoredEntity[], p: ScoredEntity[], relaxed = false) =>
    [...matchEntities(g, p, relaxed).map].map(([id, e]) => `${id}=${e.id}`).sort();

  test.each<[string, ScoredEntity[], ScoredEntity[], string[], string[]]>([
    ['name', [gold('G', 'Town', '青禾镇')], [gold('P', 'Town', '青禾镇')], ['P=G'], ['P=G']],
    ['other type', [gold('G', 'Town', '青禾镇')], [gold('P', 'Park', '青禾镇')], [], []],
    [
      'alias of the gold',
      [gold('G', 'Village', '东坝村', { aliases: ['东坝'] })],
      [gold('P', 'Village', '东坝')],
      ['P=G'],
      ['P=G'],
    ],
    [
      'alias of the prediction',
      [gold('G', 'Village', '东坝村')],
      [gold('P', 'Village', '东坝', { aliases: ['东坝村'] })],
      ['P=G'],
      ['P=G'],
    ],
    [
      'admissible type',
      [gold('G', 'Project', '青禾冷链中心', { alt_types: ['Facility'] })],
      [gold('P', 'Facility', '青禾冷链中心')],
      ['P=G'],
      ['P=G'],
    ],
    [
      'a type only the prediction calls admissible',
      [gold('G', 'Project', '青禾冷链中心')],
      [gold('P', 'Facility', '青禾冷链中心', { alt_types: ['Project'] })],
      [],
      [],
    ],
    [
      'near names count when relaxed only',
      [gold('G', 'Project', '青禾冷链物流中心')],
      [gold('P', 'Project', '青禾冷链物流中心项目')],
      [],
      ['P=G'],
    ],
    [
      'one to one, the equal name before the near one',
      [gold('G', 'Project', '青禾冷链物流中心')],
      [gold('P', 'Project', '青禾冷链物流中心项目'), gold('Q', 'Project', '青禾冷链物流中心')],
      ['Q=G'],
      ['Q=G'],
    ],
    [
      'the right type before an admissible one',
      [gold('G', 'Project', '青禾港', { alt_types: ['Park'] })],
      [gold('P', 'Park', '青禾港'), gold('Q', 'Project', '青禾港')],
      ['P=G', 'Q=G'],
      ['P=G', 'Q=G'],
    ],
  ])('%s', (_name, g, p, strict, relaxed) => {
    expect(pairs(g, p)).toEqual(strict);
    expect(pairs(g, p, true)).toEqual(relaxed);
  });

  test('a second reading under another admissible type is a twin, the same type twice is not', () => {
    const g = [gold('G', 'Project', '青禾港', { alt_types: ['Park'] })];
    const twice = matchEntities(g, [gold('P', 'Project', '青禾港'), gold('Q', 'Park', '青禾港')], false);
    expect([...twice.twins]).toEqual(['Q']);
    const same = matchEntities(g, [gold('P', 'Project', '青禾港'), gold('Q', 'Project', '青禾港')], false);
    expect([[...same.map.keys()], [...same.twins]]).toEqual([['P'], []]);
  });
});
