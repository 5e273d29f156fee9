/** Frames: what a heading says of its section's year and direction, and what a sentence says otherwise. */
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/model.js';
import { headingFrame, NO_FRAME, sentenceFrame } from '../../src/read/frame.js';

type Row = [year: number | null, mood: Frame['mood'], period: string | null];
const frame = ([year, mood, period]: Row): Frame => ({ year, mood, period });

describe('headings of a report that looks back on 2023', () => {
  test.each<[heading: string, expected: Row]>([
    ['一、2023年工作回顾', [2023, 'back', null]],
    ['二、2024年工作安排', [2024, 'forward', null]],
    ['二、2024年主要任务', [2024, 'forward', null]],
    ['一、2023年主要工作', [2023, 'back', null]],
    ['二、明年工作打算', [2024, 'forward', null]],
    ['二、下一步工作思路', [2024, 'forward', null]],
    ['一、工作成效', [2023, 'back', null]],
    ['三、存在问题', [2023, 'back', null]],
    ['三、存在的主要困难和今后努力方向', [2023, 'back', null]],
    ['一、上半年工作情况', [2023, 'back', '上半年']],
    ['二、下半年工作思路', [2023, 'forward', '下半年']],
    ['一、前三季度工作总结', [2023, 'back', '前三季度']],
    ['一、2023年1-9月工作情况', [2023, 'back', '1-9月']],
    // Both at once is decided by the headings below it.
    ['2023年工作总结和2024年工作计划', [2023, null, null]],
    // A topic says nothing.
    ['（一）工业经济', [null, null, null]],
  ])('%s', (heading, expected) => {
    expect(headingFrame(heading, NO_FRAME, 2023)).toEqual(frame(expected));
  });

  test.each<[heading: string, parent: Row, expected: Row]>([
    ['（一）工业经济', [2023, 'back', null], [2023, 'back', null]],
    ['（一）工业经济', [2024, 'forward', null], [2024, 'forward', null]],
    ['（一）经济指标', [2023, 'back', '上半年'], [2023, 'back', '上半年']],
    ['（二）完善目标管理', [2023, 'back', null], [2023, 'back', null]],
    ['（二）落实安全措施', [2023, 'back', null], [2023, 'back', null]],
    ['（五）下半年工作重点和安排', [2023, 'back', '上半年'], [2023, 'forward', '下半年']],
    ['（五）2024年目标', [2023, 'back', null], [2024, 'forward', null]],
    ['（三）存在的不足', [2024, 'forward', null], [2023, 'back', null]],
  ])('%s below %j', (heading, parent, expected) => {
    expect(headingFrame(heading, frame(parent), 2023)).toEqual(frame(expected));
  });

  test('say nothing of a year nobody knows', () => {
    expect(headingFrame('一、工作回顾', NO_FRAME, null)).toEqual(frame([null, 'back', null]));
    expect(headingFrame('二、2024年', NO_FRAME, null)).toEqual(frame([2024, null, null]));
  });
});

describe('sentences', () => {
  const BACK: Row = [2023, 'back', null];
  const FORWARD: Row = [2024, 'forward', null];
  test.each<[sentence: string, section: Row, expected: Row]>([
    ['东坝村获评省级未来乡村。', BACK, BACK],
    ['东坝村争创省级未来乡村。', FORWARD, FORWARD],
    ['2023年,我们真抓实干。', BACK, BACK],
    ['2023年全镇工业总产值50亿元。', FORWARD, [2023, 'back', null]],
    ['2022年建成的园区全面投用。', BACK, [2022, 'back', null]],
    ['去年完成投资5亿元。', BACK, [2022, 'back', null]],
    ['去年完成投资5亿元。', FORWARD, [2023, 'back', null]],
    ['明年启动二期。', BACK, [2024, 'forward', null]],
    ['明年启动二期。', FORWARD, FORWARD],
    ['到2025年,建成未来乡村5个。', FORWARD, [2025, 'forward', null]],
    ['到2025年,建成未来乡村5个。', BACK, [2025, 'forward', null]],
    ['截至2023年底,园区入驻企业12家。', BACK, BACK],
    ['上半年完成产值20亿元。', BACK, [2023, 'back', '上半年']],
    ['一季度开工。', FORWARD, [2024, 'forward', '一季度']],
    ['下半年,抓好扫尾。', [2023, null, null], [2023, 'forward', '下半年']],
    // What stands further in, or is part of a name or a greater number, does not count.
    ['我们将努力推进各项重点工作,到2025年建成。', BACK, BACK],
    ['12023年', BACK, BACK],
    ['2023年度工作报告已经审议。', FORWARD, FORWARD],
  ])('%s in %j', (sentence, section, expected) => {
    expect(sentenceFrame(sentence, frame(section), NO_FRAME)).toEqual(frame(expected));
  });

  test.each<[sentence: string, carried: Row, expected: Row]>([
    // A text without headings: the year it looks back on tells past from plan.
    ['2024年,全镇上下要自信自强。', BACK, [2024, 'forward', null]],
    ['2021年实现工业总产值72.5亿元。', [2017, 'back', null], [2021, 'back', null]],
    ['2023年,我们真抓实干。', [2017, 'back', null], BACK],
    ['新的一年,抓好项目建设。', BACK, [2024, 'forward', null]],
    ['下一步,抓好项目建设。', [2023, 'back', '上半年'], [2023, 'forward', '上半年']],
    ['下半年,抓好扫尾。', BACK, [2023, 'forward', '下半年']],
    // A date says when it was said.
    ['2024年2月16日', BACK, BACK],
  ])('%s without headings, after %j', (sentence, carried, expected) => {
    expect(sentenceFrame(sentence, NO_FRAME, frame(carried), 2023)).toEqual(frame(expected));
    // A heading with a year and no direction says no more than none.
    expect(sentenceFrame(sentence, frame([2023, null, null]), frame(carried), 2023)).toEqual(frame(expected));
  });

  test('without a section the year last named holds', () => {
    expect(sentenceFrame('东坝村获评省级未来乡村。', NO_FRAME, frame(BACK))).toEqual(frame(BACK));
    expect(sentenceFrame('东坝村获评省级未来乡村。', NO_FRAME, NO_FRAME)).toEqual(NO_FRAME);
    // 「一、一季度工作」 names a period and leaves the year open.
    expect(sentenceFrame('新增企业3家。', frame([null, null, '一季度']), frame(BACK))).toEqual(
      frame([2023, 'back', '一季度']),
    );
  });
});
