/** Villages in a list that is named once. */
import { expect, test } from 'vitest';
import { reading } from './reading.js';

test.each<[string, string[]]>([
  ['东坝、石桥、禾坪三村建成示范片。', ['东坝村', '石桥村', '禾坪村']],
  ['推进东坝、石桥、禾坪、上塘4个村全域整治。', ['东坝村', '石桥村', '禾坪村', '上塘村']],
  ['在东坝、石桥等8个行政村铺开。', ['东坝村', '石桥村']],
  ['滨河、书香两个社区改造完成。', ['滨河社区', '书香社区']],
  // The count is not that of the items, or the items are no names.
  ['东坝、石桥引来3个村的客人。', []],
  ['对示范、薄弱两个村分类施策。', []],
  ['全镇12个村完成换届。', []],
])('%s', (sentence, expected) => {
  const found = reading(sentence).decision.kept.filter((m) => m.type === 'Village' && m.sentence >= 2);
  expect(
    found.map((m) => m.canonical),
    sentence,
  ).toEqual(expected);
});
