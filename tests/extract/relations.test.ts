/** Who is said to have done what to what, and whether it is done: reader by reader, with what each must not read. */
import { describe, expect, test } from 'vitest';
import { facts, PLAN, reading } from './reading.js';

const ONLY = (relation: string) => (fact: string) => fact.includes(` ${relation} `);

describe('获评', () => {
  const won = (sentence: string): string[] => facts(sentence).filter(ONLY('获评'));
  test.each<[string, string[]]>([
    ['获评云川市平安村。', ['青禾镇 获评 云川市平安村 done']],
    ['东坝村、柳河村入选云川市平安村。', ['东坝村 获评 云川市平安村 done', '柳河村 获评 云川市平安村 done']],
    [
      '新增锐拓精工、恒远机械等市级数字化车间2个。',
      ['锐拓精工 获评 市级数字化车间 done 2', '恒远机械 获评 市级数字化车间 done 2'],
    ],
    ['创成省级未来乡村3个。', ['青禾镇 获评 省级未来乡村 done 3']],
    ['东坝村省级未来乡村通过验收。', ['东坝村 获评 省级未来乡村 done']],
    ['东坝村入选省级未来乡村创建名单。', ['东坝村 获评 省级未来乡村创建名单 candidate']],
    ['推进省级未来乡村创建。', ['青禾镇 获评 省级未来乡村 planned']],
    ['成功创建省级未来乡村。', ['青禾镇 获评 省级未来乡村 done']],
    ['力争东坝村获评省级未来乡村。', ['东坝村 获评 省级未来乡村 planned']],
    ['未来乡村越来越美。', []],
  ])('%s', (sentence, expected) => expect(won(sentence), sentence).toEqual(expected));
});

describe('stages of projects', () => {
  test.each<[string, string[]]>([
    ['谋划望湖智慧仓储项目。', ['青禾镇 规划 望湖智慧仓储项目 done']],
    ['完成望湖智慧仓储项目前期工作。', ['青禾镇 规划 望湖智慧仓储项目 done']],
    [
      '望湖智慧仓储项目签约落户。',
      ['青禾镇 签约 望湖智慧仓储项目 done', '青禾镇 落户 望湖智慧仓储项目 done'],
    ],
    ['总投资2.3亿元的望湖智慧仓储项目完成供地。', ['青禾镇 供地 望湖智慧仓储项目 done 2.3亿元']],
    ['望湖智慧仓储项目开工建设。', ['青禾镇 开工 望湖智慧仓储项目 done']],
    ['推进望湖智慧仓储项目。', ['青禾镇 在建 望湖智慧仓储项目 ongoing']],
    ['望湖智慧仓储项目令人期待。', []],
    ['已完成望湖智慧仓储项目建设。', ['青禾镇 竣工 望湖智慧仓储项目 done']],
    ['恒远精工二期竣工投产。', ['恒远精工 竣工 恒远精工二期 done', '恒远精工 投产 恒远精工二期 done']],
    ['推进望湖智慧仓储项目建设并投入使用。', ['青禾镇 投产 望湖智慧仓储项目 done']],
    [
      '推进望湖智慧仓储项目，白鹿快递分拨项目通过验收。',
      ['青禾镇 在建 望湖智慧仓储项目 ongoing', '青禾镇 验收 白鹿快递分拨项目 done'],
    ],
    ['项目建设如火如荼，竣工投产捷报频传。', []],
  ])('%s', (sentence, expected) => expect(facts(sentence), sentence).toEqual(expected));
});

describe('what a clause says outright', () => {
  test.each<[string, string[]]>([
    ['实施“清河净岸”工程。', ['青禾镇 实施 “清河净岸”工程 done']],
    ['东坝村实施“清河净岸”工程。', ['东坝村 实施 “清河净岸”工程 done']],
    ['举办第七届青禾稻香文化节。', ['青禾镇 举办 第七届青禾稻香文化节 done']],
    ['东坝村承办第七届青禾稻香文化节。', ['东坝村 举办 第七届青禾稻香文化节 done']],
    ['打响“青禾香”品牌。', ['青禾镇 拥有 青禾香 done']],
    ['成立云川市农业科学研究院。', ['青禾镇 拥有 云川市农业科学研究院 done']],
    ['参观云川市农业科学研究院。', []],
    ['与云川市农业科学研究院开展合作。', ['青禾镇 合作 云川市农业科学研究院 done']],
    ['恒远精工与云川大学合作研发新品。', ['恒远精工 合作 云川大学 done']],
    ['云川市农业科学研究院举行合作签约。', []],
    ['云川恒远精工有限公司入驻白鹿数字经济产业园。', ['云川恒远精工有限公司 入驻 白鹿数字经济产业园 done']],
    ['云川恒远精工有限公司参观白鹿数字经济产业园。', []],
    ['镇长林知远介绍情况。', ['林知远 任职 青禾镇 done 镇长']],
    ['云川恒远精工有限公司董事长王建国说好。', ['王建国 任职 云川恒远精工有限公司 done 董事长']],
    ['村民方大海说好。', []],
  ])('%s', (sentence, expected) => expect(facts(sentence), sentence).toEqual(expected));
});

describe('属于', () => {
  test.each<[string, string[]]>([
    ['成功创建省级未来乡村。', ['省级未来乡村 属于 未来乡村']],
    ['获评云川市平安村。', []],
  ])('%s', (sentence, expected) => expect(facts(sentence).filter(ONLY('属于')), sentence).toEqual(expected));
});

describe('位于', () => {
  const places = (sentence: string, title?: string): string[] => {
    const { entities, relations } = reading(sentence, title === undefined ? {} : { title });
    const name = (id: string) => entities.find((e) => e.id === id)?.name;
    return relations.filter((r) => r.relation === '位于').map((r) => `${name(r.subject)} ${name(r.object)}`);
  };
  test('villages, companies and parks of the unit lie in it, it in what lies above', () => {
    expect(places('东坝村换了新颜，建成白鹿数字经济产业园，云川恒远精工有限公司投产。')).toEqual([
      '东坝村 青禾镇',
      '白鹿数字经济产业园 青禾镇',
      '云川恒远精工有限公司 青禾镇',
      '云川市 浙江省',
      '青禾镇 云川市',
    ]);
  });
  test('what carries the name of a village lies there', () => {
    expect(places('东坝村冷链仓储项目完工。')).toContain('东坝村冷链仓储项目 东坝村');
  });
  test('a village of another town does not lie in the unit', () => {
    const found = places('与新昌县儒岙镇天姥村结对。');
    expect(found).toContain('天姥村 儒岙镇');
    expect(found).not.toContain('天姥村 青禾镇');
  });
});

describe('status by what the text looks at', () => {
  const status = (sentence: string, heading: string): (string | undefined)[] =>
    facts(sentence, { heading }).map((fact) => fact.split(' ').at(-1));
  test.each<[string, string, string]>([
    ['望湖智慧仓储项目开工建设。', '一、2024年工作回顾', 'done'],
    ['望湖智慧仓储项目开工建设。', PLAN, 'planned'],
    ['望湖智慧仓储项目即将开工建设。', '一、2024年工作回顾', 'planned'],
    ['力争望湖智慧仓储项目开工建设。', '一、2024年工作回顾', 'planned'],
    ['已完成望湖智慧仓储项目建设。', PLAN, 'done'],
    ['成功创建并力争建好望湖智慧仓储项目。', '一、2024年工作回顾', 'done'],
    ['举办第七届青禾稻香文化节。', PLAN, 'planned'],
  ])('%s under %s: %s', (sentence, heading, expected) =>
    expect(status(sentence, heading), sentence).toEqual([expected]),
  );
});

test('the year is that of the section', () => {
  const years = (heading: string) =>
    reading('望湖智慧仓储项目开工建设。', { heading })
      .relations.filter((r) => r.relation === '开工')
      .map((r) => r.year);
  expect(years('一、2024年工作回顾')).toEqual([2024]);
  expect(years(PLAN)).toEqual([2025]);
});
