/** Offices, places and belonging that a verb states. */
import { expect, test } from 'vitest';
import { facts, reading } from '../reading.js';

test.each<[string, string]>([
  ['陈立群担任青禾镇商会会长。', '陈立群 任职 青禾镇商会 done 会长'],
  ['陈立群当选镇长。', '陈立群 任职 青禾镇 done 镇长'],
  ['云川大道改造提升工程纳入城市更新行动。', '云川大道改造提升工程 属于 城市更新'],
])('%s', (sentence, fact) => expect(facts(sentence)).toContain(fact));

test.each([
  '陈立群不再担任青禾镇商会会长。',
  '陈立群到青禾镇商会调研。',
  '云川大道改造提升工程未纳入城市更新行动。',
])('%s', (sentence) => {
  expect(facts(sentence).filter((fact) => / (?:任职|属于) /.test(fact))).toEqual([]);
});

test('where something stands', () => {
  const places = (sentence: string) => {
    const { entities, relations } = reading(sentence);
    const name = (id: string) => entities.find((e) => e.id === id)?.name ?? id;
    return relations.filter((r) => r.relation === '位于').map((r) => `${name(r.subject)} ${name(r.object)}`);
  };
  expect(places('恒远精工二期项目坐落于白鹿数字经济产业园。')).toContain('恒远精工二期 白鹿数字经济产业园');
  expect(places('恒远精工二期项目负责人到白鹿数字经济产业园参观。')).not.toContain(
    '恒远精工二期 白鹿数字经济产业园',
  );
});
