/** Titles: what joins a stem or head on its left and right, and what stands behind a verb of winning. */
import { describe, expect, test } from 'vitest';
import { names } from './reading.js';

const honours = (sentence: string): string[] =>
  names(sentence, ['Honour']).map((name) => name.replace('Honour ', ''));

describe('what belongs to a title', () => {
  test.each<[string, string, string[]]>([
    ['level', '新增省级未来乡村2个。', ['省级未来乡村']],
    ['region', '获评云川市平安村。', ['云川市平安村']],
    ['region of a level', '获评云川市级五星级农家乐。', ['云川市级五星级农家乐']],
    ['year and edition', '有2024年云川市第二批美丽庭院示范村。', ['2024年云川市第二批美丽庭院示范村']],
    ['year of a level', '获评2023年度全省“最美河湖”。', ['2023年度全省“最美河湖”']],
    ['grade', '成功创建AAAA级景区镇。', ['AAAA级景区镇']],
    ['bracket', '青禾镇获评省级卫生乡镇（街道）。', ['省级卫生乡镇（街道）']],
    ['list of the state', '入选省级未来乡村创建名单。', ['省级未来乡村创建名单']],
    [
      'two in a row',
      '获评云川市基层治理优秀案例、云川市平安村。',
      ['云川市基层治理优秀案例', '云川市平安村'],
    ],
    ['two quotations', '荣获“青禾杯”“云川市先进集体”。', ['“云川市先进集体”']],
    ['head', '获评云川市法治建设优秀单位3家。', ['云川市法治建设优秀单位']],
    ['winners before it', '新增恒远精工等国家高新技术企业5家。', ['国家高新技术企业']],
  ])('%s: %s', (_what, sentence, expected) => expect(honours(sentence), sentence).toEqual(expected));
});

describe('what is no title', () => {
  test.each([
    '未来乡村越来越多。',
    '打造示范村，建设示范点。',
    '获得群众一致好评。',
    '获评以来成绩不断。',
    '全年获得先进一批。',
    '获得资金3000万元。',
  ])('%s', (sentence) => expect(honours(sentence), sentence).toEqual([]));
});

describe('objects of a verb of winning', () => {
  test.each<[string, string[]]>([
    ['东坝村入选云川市第二批劳模疗养基地。', ['云川市第二批劳模疗养基地']],
    ['荣获“云川市最美窗口”称号。', ['“云川市最美窗口”']],
    ['入选首批稻香文化传承村。', ['稻香文化传承村']],
    ['荣获“稻香杯、茶香杯”奖。', ['“稻香杯、茶香杯”奖']],
    ['获评稻香之星、茶香之路示范点等称号。', ['茶香之路示范点']],
    ['获取更多线索。', []],
  ])('%s', (sentence, expected) => expect(honours(sentence), sentence).toEqual(expected));
});
