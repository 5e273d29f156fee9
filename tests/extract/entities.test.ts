/** Mentions → entities: which surface forms are one thing, its full name and what else it is called. */
import { describe, expect, test } from 'vitest';
import type { EntityType } from '../../src/schema.js';
import { reading } from './reading.js';

const things = (text: string, type: EntityType): string[] =>
  reading(text)
    .entities.filter((e) => e.type === type)
    .map((e) => [e.name, ...e.aliases].join(' | '));

describe('one thing', () => {
  test.each<[string, EntityType, string, string[]]>([
    [
      'a company with and without its legal form',
      'Company',
      '云川恒远精工有限公司投产。云川恒远精工获评市级示范企业。',
      ['云川恒远精工有限公司 | 云川恒远精工'],
    ],
    [
      'a project with and without its tail',
      'Project',
      '推进望湖智慧仓储项目。推进望湖智慧仓储建设项目。',
      ['望湖智慧仓储建设项目 | 望湖智慧仓储项目'],
    ],
    [
      'a title in two years',
      'Honour',
      '获评2023年度云川市平安村。获评2024年度云川市平安村。',
      ['2023年度云川市平安村 | 2024年度云川市平安村'],
    ],
    [
      'a title with an edition',
      'Honour',
      '入选云川市第二批美丽庭院示范村。入选云川市美丽庭院示范村。',
      ['云川市第二批美丽庭院示范村 | 云川市美丽庭院示范村'],
    ],
    [
      'a name in and without quotation marks',
      'Program',
      '开展“夜访夜谈”活动。深化“夜访夜谈”。',
      ['“夜访夜谈”活动 | 夜访夜谈'],
    ],
    [
      'a known name and its longer form',
      'Program',
      '深化新时代“枫桥经验”。学习枫桥经验。',
      ['枫桥经验 | 新时代“枫桥经验”'],
    ],
    ['the unit in short', 'Town', '青禾人爱青禾镇。', ['青禾镇 | 青禾']],
  ])('%s', (_what, type, text, expected) => expect(things(text, type), text).toEqual(expected));
});

describe('two things', () => {
  test.each<[string, EntityType, string, string[]]>([
    [
      'phases of a project',
      'Project',
      '恒远精工二期开工。恒远精工三期开工。',
      ['恒远精工二期', '恒远精工三期'],
    ],
    [
      'titles of two levels',
      'Honour',
      '获评省级未来乡村。获评市级未来乡村。',
      ['省级未来乡村', '市级未来乡村'],
    ],
    ['villages', 'Village', '东坝村修渠，西坝村修路。', ['东坝村', '西坝村']],
  ])('%s', (_what, type, text, expected) => expect(things(text, type), text).toEqual(expected));
});

test('the unit is a thing of its report also where no sentence names it', () => {
  const { entities, report } = reading('工作顺利。', { title: '政府工作报告' });
  expect(report.town).toBeNull();
  expect(entities.filter((e) => e.type === 'Town')).toEqual([]);
  expect(things('工作顺利。', 'Town')).toEqual(['青禾镇']);
});
