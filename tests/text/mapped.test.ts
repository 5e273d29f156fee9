/** Text that remembers its source: edits of equal and of other length, chained, and spans back into the source. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappedText } from '../../src/model.js';
import { type Edit, edit, mapped, replaceAll, sourceSpan } from '../../src/text/mapped.js';

const positions = ({ starts, ends }: MappedText): [number, number][] =>
  [...starts].map((start, i) => [start, ends[i] ?? -1]);

describe('edit', () => {
  const cases: readonly (readonly [
    what: string,
    source: string,
    edits: readonly Edit[],
    text: string,
    at: readonly (readonly [number, number])[],
  ])[] = [
    [
      'nothing',
      '青禾',
      [],
      '青禾',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'unit for unit',
      '實現了',
      [{ start: 0, end: 2, text: '实现' }],
      '实现了',
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      'taken out',
      '鎮(zhèn)村',
      [{ start: 1, end: 7, text: '' }],
      '鎮村',
      [
        [0, 1],
        [7, 8],
      ],
    ],
    [
      'many to one',
      '甲,,乙',
      [{ start: 1, end: 3, text: '，' }],
      '甲，乙',
      [
        [0, 1],
        [1, 3],
        [3, 4],
      ],
    ],
    [
      'one to many: each unit stands for the whole',
      '甲㎡乙',
      [{ start: 1, end: 2, text: '平方米' }],
      '甲平方米乙',
      [
        [0, 1],
        [1, 2],
        [1, 2],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      'put in',
      '甲乙',
      [{ start: 1, end: 1, text: '、' }],
      '甲、乙',
      [
        [0, 1],
        [1, 1],
        [1, 2],
      ],
    ],
    [
      'side by side, and at both ends',
      'abcd',
      [
        { start: 0, end: 1, text: '' },
        { start: 1, end: 3, text: 'X' },
        { start: 3, end: 4, text: '' },
      ],
      'X',
      [[1, 3]],
    ],
  ];
  test.each(cases)('%s', (_what, source, edits, text, at) => {
    const edited = edit(mapped(source), edits);
    expect(edited.text).toBe(text);
    expect(positions(edited)).toEqual(at);
  });

  test('chains: the second edit still points into the source', () => {
    const once = edit(mapped('青(qīng)禾鎮'), [{ start: 1, end: 7, text: '' }]);
    const twice = replaceAll(once, /鎮/g, () => '镇');
    const thrice = replaceAll(twice, /青禾/g, () => '青禾 ');
    expect(thrice.text).toBe('青禾 镇');
    // 青禾 became longer, so its units share its range; the pinyin between its characters belongs to it.
    expect(positions(thrice)).toEqual([
      [0, 8],
      [0, 8],
      [0, 8],
      [8, 9],
    ]);
  });

  test('a replacement by itself changes no position', () => {
    const source = mapped('村村');
    expect(replaceAll(source, /村/g, () => '村')).toBe(source);
  });
});

describe('sourceSpan', () => {
  const map = edit(mapped('甲(jiǎ)乙丙'), [{ start: 1, end: 6, text: '' }]);
  test.each([
    [[0, 1], '甲'],
    [[0, 2], '甲(jiǎ)乙'],
    [[1, 3], '乙丙'],
    [[2, 2], ''],
    [[3, 3], ''],
  ] as const)('%j is %j', (span, expected) => {
    expect('甲(jiǎ)乙丙'.slice(...sourceSpan(map, span))).toBe(expected);
  });
});

test('whatever is taken out and in whatever order, what is left points at itself', () => {
  const chain = fc.array(fc.constantFrom(/[a-z]+/g, /[ \n]/g, /\d/g, /\([^)]*\)/g), { maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom('青', '禾', '(', ')', 'a', 'z', '7', ' ', '\n', '😀') });
  fc.assert(
    fc.property(text, chain, (source, patterns) => {
      const map = patterns.reduce((m, p) => replaceAll(m, p, () => ''), mapped(source));
      expect(map.starts).toHaveLength(map.text.length);
      expect(map.ends).toHaveLength(map.text.length);
      for (let i = 0; i < map.text.length; i++) {
        expect(source.slice(map.starts[i], map.ends[i])).toBe(map.text[i]);
        expect(map.starts[i]).toBeGreaterThanOrEqual(map.ends[i - 1] ?? 0);
      }
    }),
  );
});
