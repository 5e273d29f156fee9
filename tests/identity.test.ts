/** Ids as the table of the ontology has them: what is in them, what is left out, and what is not known. */
import { describe, expect, test } from 'vitest';
import { countyPath, edgeId, entityId, grantingPath, idName, withoutEdition } from '../src/identity.js';
import type { Place, ReportingUnit } from '../src/model.js';
import type { EntityType } from '../src/schema.js';

const place = (path: string, level: Place['level']): Place => ({
  level,
  name: path.split('/').at(-1) ?? '',
  path,
  code: '',
});
const unit = (
  path: string,
  parents: readonly (readonly [string, Place['level']])[],
  type: ReportingUnit['type'] = 'Town',
): ReportingUnit => ({
  type,
  name: path.split('/').at(-1) ?? '',
  path,
  code: null,
  parents: parents.map(([p, level]) => place(p, level)),
});

const REPORT = 'Report:0123456789abcdef';
const LANQIAO = unit('浙江省/芦江市/望湖区/岚桥镇', [
  ['浙江省', 'province'],
  ['浙江省/芦江市', 'city'],
  ['浙江省/芦江市/望湖区', 'county'],
]);
const QINGHE = unit('浙江省/云川市/青禾镇', [
  ['浙江省', 'province'],
  ['浙江省/云川市', 'county'],
]);
const YUNCHUAN = unit('浙江省/云川市', [['浙江省', 'province']], 'Region');
const SHANGHAI = unit('上海市/浦东新区/青禾镇', [
  ['上海市', 'province'],
  ['上海市/浦东新区', 'county'],
]);
const UNKNOWN = unit('?0123456789abcdef/青禾镇', []);

test.each([
  ['青禾 镇', '青禾镇'],
  ['“枫桥经验”', '枫桥经验'],
  ['「小巨人」『企业』', '小巨人企业'],
  ['ＡＢＣ（一期）', 'ABC(一期)'],
  ['Smart Town', 'SmartTown'],
  ['《志》', '《志》'],
])('%s is written %s in an id', (name, expected) => {
  expect(idName(name)).toBe(expected);
});

test.each([
  ['云川市第二批历史文化村落', '云川市历史文化村落'],
  ['第五批省级未来社区', '省级未来社区'],
  ['2024年度省级优秀乡镇', '省级优秀乡镇'],
  ['2024年云川市垃圾分类示范社区', '云川市垃圾分类示范社区'],
  ['首批省级未来乡村', '省级未来乡村'],
  ['第12批次创新券', '创新券'],
  // Numbers that are part of the title.
  ['全国百强镇', '全国百强镇'],
  ['国家AAA级旅游景区', '国家AAA级旅游景区'],
  ['第一书记示范村', '第一书记示范村'],
  ['十佳农创客', '十佳农创客'],
])('%s without its edition is %s', (name, expected) => {
  expect(withoutEdition(name)).toBe(expected);
});

describe('who grants it', () => {
  test.each<[name: string, unit: ReportingUnit | null, path: string | null]>([
    ['国家级生态镇', QINGHE, ''],
    ['全国文明村', QINGHE, ''],
    ['中国美丽休闲乡村', QINGHE, ''],
    ['省级未来乡村', LANQIAO, '浙江省'],
    ['浙江省园林城镇', LANQIAO, '浙江省'],
    ['浙江省金3A级景区村庄', QINGHE, '浙江省'],
    ['市级文明村', LANQIAO, '浙江省/芦江市'],
    ['芦江市文明村', LANQIAO, '浙江省/芦江市'],
    ['芦江最美家庭', LANQIAO, '浙江省/芦江市'],
    ['区级文明村', LANQIAO, '浙江省/芦江市/望湖区'],
    ['望湖区文明村', LANQIAO, '浙江省/芦江市/望湖区'],
    ['市级文明村', QINGHE, '浙江省/云川市'],
    ['云川好人', QINGHE, '浙江省/云川市'],
    ['市级文明村', YUNCHUAN, '浙江省/云川市'],
    ['云川市文明村', YUNCHUAN, '浙江省/云川市'],
    ['市级文明村', SHANGHAI, '上海市'],
    ['区级文明村', SHANGHAI, '上海市/浦东新区'],
    // The level is named, its place is not known.
    ['省级未来乡村', UNKNOWN, null],
    ['市级文明村', null, null],
    [
      '市级文明村',
      unit('浙江省/云川县/青禾镇', [
        ['浙江省', 'province'],
        ['浙江省/云川县', 'county'],
      ]),
      null,
    ],
    // No level at all; words that begin like one.
    ['文明村', QINGHE, ''],
    ['市场监管示范所', QINGHE, ''],
    ['县域商业体系示范', QINGHE, ''],
    ['区域公用品牌', QINGHE, ''],
    ['旗舰店', QINGHE, ''],
    [
      '城市更新示范',
      unit('山西省/晋城市/城区/青禾镇', [
        ['山西省', 'province'],
        ['山西省/晋城市', 'city'],
        ['山西省/晋城市/城区', 'county'],
      ]),
      '',
    ],
  ])('%s', (name, of, path) => {
    expect(grantingPath(name, of)).toBe(path);
  });
});

test.each<[unit: ReportingUnit | null, path: string]>([
  [LANQIAO, '浙江省/芦江市/望湖区'],
  [YUNCHUAN, '浙江省/云川市'],
  [UNKNOWN, '?0123456789abcdef'],
  [null, '?0123456789abcdef'],
])('county of %j', (of, path) => {
  expect(countyPath(of, REPORT)).toBe(path);
});

describe('entities', () => {
  test.each<
    [type: EntityType, name: string, unit: ReportingUnit | null, path: string | undefined, id: string]
  >([
    ['Region', '望湖区', LANQIAO, '浙江省/芦江市/望湖区', 'Region:浙江省/芦江市/望湖区'],
    ['Town', '岚桥镇', LANQIAO, LANQIAO.path, 'Town:浙江省/芦江市/望湖区/岚桥镇'],
    ['Town', '青禾镇', UNKNOWN, UNKNOWN.path, 'Town:?0123456789abcdef/青禾镇'],
    ['Town', '青禾镇', null, undefined, 'Town:?0123456789abcdef/青禾镇'],
    ['Village', '东坝村', QINGHE, undefined, 'Village:浙江省/云川市/青禾镇/东坝村'],
    ['Village', '东坝村', UNKNOWN, undefined, 'Village:?0123456789abcdef/青禾镇/东坝村'],
    // The legal name is one in the country, a short form only in its county.
    ['Company', '云川绿意生物科技有限公司', QINGHE, undefined, 'Company:云川绿意生物科技有限公司'],
    ['Company', '云川绿意股份有限公司', null, undefined, 'Company:云川绿意股份有限公司'],
    ['Company', '芦湾水产专业合作社', QINGHE, undefined, 'Company:芦湾水产专业合作社'],
    ['Company', '绿意生物', QINGHE, undefined, 'Company:浙江省/云川市/绿意生物'],
    ['Company', '有限公司服务站', QINGHE, undefined, 'Company:浙江省/云川市/有限公司服务站'],
    ['Organization', '农业农村局', QINGHE, undefined, 'Organization:浙江省/云川市/农业农村局'],
    ['Facility', '青禾大桥', QINGHE, undefined, 'Facility:浙江省/云川市/青禾大桥'],
    ['Park', '青禾小微企业园', QINGHE, undefined, 'Park:浙江省/云川市/青禾小微企业园'],
    ['Project', '青禾冷链物流中心', null, undefined, 'Project:?0123456789abcdef/青禾冷链物流中心'],
    ['Person', '沈福田', QINGHE, undefined, 'Person:浙江省/云川市/青禾镇/沈福田'],
    ['Product', '“青禾香”大米', QINGHE, undefined, 'Product:浙江省/云川市/青禾镇/青禾香大米'],
    ['Event', '青禾开镰节', UNKNOWN, undefined, 'Event:?0123456789abcdef/青禾镇/青禾开镰节'],
    ['Honour', '国家卫生镇', QINGHE, undefined, 'Honour:国家卫生镇'],
    ['Honour', '第三批省级未来乡村', QINGHE, undefined, 'Honour:浙江省/省级未来乡村'],
    ['Honour', '云川市第二批历史文化村落', QINGHE, undefined, 'Honour:浙江省/云川市/云川市历史文化村落'],
    ['Honour', '省级未来乡村', UNKNOWN, undefined, 'Honour:?0123456789abcdef/省级未来乡村'],
    // A title that is nothing but its edition keeps it.
    ['Honour', '第一批', QINGHE, undefined, 'Honour:第一批'],
    ['Program', '“亩均论英雄”改革', QINGHE, undefined, 'Program:亩均论英雄改革'],
    ['Program', '“亩均论英雄”改革', null, undefined, 'Program:亩均论英雄改革'],
  ])('%s %s', (type, name, of, path, id) => {
    expect(entityId(type, name, of, REPORT, path)).toBe(id);
  });
});

test.each<[parts: Parameters<typeof edgeId>, id: string]>([
  [['获评', 'Village:a', 'Honour:b', 'done', 2023], '获评|Village:a|Honour:b|done|2023'],
  [['获评', 'Village:a', 'Honour:b', 'planned'], '获评|Village:a|Honour:b|planned|'],
  [['位于', 'Village:a', 'Town:b'], '位于|Village:a|Town:b||'],
  [['开工', 'Town:a', 'Project:b', undefined, 2024], '开工|Town:a|Project:b||2024'],
])('edge %j', (parts, id) => {
  expect(edgeId(...parts)).toBe(id);
});
