/** Who settles in which park, where the park is named by another clause, and where nobody settles. */
import { expect, test } from 'vitest';
import { facts } from '../reading.js';

const settled = (sentence: string): string[] => facts(sentence).filter((fact) => fact.includes(' 入驻 '));
const HERE = '云川恒远精工有限公司 入驻 白鹿数字经济产业园 done';

test.each([
  '云川恒远精工有限公司入驻白鹿数字经济产业园。',
  '白鹿数字经济产业园二期封顶，云川恒远精工有限公司签约入驻。',
  '白鹿数字经济产业园引进云川恒远精工有限公司。',
  '白鹿数字经济产业园道路贯通，管网完工，引进云川恒远精工有限公司。',
])('%s', (sentence) => expect(settled(sentence)).toEqual([HERE]));

test.each([
  '白鹿数字经济产业园二期封顶。云川恒远精工有限公司产值增长。',
  '青禾镇幼儿入园率提高，云川恒远精工有限公司产值增长。',
])('nobody settles: %s', (sentence) => expect(settled(sentence)).toEqual([]));

test('no stretch of clauses makes it look back further', () => {
  const between = '道路贯通，'.repeat(2000);
  expect(settled(`白鹿数字经济产业园完工，${between}云川恒远精工有限公司签约入驻。`)).not.toContain(HERE);
});
