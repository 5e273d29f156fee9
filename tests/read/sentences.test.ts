/** Where sentences end, the section each lies in, and the year it speaks of. */
import { describe, expect, test } from 'vitest';
import { outline, paragraphsOf } from '../../src/read/outline.js';
import { LONGEST, sentencesOf } from '../../src/read/sentences.js';

const sentences = (text: string) => {
  const paragraphs = paragraphsOf(text);
  return sentencesOf(text, paragraphs, outline(text, paragraphs, 2023));
};

test.each<[text: string, expected: string[]]>([
  ['东坝村获评。柳河村入选。', ['东坝村获评。', '柳河村入选。']],
  ['各位代表！大家好！！', ['各位代表！', '大家好！！']],
  ['“积分制”怎么样？好。', ['“积分制”怎么样？', '好。']],
  ['他说：“好。”再说。', ['他说：“好。”', '再说。']],
  ['（见附表。）其余照办', ['（见附表。）', '其余照办']],
  ['没有句号', ['没有句号']],
  ['第一行\n第二行。', ['第一行', '第二行。']],
  ['增长5.2%。', ['增长5.2%。']],
  ['一；二，三：四。', ['一；二，三：四。']],
  [' 甲。 乙。 ', ['甲。', '乙。']],
  ['。', ['。']],
  ['\n\n', []],
  ['', []],
])('%j', (text, expected) => {
  expect(sentences(text).map((s) => text.slice(...s.span))).toEqual(expected);
});

test('a text without headings turns from what was to what is to come with a paragraph', () => {
  const text =
    '2023年，真抓实干。园区建成。\n工业稳中有进。到2025年翻番。企业上市。\n2024年，要再接再厉。\n主要目标如下。去年的事不再说。抓项目。';
  const paragraphs = paragraphsOf(text);
  const start = { year: 2023, mood: 'back', period: null } as const;
  expect(
    sentencesOf(text, paragraphs, outline(text, paragraphs, 2023), start, 2023).map((s) => [
      text.slice(...s.span),
      s.frame.year,
      s.frame.mood,
    ]),
  ).toEqual([
    ['2023年，真抓实干。', 2023, 'back'],
    ['园区建成。', 2023, 'back'],
    ['工业稳中有进。', 2023, 'back'],
    // Said in passing: what follows is of the year before.
    ['到2025年翻番。', 2025, 'forward'],
    ['企业上市。', 2023, 'back'],
    ['2024年，要再接再厉。', 2024, 'forward'],
    ['主要目标如下。', 2024, 'forward'],
    ['去年的事不再说。', 2023, 'back'],
    ['抓项目。', 2023, 'back'],
  ]);
});

test('each knows its section and its year', () => {
  const text = '序。\n一、2023年工作回顾\n甲。去年乙。\n二、2024年工作安排\n（一）产业。丙。到2025年丁。';
  expect(sentences(text).map((s) => [text.slice(...s.span), s.section, s.frame.year, s.frame.mood])).toEqual([
    ['序。', -1, null, null],
    ['一、2023年工作回顾', 0, 2023, 'back'],
    ['甲。', 0, 2023, 'back'],
    ['去年乙。', 0, 2022, 'back'],
    ['二、2024年工作安排', 1, 2024, 'forward'],
    ['（一）产业。', 2, 2024, 'forward'],
    ['丙。', 2, 2024, 'forward'],
    ['到2025年丁。', 2, 2025, 'forward'],
  ]);
});

test('in a text without headings the year last named holds on', () => {
  const text = '2022年建成园区。入驻企业3家。\n2023年扩建园区。新增企业5家。';
  expect(sentences(text).map((s) => s.frame.year)).toEqual([2022, 2022, 2023, 2023]);
});

describe('a text that lost its stops', () => {
  const parts = (text: string) => sentences(text).map((s) => text.slice(...s.span));

  test('is cut between clauses, and nothing is lost', () => {
    const text = '东坝村获评省级未来乡村，'.repeat(1000);
    const found = parts(text);
    expect(found.join('')).toBe(text);
    expect(found.every((s) => s.length <= LONGEST && s.endsWith('，'))).toBe(true);
  });

  test.each([
    ['without any mark', '村'.repeat(5000)],
    ['of characters outside the first plane', `村${'𠮷'.repeat(5000)}`],
    ['with marks at its beginning only', `甲，乙，${'村'.repeat(5000)}`],
  ])('%s is cut between characters', (_what, text) => {
    const found = parts(text);
    expect(found.join('')).toBe(text);
    expect(found.every((s) => s.length <= LONGEST && !/[\ud800-\udbff]$/.test(s))).toBe(true);
  });

  test('a long sentence of a report stays whole', () => {
    const text = `${'东坝村获评省级未来乡村，'.repeat(100)}成效明显。`;
    expect(parts(text)).toEqual([text]);
  });
});
