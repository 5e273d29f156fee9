/** Folding of full-width forms: what folds, what stays, and that the length never changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWidth } from '../../src/text/width.js';

test.each([
  ['（２０２３年）', '(2023年)'],
  ['增长５．２％，其中：', '增长5.2%,其中:'],
  ['ＧＤＰ　ｋｍ', 'GDP km'],
  ['⼀⼆', '一二'],
  ['￥３', '¥3'],
  // Chinese marks that have no plain form, and what would change in length or sense.
  ['“青禾”、《志》。', '“青禾”、《志》。'],
  ['①东坝村②柳河村', '①东坝村②柳河村'],
  ['120㎡、3㎞', '120㎡、3㎞'],
  ['Ⅲ类', 'Ⅲ类'],
  ['😀𠮷', '😀𠮷'],
  ['', ''],
])('%s → %s', (text, expected) => {
  expect(foldWidth(text)).toBe(expected);
});

test('keeps the length of any text, and folds once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const folded = foldWidth(text);
      expect(folded).toHaveLength(text.length);
      expect(foldWidth(folded)).toBe(folded);
    }),
  );
});
