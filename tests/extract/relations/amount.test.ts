/** The amount of a project is the one beside its name; a title says its level. */
import { describe, expect, test } from 'vitest';
import { reading } from '../reading.js';

const stated = (sentence: string, what: 'amount' | 'level'): string[] => {
  const { entities, relations } = reading(sentence);
  const name = (id: string) => entities.find((e) => e.id === id)?.name ?? id;
  return relations.flatMap((r) => (r[what] === undefined ? [] : [`${name(r.object)} ${r[what]}`]));
};

describe('amounts', () => {
  test.each<[string, string[]]>([
    ['总投资2.3亿元的望湖智慧仓储项目完成供地。', ['望湖智慧仓储项目 2.3亿元']],
    ['望湖智慧仓储项目投资1.2亿元开工建设。', ['望湖智慧仓储项目 1.2亿元']],
    ['望湖智慧仓储项目开工建设，计划总投资5亿元。', ['望湖智慧仓储项目 5亿元']],
    [
      '推进总投资3亿元的恒远精工二期项目、投资2亿元的望湖智慧仓储项目。',
      ['恒远精工二期 3亿元', '望湖智慧仓储项目 2亿元'],
    ],
    ['恒远精工二期项目开工建设，望湖智慧仓储项目总投资5亿元。', []],
    ['望湖智慧仓储项目开工建设，全镇工业投资5亿元。', []],
  ])('%s', (sentence, expected) => expect([...new Set(stated(sentence, 'amount'))]).toEqual(expected));
});

describe('levels', () => {
  test.each<[string, string[]]>([
    ['东坝村获评省级未来乡村。', ['省级未来乡村 省级']],
    ['获评全国文明镇。', ['全国文明镇 全国']],
    ['获评平安村。', []],
  ])('%s', (sentence, expected) => {
    expect(stated(sentence, 'level').map((l) => l.split(':').at(-1))).toEqual(expected);
  });
});
