/** Cleaning: what goes (pinyin of mirror sites, stray spaces), what stays, and when characters are converted. */
import { describe, expect, test } from 'vitest';
import { dropPinyin, dropSpaces, isTraditional, simplify, unifyLines } from '../../src/read/clean.js';
import { mapped, sourceSpan } from '../../src/text/mapped.js';

describe('dropPinyin', () => {
  test.each([
    ['鎮(zhèn)政府報(bào)告', '鎮政府報告'],
    ['億（yì）元', '億元'],
    ['女(nǚ)兒(ér)', '女兒'],
    // Brackets that are no reading of the character before them.
    ['地区生产总值(GDP)增长', '地区生产总值(GDP)增长'],
    ['方案(a)、方案(b)', '方案(a)、方案(b)'],
    ['长度（km）', '长度（km）'],
    ['东坝村（一期）', '东坝村（一期）'],
    ['(zhèn)开头', '(zhèn)开头'],
    ['A(zhèn)', 'A(zhèn)'],
    ['句号。(bào)', '句号。(bào)'],
    // Without tone only where the text is full of readings.
    ['桌子(zi)', '桌子(zi)'],
    ['鎮(zhèn', '鎮(zhèn'],
  ])('%s → %s', (text, expected) => {
    expect(dropPinyin(mapped(text)).text).toBe(expected);
  });

  const noise = '鎮(zhèn)報(bào)會(huì)實(shí)業(yè)';
  test.each([
    ['孩子(zi)們(men)來(lai)了(le)', '孩子們來了'],
    [
      '公里(km)、千瓦(kw)、方案(a)、总值(GDP)、应用(app)',
      '公里(km)、千瓦(kw)、方案(a)、总值(GDP)、应用(app)',
    ],
  ])('in a text full of readings: %s → %s', (text, expected) => {
    expect(dropPinyin(mapped(noise + text)).text).toBe(`鎮報會實業${expected}`);
  });
});

describe('simplify', () => {
  test.each<[text: string, traditional: boolean, expected: string]>([
    ['鎮政府報告國民經濟發展實現產業開門紅', true, '镇政府报告国民经济发展实现产业开门红'],
    // One name with a traditional character does not make a report traditional.
    ['乾潭镇实现规上产业发展，国民经济开门红', false, '乾潭镇实现规上产业发展，国民经济开门红'],
    ['实现产业发展，国学馆挂“國學”匾', false, '实现产业发展，国学馆挂“國學”匾'],
    ['村', false, '村'],
    ['', false, ''],
  ])('%s', (text, traditional, expected) => {
    expect(isTraditional(text)).toBe(traditional);
    expect(simplify(mapped(text)).text).toBe(expected);
  });

  test('keeps the place of every character, also outside the first plane', () => {
    const text = '鎮政府報告國民經濟發展實現產業😀開門紅\n𠮷田鄉';
    const map = simplify(mapped(text));
    const at = map.text.indexOf('开门');
    expect(text.slice(...sourceSpan(map, [at, at + 2]))).toBe('開門');
    const below = map.text.indexOf('𠮷田乡');
    expect(text.slice(...sourceSpan(map, [below, below + 4]))).toBe('𠮷田鄉');
  });
});

describe('unifyLines', () => {
  test.each([
    ['甲\r\n乙\n丙', '甲\n乙\n丙'],
    ['甲\r乙', '甲\n乙'],
    ['甲\u2028乙\u0085丙', '甲\n乙\n丙'],
    ['甲\n\r\n乙', '甲\n\n乙'],
  ])('%j → %j', (text, expected) => {
    expect(unifyLines(mapped(text)).text).toBe(expected);
  });
});

describe('dropSpaces', () => {
  test.each([
    ['许 清 和', '许清和'],
    ['完成 2.3 亿元', '完成2.3亿元'],
    ['\u3000\u3000各位代表：', '各位代表：'],
    ['东坝村\u00a0\t柳河村', '东坝村柳河村'],
    ['青\u200b禾\ufeff镇', '青禾镇'],
    ['青\0禾\u0007镇', '青禾镇'],
    // Latin words and figures stay apart, by one space.
    ['Smart Town 项目', 'Smart Town项目'],
    ['2022 2023', '2022 2023'],
    ['12.5    13.1', '12.5 13.1'],
    ['１００　２００', '１００ ２００'],
    ['甲\n 乙 \n丙', '甲\n乙\n丙'],
    // 「,，」 of mirror sites.
    ['一是,，二是，,三是,,四是，五是', '一是，二是，三是，四是，五是'],
    ['1,200户', '1,200户'],
  ])('%j → %j', (text, expected) => {
    expect(dropSpaces(mapped(text)).text).toBe(expected);
  });
});
