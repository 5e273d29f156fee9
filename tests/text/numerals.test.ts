/** Values of Arabic and Chinese numerals, and what has none. */
import { expect, test } from 'vitest';
import { COUNT, numeralValue } from '../../src/text/numerals.js';

test.each([
  ['17', 17],
  ['1.2', 1.2],
  ['007', 7],
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['一百零八', 108],
  ['三百六十五', 365],
  ['两千零二十四', 2024],
  ['百', 100],
  ['〇', 0],
  ['二〇二四', 2024],
  ['一九九八', 1998],
])('%s is %d', (numeral, value) => {
  expect(numeralValue(numeral)).toBe(value);
});

// 三四家 is three or four; a thousand-mark, a unit or a word is not read as part of a number.
test.each(['三四', '二三', '', '1,200', '1.', '.5', '-3', '17家', '第三', '若干', '几十', '一万'])(
  '%s has no value',
  (numeral) => {
    expect(numeralValue(numeral)).toBeNull();
  },
);

test.each([
  ['等17家', '17'],
  ['等1.2万', '1.2'],
  ['等十二个', '十二'],
  ['等两条', '两'],
  ['等若干', undefined],
])('COUNT in %s finds %s', (text, found) => {
  expect(text.match(new RegExp(COUNT))?.[0]).toBe(found);
});
