/** Lists closed by a noun (甲、乙等3家企业), quotations by the noun behind them, and names found again. */
import { describe, expect, test } from 'vitest';
import { names } from './reading.js';

describe('lists closed by a noun', () => {
  test.each<[string, string[]]>([
    ['锐拓精工、恒远机械等5家企业扩产。', ['Company 锐拓精工', 'Company 恒远机械']],
    [
      '锐拓工坊、恒远商行和禾丰驿站等10余家企业复工。',
      ['Company 锐拓工坊', 'Company 恒远商行', 'Company 禾丰驿站'],
    ],
    ['锐拓工坊等企业复工。', ['Company 锐拓工坊']],
    ['锐拓工坊等3家企业复工。', ['Company 锐拓工坊']],
    ['推进望湖路东延、白鹿桥重建等在建项目。', ['Project 望湖路东延', 'Project 白鹿桥重建']],
    ['锐拓工坊、恒远商行等。', []],
    ['锐拓工坊、恒远商行都来了。', []],
  ])('%s', (sentence, expected) =>
    expect(names(sentence, ['Company', 'Project']), sentence).toEqual(expected),
  );

  test.each<[string, string[]]>([
    ['完成锐拓工坊、恒远商行等2家企业技改。', ['Company 锐拓工坊', 'Company 恒远商行']],
    ['成功引进锐拓工坊、恒远商行等2家企业。', ['Company 锐拓工坊', 'Company 恒远商行']],
  ])('the first item loses its verb: %s', (sentence, expected) =>
    expect(names(sentence, ['Company']), sentence).toEqual(expected),
  );

  test('a separator inside a quotation parts nothing', () => {
    expect(names('“锐拓、恒远”工坊、“禾丰”驿站等3家企业。', ['Company'])).toEqual([
      'Company “锐拓、恒远”工坊',
      'Company “禾丰”驿站',
    ]);
  });
});

describe('lists counted without 等', () => {
  test.each<[string, string[]]>([
    ['锐拓工坊、恒远商行两家企业整体搬迁。', ['Company 锐拓工坊', 'Company 恒远商行']],
    [
      '启动望湖路东延、白鹿桥重建、禾兴渠清淤3个项目。',
      ['Project 望湖路东延', 'Project 白鹿桥重建', 'Project 禾兴渠清淤'],
    ],
    // The count is of something else than the items.
    ['锐拓工坊、恒远商行引来5家企业。', []],
    ['新引进3家企业。', []],
  ])('%s', (sentence, expected) =>
    expect(names(sentence, ['Company', 'Project']), sentence).toEqual(expected),
  );
});

describe('lists closed by a stage', () => {
  test.each<[string, string[]]>([
    ['恒远阀门智能车间、禾丰冷链三线相继竣工投产。', ['Project 恒远阀门智能车间', 'Project 禾丰冷链三线']],
    ['望湖智慧仓储、云帆染整车间于6月签约落户。', ['Project 望湖智慧仓储', 'Project 云帆染整车间']],
    // One name proves too little; kinds of things are no projects; a noun behind the list says better what it is.
    ['云帆染整车间竣工。', []],
    ['道路、管网、停车场建成投用。', []],
    ['锐拓工坊、恒远商行等企业投产。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, ['Project']), sentence).toEqual(expected));
});

describe('quotations', () => {
  test.each<[string, string[]]>([
    ['实施“清河净岸”工程。', ['Program “清河净岸”工程']],
    ['打响“青禾香”品牌。', ['Product 青禾香']],
    ['开展“敲门、问需”专项行动。', ['Program “敲门、问需”专项行动']],
    ['深化“四联四问”。', ['Program 四联四问']],
    ['“四联四问”很受欢迎。', []],
    ['坚持“稳”字当头。', []],
    ['“高质量发展”工程深入人心。', []],
    ['深化“讲清楚，听明白”。', []],
    ['“清河净岸”的工程进展顺利。', []],
  ])('%s', (sentence, expected) =>
    expect(names(sentence, ['Program', 'Product']), sentence).toEqual(expected),
  );
});

describe('a name found safely once is known in the whole report', () => {
  test('and found where nothing stands around it', () => {
    expect(names('锐拓工坊、恒远商行等5家企业扩产。当天锐拓工坊灯火通明。', ['Company'])).toEqual([
      'Company 锐拓工坊',
      'Company 恒远商行',
      'Company 锐拓工坊',
    ]);
  });
  test('but not in another report', () => {
    expect(names('当天锐拓工坊灯火通明。', ['Company'])).toEqual([]);
  });
  test('and a name of two characters is not looked for', () => {
    expect(names('锐拓、恒远等5家企业扩产。锐拓开来。', ['Company'])).toEqual([
      'Company 锐拓',
      'Company 恒远',
    ]);
  });
});
