/** Names known by their last word: where they begin, and when they are too general to be names. */
import { describe, expect, test } from 'vitest';
import type { EntityType } from '../../src/schema.js';
import { names } from './reading.js';

describe('left edges', () => {
  const TYPES: readonly EntityType[] = ['Company', 'Project', 'Park', 'Organization', 'Program'];
  test.each<[string, string, string[]]>([
    ['verbs', '加快推进望湖智慧仓储项目。', ['Project 望湖智慧仓储项目']],
    ['an amount', '总投资2亿元的望湖智慧仓储项目落地。', ['Project 望湖智慧仓储项目']],
    ['a time', '年内望湖智慧仓储项目完工。', ['Project 望湖智慧仓储项目']],
    ['a numbered heading', '（二）白鹿数字经济产业园建设。', ['Park 白鹿数字经济产业园']],
    [
      'the end of a list',
      '推进望湖智慧仓储项目、白鹿快递分拨项目。',
      ['Project 望湖智慧仓储项目', 'Project 白鹿快递分拨项目'],
    ],
    ['a particle', '企业与云川市农业科学研究院签约。', ['Organization 云川市农业科学研究院']],
    ['a particle that is part of a word', '推进青禾冷链物流中心项目。', ['Project 青禾冷链物流中心项目']],
    ['有 of 有限', '云川恒远精工有限公司投产。', ['Company 云川恒远精工有限公司']],
    ['a quoted modifier', '开展“敲门、问需”专项行动。', ['Program “敲门、问需”专项行动']],
  ])('%s: %s', (_what, sentence, expected) => expect(names(sentence, TYPES), sentence).toEqual(expected));
});

describe('too general, too long or not done', () => {
  test.each([
    '推进重大产业项目。',
    '谋划一批重点工程。',
    '新建项目12个。',
    '建设标准化厂房项目。',
    '工业园区配套完善。',
    '项目。',
    '山水花叶天云露霞春秋夏冬松竹梅兰菊荷桂柳槐榆杨桐枫枣望湖智慧仓储项目。',
  ])('%s', (sentence) => expect(names(sentence, ['Project', 'Park', 'Company']), sentence).toEqual([]));
});
