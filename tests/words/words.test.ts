/** The shipped list against the model written out plainly, and a table of a few words: its bytes, its damage. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packWords, readWords } from '../../scripts/derive-words.mjs';
import { ReadError } from '../../src/errors.js';
import { packageFile } from '../../src/paths.js';
import { hashText } from '../../src/text/hash.js';
import { loadWords, openSegmentation, WORD_CLASSES, type Words } from '../../src/words/index.js';

const SENTENCES = [
  '青禾镇全年完成工业总产值三十二亿元。',
  '东坝村、柳河村入选云川市文明村，村民人均可支配收入稳步增长。',
  '党委书记带队走访企业，协调解决用地难题。',
  '新建农村公路12公里，改造老旧小区3个',
  '研究生命的起源',
  '深入推进人居环境整治和垃圾分类工作',
];

/** Every word of the dictionary that occurs in the sentences, with its frequency; and the sum of all frequencies. */
const FREQUENCIES = new Map(
  `
  青5581 禾1106 镇11036 全22165 全年3302 年248559 完13042 完成16365 成44880 工3771 工业26775 业4553 总23585 总产80
  总产值2452 产6838 产值3813 值5361 三42542 三十747 三十二77 十7926 十二1396 十二亿4 二26135 二亿20 亿4023 亿元15600
  元28837 东18279 坝919 村8299 柳2495 柳河25 河12374 河村9 入20209 入选490 选7132 云6353 川1716 市40141 文10253
  文明6584 文明村11 明16120 村民1213 民6640 人313209 人均3051 均20776 可95892 支4883 支配1911 配2720 收8235 收入10403
  稳1908 稳步1233 步4285 增3054 增长20465 长40281 党23403 党委1656 党委书记352 委1495 书18993 书记7681 记7460 带25733
  带队191 队12982 走50437 走访574 访1446 企766 企业34826 协590 协调4071 调7728 调解711 解5923 解决14468 决4589 用76586
  用地329 地160541 难18505 难题1148 题5668 新62626 新建1000 建11608 农1880 农村11478 公5628 公路8748 路27626
  公里13083 里77054 改9286 改造3846 造3060 老33423 旧6655 小57969 小区414 区24952 个125538 研668 研究35029 研究生1816
  究985 生22579 生命6986 命11603 的318825 起58684 起源1504 源4016 深10646 深入4933 推6324 推进4932 进25668 人居71
  居8992 环4066 环境16811 境3916 整1738 整治635 治7500 和555815 垃14 垃圾1165 圾16 分34660 分类3201 类14536 工作66367
  作28016
`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.replace(/\d+$/, ''), Number(/\d+$/.exec(entry)?.[0])] as const),
);
const TOTAL = 60101964;

/** The same model with strings and real logarithms. */
const segmentPlainly = (text: string): string[] => {
  const best: { score: number; words: readonly string[] }[] = [];
  best[text.length] = { score: 0, words: [] };
  for (let start = text.length - 1; start >= 0; start--)
    for (let end = start + 1; end <= text.length; end++) {
      const word = text.slice(start, end);
      const frequency = FREQUENCIES.get(word) ?? (word.length === 1 ? 1 : 0);
      const rest = best[end];
      if (frequency === 0 || !rest) continue;
      const score = Math.log(frequency / TOTAL) + rest.score;
      if (score >= (best[start]?.score ?? Number.NEGATIVE_INFINITY))
        best[start] = { score, words: [word, ...rest.words] };
    }
  return [...(best[0]?.words ?? [])];
};

const segmentWith = (words: Words, text: string, from = 0, to = text.length): string[] => {
  const found = openSegmentation(text.length);
  words.segment(text, from, to, found);
  const parts: string[] = [];
  for (let start = from; start < to; start = found.ends[start] as number)
    parts.push(text.slice(start, found.ends[start]));
  return parts;
};

const words = loadWords();

describe('the shipped list', () => {
  test.each(SENTENCES)('segments %s as the plain model does', (text) => {
    expect(segmentWith(words, text)).toEqual(segmentPlainly(text));
  });

  test('is small and says where it comes from', () => {
    const file = readFileSync(packageFile('data/words.bin'));
    expect(file.length).toBeLessThan(1_300_000);
    const header = JSON.parse(file.toString('utf8', 8, 8 + file.readUInt32LE(4)));
    expect(header).toMatchObject({
      format: 'zhentu-words',
      version: 1,
      source: 'jieba, by @node-rs/jieba@2.0.3',
    });
    expect(readFileSync(packageFile('data/README.md'), 'utf8')).toContain(`${header.words} words`);
  });
});

test('every unit is told its place in its word, the word and its class; others keep what they had', () => {
  const text = '在青禾镇党委书记处、A1';
  const found = openSegmentation(text.length);
  found.tags.fill(9);
  words.segment(text, 4, text.length, found);
  expect([...found.tags]).toEqual([9, 9, 9, 9, 0, 1, 1, 2, 3, 3, 3, 3]);
  expect([...found.starts]).toEqual([0, 0, 0, 0, 4, 4, 4, 4, 8, 9, 10, 11]);
  expect([...found.ends]).toEqual([0, 0, 0, 0, 8, 8, 8, 8, 9, 10, 11, 12]);
  expect([...found.words.slice(4, 8)]).toEqual(Array(4).fill(hashText('党委书记')));
  expect(found.words[10]).toBe(hashText('A'));
  expect([...found.classes.slice(4, 12)].map((c) => WORD_CLASSES[c])).toEqual([
    ...['n', 'n', 'n', 'n', 'n'],
    ...['unknown', 'unknown', 'unknown'],
  ]);
});

test('a segmentation too short for the text is refused', () => {
  expect(() => words.segment('青禾镇', 0, 3, openSegmentation(2))).toThrow(RangeError);
});

describe('a table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhentu-words-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rows = readWords(
    '的 1000 uj\n云 10 ns\n云川 40 ns\n云川人 3 nr\n川人 300 nrt\n人 50 n\n云川云川云川川 99 n\nA股 90 n\n川 0 zg\n',
  );
  const pack = (of: typeof rows) => packWords(of, { hashText, classes: WORD_CLASSES, source: 'test' });
  const packed = pack(rows);
  const write = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, `${name}.bin`);
    writeFileSync(path, bytes);
    return path;
  };

  test('has the same bytes whatever the order of the words', () => {
    expect(pack([...rows].reverse()).bytes.equals(packed.bytes)).toBe(true);
  });

  test('has words of Han characters that are short and not rare, tags folded into classes', () => {
    expect(packed).toMatchObject({ words: 6, dropped: [] });
    const few = loadWords(write('few', packed.bytes));
    // 云川人 is too rare; 云 川人 is likelier than 云川 人.
    expect(segmentWith(few, '云川人的A股川')).toEqual(['云', '川人', '的', 'A', '股', '川']);
    const found = openSegmentation(7);
    few.segment('云川人的A股川', 0, 7, found);
    expect([...found.classes].map((c) => WORD_CLASSES[c])).toEqual([
      ...['ns', 'nr', 'nr', 'u', 'unknown', 'unknown', 'z'],
    ]);
  });

  test('of two equally probable ways has the longer word first', () => {
    const even = pack(readWords('云 20 n\n云川 20 n\n川人 20 n\n人 20 n\n'));
    expect(segmentWith(loadWords(write('even', even.bytes)), '云川人')).toEqual(['云川', '人']);
  });

  test('of two words of one hash keeps the commoner', () => {
    const same = packWords(rows, { hashText: (text) => text.length, classes: WORD_CLASSES, source: 'test' });
    expect(same.words).toBe(2);
    expect(same.dropped).toEqual(['人', '云川', '云', '川']);
  });

  const changed = Buffer.from(packed.bytes);
  changed[changed.length - 1] = 77;
  test.each([
    ['missing', null],
    ['empty', Buffer.alloc(0)],
    ['of another kind', readFileSync(packageFile('data/place-names.bin'))],
    ['cut in its header', packed.bytes.subarray(0, 60)],
    ['cut in its body', packed.bytes.subarray(0, -3)],
    ['changed in one byte', changed],
  ])('%s: an error that says what to do', (name, bytes) => {
    const path = bytes ? write(name, bytes) : join(folder, 'nowhere.bin');
    expect(() => loadWords(path)).toThrow(ReadError);
    expect(() => loadWords(path)).toThrow('npm run words');
  });
});
