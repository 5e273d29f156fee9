/**
 * The whole of reading: every clean character leads back to its source whatever noise lies around it, odd inputs do
 * no harm, and long ones are read in time that grows with their length.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { loadPlaces } from '../../src/places/index.js';
import { openAtlas } from '../../src/read/atlas.js';
import { dropPinyin, dropSpaces, simplify, unifyLines } from '../../src/read/clean.js';
import { read, readText, reportId } from '../../src/read/index.js';
import { mapped, sourceSpan } from '../../src/text/mapped.js';

const atlas = openAtlas(loadPlaces());
const readOne = (text: string): Report => readText('报告.txt', text, atlas);

/** What must hold of any report, whatever its text. */
const holdsTogether = (report: Report): void => {
  const { map, text, source, sentences, sections } = report;
  expect(map.text).toBe(text);
  expect(map.starts).toHaveLength(text.length);
  expect(map.ends).toHaveLength(text.length);
  for (let i = 0; i < text.length; i++) {
    const [start, end] = sourceSpan(map, [i, i + 1]);
    if (!(start < end && end <= source.length && start >= (map.starts[i - 1] ?? 0)))
      expect.fail(`unit ${i} of ${JSON.stringify(text.slice(0, 80))} stands at ${start}-${end}`);
  }
  let from = 0;
  for (const [i, sentence] of sentences.entries()) {
    expect(sentence.index).toBe(i);
    expect(sentence.span[0]).toBeGreaterThanOrEqual(from);
    expect(sentence.span[1]).toBeGreaterThan(sentence.span[0]);
    expect(sentence.section).toBeLessThan(sections.length);
    from = sentence.span[1];
  }
  expect(from).toBeLessThanOrEqual(text.length);
};

const clean = (text: string): string => dropSpaces(simplify(dropPinyin(unifyLines(mapped(text))))).text;

describe('every clean slice is its source slice, cleaned', () => {
  // Enough readings and traditional characters that both noises are on, or none of them.
  const heads = {
    traditional: '鎮(zhèn)國(guó)產(chǎn)業(yè)實(shí)現(xiàn)發(fā)展，經濟會務環質園場。\n',
    simplified: '青禾镇国民经济实现发展，产业务实开门红。\n',
  };
  const piece = fc.constantFrom(
    '青禾鎮',
    '东坝村',
    '區(qū)',
    '長(zhǎng)',
    '(GDP)',
    ' ',
    '\u3000\u3000',
    '　2024 年',
    '12  34',
    'Smart Town',
    '\n',
    '\r\n',
    '\u200b',
    '，',
    ',，',
    '。',
    '“積分制”',
    '😀',
    '𠮷',
    '5.2％',
    '㎡',
    '里面',
    '頭髮',
  );
  test.each(Object.entries(heads))('%s', (_what, head) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const source = `${head}索引号：YC-1  发布日期：2024-01-02\n${pieces.join('')}\n打印本页`;
        const report = readOne(source);
        holdsTogether(report);
        const { text, map } = report;
        const body = text.indexOf('\n') + 1;
        const [x, y] = [a % (text.length - body + 1), b % (text.length - body + 1)].sort((p, q) => p - q);
        const span = [body + (x ?? 0), body + (y ?? 0)] as const;
        const slice = text.slice(...span);
        // Furniture inside the span is no part of the text, so its line is left out of the source too.
        const original = source.slice(...sourceSpan(map, span)).replace(/索引号.*|打印本页/g, '');
        // Cleaned with the head before it, so that it is judged as the same script and noise.
        const again = clean(`${head}${original}`).slice(clean(head).length);
        expect(again.replace(/\s/g, '')).toBe(slice.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});

test('every sentence of every sample is what its source says there, cleaned', () => {
  for (const name of readdirSync(packageFile('samples')).filter((f) => f.endsWith('.txt'))) {
    const report = read({ path: name, bytes: readFileSync(packageFile(`samples/${name}`)) }, atlas);
    holdsTogether(report);
    expect(report.id).toBe(reportId(report.source));
    const script = simplify(dropPinyin(mapped(report.source)));
    for (const { span } of report.sentences) {
      const [start, end] = sourceSpan(report.map, span);
      // Converted as part of its report: a single sentence may be too short to tell the script.
      const from = script.starts.indexOf(start);
      const to = script.ends.lastIndexOf(end) + 1;
      expect(script.text.slice(from, to).replace(/\s/g, '')).toBe(
        report.text.slice(...span).replace(/\s/g, ''),
      );
    }
  }
});

describe('odd texts', () => {
  test.each<[what: string, text: string, sentences: string[]]>([
    ['line ends of Windows', '一、回顾\r\n甲村获评。\r\n', ['一、回顾', '甲村获评。']],
    ['line ends of old', '一、回顾\r甲村获评。\r', ['一、回顾', '甲村获评。']],
    ['NUL inside a name', '东坝\0村获评。', ['东坝村获评。']],
    ['characters outside the first plane', '𠮷田村获评😀。', ['𠮷田村获评😀。']],
    ['a lone surrogate', '东坝村\ud842获评。', ['东坝村\ud842获评。']],
    ['markup', '<b>东坝村</b>&amp;获评。', ['<b>东坝村</b>&amp;获评。']],
    ['one character', '村', ['村']],
    ['nothing but stops', '。。。', ['。。。']],
    ['nothing but furniture', '首页 > 公开 > 报告\n打印本页', []],
  ])('%s', (_what, text, sentences) => {
    const report = readOne(text);
    holdsTogether(report);
    expect(report.sentences.map((s) => report.text.slice(...s.span))).toEqual(sentences);
  });

  test('any string at all', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom(
        '镇',
        '市',
        '年',
        '2024',
        '一、',
        '（',
        '）',
        '“',
        '”',
        ':',
        '：',
        '>',
        '\n',
        '\r',
        ' ',
        '时间',
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        holdsTogether(readOne(text));
      }),
      { numRuns: 200 },
    );
  });

  test('a title that only the table of the page states', () => {
    const text = '信息名称：浙江省云川市青禾镇2024年政府工作报告  文号：无\n各位代表：\n一、2023年工作回顾\n';
    expect(readOne(text)).toMatchObject({
      title: '浙江省云川市青禾镇2024年政府工作报告',
      year: 2023,
      town: { path: '浙江省/云川市/青禾镇' },
    });
    expect(readOne(`${text}二、2024年工作安排`).sections).toHaveLength(2);
    // The one above the text comes first.
    expect(readOne(`标题：公开\n${text.replace(/.*\n/, '青禾镇政府工作报告\n')}`).title).toBe(
      '青禾镇政府工作报告',
    );
  });

  test('a text without a title is called by how it begins', () => {
    expect(readOne('东坝村获评省级未来乡村。')).toMatchObject({
      title: '东坝村获评省级未来乡村',
      year: null,
      town: null,
    });
  });

  test('the year asked for counts', () => {
    const text = '青禾镇政府工作报告\n一、2023年工作回顾\n甲。\n二、明年安排\n乙。';
    const report = readText('报告.txt', text, atlas, { year: 2020 });
    expect([report.year, report.sections.at(-1)?.frame.year]).toEqual([2020, 2021]);
  });
});

/**
 * A hundred thousand characters without what usually parts them. A pattern that backtracks over such a run takes
 * minutes, which the time limit of the tests shows; what is asked is that nothing is lost.
 */
describe('long runs', () => {
  const LENGTH = 100_000;
  const run = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
  test.each([
    '村',
    '市',
    '镇',
    '甲乙市丙丁县戊己镇',
    '青禾镇东坝村获评省级未来乡村，',
    '年',
    '2024年',
    '1',
    '鎮(zh',
    '鎮(a',
    '(',
    '（',
    '“',
    '“”',
    '《',
    '、',
    '甲、',
    '，',
    '。',
    '和',
    '>',
    '大',
    '时间',
    '索引号:',
    '一、',
    '（一）',
    '第一部分',
    '😀',
    '國產業',
  ])('of %s', (unit) => {
    const text = run(unit);
    const report = readOne(text);
    expect(report.map.starts).toHaveLength(report.text.length);
    // 「,，」 apart, nothing of a single long line goes.
    expect(report.text).toHaveLength(LENGTH);
  });

  test.each([
    ['spaces', `甲${' '.repeat(LENGTH)}乙`, '甲乙'],
    ['spaces between Latin words', `a${' '.repeat(LENGTH)}b`, 'a b'],
    ['a bracket that is never closed', `鎮(${'a'.repeat(LENGTH)}`, `鎮(${'a'.repeat(LENGTH)}`],
    ['a reading that never ends', `鎮(${'ā'.repeat(LENGTH)}`, `鎮(${'ā'.repeat(LENGTH)}`],
    ['line ends', `甲${'\n'.repeat(LENGTH)}乙`, `甲${'\n'.repeat(LENGTH)}乙`],
  ])('of %s', (_what, text, expected) => {
    expect(readOne(text).text).toBe(expected);
  });

  test.each([
    ['with characters between', '橋?qū)嵙'],
    ['with a stretch between that nothing explains', `橋?qū)${'實'.repeat(1000)}?qū)`],
  ])('of shifted readings %s', (_what, unit) => {
    const report = readOne(run(unit));
    expect(sourceSpan(report.map, [0, report.text.length])).toEqual([0, LENGTH]);
  });

  test('of headings, each a section', () => {
    const count = LENGTH / 4;
    const { sections, sentences } = readOne('一、甲\n'.repeat(count));
    expect(sections).toHaveLength(count);
    expect(sentences.at(-1)?.section).toBe(count - 1);
  });
});
