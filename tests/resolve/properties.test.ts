/** What a name and path tell of a thing: level and kind. */
import { expect, test } from 'vitest';
import type { Entity, ReportingUnit } from '../../src/model.js';
import { propertiesOf } from '../../src/resolve/properties.js';
import type { EntityType } from '../../src/schema.js';

const UNIT: ReportingUnit = {
  type: 'Town',
  name: '青禾镇',
  path: '浙江省/云川市/青禾镇',
  code: null,
  parents: [
    { level: 'province', name: '浙江省', path: '浙江省', code: '' },
    { level: 'county', name: '云川市', path: '浙江省/云川市', code: '' },
  ],
};

const entity = (type: EntityType, name: string, path = name): Entity => ({
  id: `${type}:${path}`,
  type,
  name,
  aliases: [],
  mentions: [],
  props: {},
});

const ROWS: readonly (readonly [EntityType, string, string, object])[] = [
  ['Honour', '国家卫生镇', '国家卫生镇', { level: '国家级' }],
  ['Honour', '第三批省级未来乡村', '', { level: '省级' }],
  ['Honour', '浙江省园林城镇', '', { level: '省级' }],
  ['Honour', '云川市文明村', '', { level: '县级' }],
  ['Honour', '无废工厂', '', {}],
  // 市场 and 区块链 begin like a level and are none.
  ['Honour', '市场监管先进集体', '', {}],
  ['Region', '浙江省', '浙江省', { level: '省级' }],
  ['Region', '怀化市', '湖南省/怀化市', { level: '市级' }],
  ['Region', '洪江市', '湖南省/怀化市/洪江市', { level: '县级' }],
  ['Region', '城口县', '重庆市/城口县', { level: '县级' }],
  ['Village', '东坝村', '', { kind: '村' }],
  ['Village', '柳河社区', '', { kind: '社区' }],
  ['Park', '白鹿数字经济产业园', '', { kind: 'industrial' }],
  ['Park', '青禾滨河公园', '', { kind: 'green' }],
  ['Park', '青禾茶叶产业园', '', { kind: 'agricultural' }],
  ['Park', '青禾文创园', '', { kind: 'cultural' }],
  ['Company', '恒远精工', '', {}],
];

test.each(ROWS)('%s %s %s', (type, name, path, expected) => {
  expect(propertiesOf(entity(type, name, path || name), UNIT)).toEqual(expected);
});

test('what the report states wins', () => {
  expect(propertiesOf({ ...entity('Park', '青禾文创园'), props: { kind: 'green' } }, UNIT)).toEqual({
    kind: 'green',
  });
});
