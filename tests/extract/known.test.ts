/** Names the lexicon knows: marks inside them, words across their borders, provinces where they are strangers. */
import { describe, expect, test } from 'vitest';
import { names, reading } from './reading.js';

describe('known names', () => {
  test.each<[string, string[]]>([
    ['全面落实林长制。', ['Program 林长制']],
    ['深化新时代“枫桥经验”。', ['Program 新时代“枫桥经验”']],
    ['学习运用“千万工程”经验。', ['Program 千万工程']],
    ['推进污水零直排区建设。', ['Program 污水零直排区']],
    ['由村级林长制定巡护计划。', []],
    ['每名河长制作一张图。', []],
    ['走在“枫桥”“经验”两条路上。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, ['Program']), sentence).toEqual(expected));

  test('a name of another province counts for less', () => {
    const score = (title: string) =>
      reading('推进污水零直排区建设。', { title }).decision.kept.find((m) => m.name === '污水零直排区')
        ?.score;
    expect(score('云南省云川市青禾镇政府工作报告')).toBeLessThan(
      score('浙江省云川市青禾镇政府工作报告') ?? 0,
    );
  });

  test('a slogan is none', () => {
    expect(names('推动高质量发展，优化“营商环境”。', ['Program'])).toEqual([]);
  });
});
