import { describe, expect, it } from 'vitest';
import { mark } from '../../../viz/mark.js';

/** 【】 marks the first name, 〖〗 the second. */
const shown = (sentence: string, names: readonly (readonly string[])[]) =>
  mark(sentence, names)
    .map(({ text, name }) => (name === null ? text : name === 0 ? `【${text}】` : `〖${text}〗`))
    .join('');

describe('mark', () => {
  it.each([
    ['东坝村获评云川市文明村。', ['东坝村'], ['云川市文明村'], '【东坝村】获评〖云川市文明村〗。'],
    ['深入推进“和美”乡村建设。', ['青禾镇'], ['和美乡村建设'], '深入推进“〖和美”乡村建设〗。'],
    ['青禾、青禾镇都在云川', ['青禾', '青禾镇'], ['云川'], '青禾、【青禾镇】都在〖云川〗'],
    ['青禾与青禾', ['青禾'], ['云川'], '【青禾】与【青禾】'],
    ['青禾青禾', ['青禾'], [], '【青禾】【青禾】'],
    ['青禾镇文化节', ['青禾镇'], ['青禾镇文化节'], '〖青禾镇文化节〗'],
    ['什么也没有', ['青禾'], ['云川'], '什么也没有'],
    ['', ['青禾'], ['云川'], ''],
    ['<b>青禾</b>', ['<b>'], ['青禾'], '【<b>】〖青禾〗</b>'],
    ['空名不算', [''], ['“”'], '空名不算'],
  ])('marks in %s', (sentence, subject, object, expected) => {
    expect(shown(sentence, [subject, object])).toBe(expected);
    expect(
      mark(sentence, [subject, object])
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence);
  });
});
