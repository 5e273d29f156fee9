/** The shipped list: paths without the levels of the code, homonyms, villages, and what it answers when it knows nothing. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ReadError } from '../../src/errors.js';
import type { Place } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { isStatisticalUnit, loadPlaces, villageKind } from '../../src/places/index.js';

const places = loadPlaces();
const paths = (found: readonly Place[]): string[] => found.map((place) => place.path);

describe('regions', () => {
  test('are as many as data/README.md says', () => {
    const readme = readFileSync(packageFile('data/README.md'), 'utf8');
    const stated = Object.fromEntries(
      [...readme.matchAll(/^\| (province|city|county|town|village) \| (\d+) \|$/gm)].map((row) => [
        row[1],
        Number(row[2]),
      ]),
    );
    const regions = places.regions();
    const count = (level: Place['level']): number => regions.filter((place) => place.level === level).length;
    expect(stated).toEqual({
      province: count('province'),
      city: count('city'),
      county: count('county'),
      town: regions.reduce((sum, region) => sum + places.townsOf(region.path).length, 0),
      village: regions.reduce((sum, region) => sum + places.villagesOfCounty(region.path).length, 0),
    });
    expect(stated.province).toBe(31);
    expect(places.header.counts).toEqual(stated);
  });

  test('have paths and codes of their own, the path one name longer than that of the place above', () => {
    const regions = places.regions();
    expect(new Set(paths(regions)).size).toBe(regions.length);
    expect(new Set(regions.map((region) => region.code)).size).toBe(regions.length);
    for (const region of regions) {
      expect(region.code).toMatch(/^\d{6}$/);
      expect(places.parentsOf(region.path)).toHaveLength(region.path.split('/').length - 1);
    }
  });

  test.each([
    ['湖北省', 'province', '420000'],
    ['湖北省/荆门市', 'city', '420800'],
    ['湖北省/荆门市/东宝区', 'county', '420802'],
    ['北京市/朝阳区', 'county', '110105'],
    ['天津市/滨海新区', 'county', '120116'],
    ['上海市/浦东新区', 'county', '310115'],
    ['重庆市/渝中区', 'county', '500103'],
    ['重庆市/城口县', 'county', '500229'],
    ['湖北省/仙桃市', 'county', '429004'],
    ['河南省/济源市', 'county', '419001'],
    ['海南省/琼海市', 'county', '469002'],
    ['新疆维吾尔自治区/石河子市', 'county', '659001'],
    ['广东省/东莞市', 'city', '441900'],
    ['广东省/中山市', 'city', '442000'],
    ['海南省/儋州市', 'city', '460400'],
    ['甘肃省/嘉峪关市', 'city', '620200'],
  ] as const)('%s is a %s with code %s', (path, level, code) => {
    expect(places.placeAt(path)).toEqual({ level, name: path.split('/').at(-1), path, code });
  });

  test.each([
    '北京市/市辖区',
    '北京市/市辖区/朝阳区',
    '重庆市/县/城口县',
    '湖北省/省直辖县级行政区划/仙桃市',
    '广东省/东莞市/东莞市',
    '荆门市/东宝区',
    '浙江省/云川市',
    '湖北省/荆门市/东宝区/栗溪镇/东坝村/一组',
    '?0123456789abcdef/青禾镇',
    '',
    '/',
  ])('nothing is at "%s"', (path) => {
    expect(places.placeAt(path)).toBeNull();
  });

  test.each([
    ['东宝区', ['湖北省/荆门市/东宝区']],
    ['东宝', ['湖北省/荆门市/东宝区']],
    ['吉林', ['吉林省', '吉林省/吉林市']],
    ['内蒙古', ['内蒙古自治区']],
    ['延边', ['吉林省/延边朝鲜族自治州']],
    ['朝阳区', ['北京市/朝阳区', '吉林省/长春市/朝阳区']],
    ['朝阳', ['北京市/朝阳区', '辽宁省/朝阳市', '辽宁省/朝阳市/朝阳县', '吉林省/长春市/朝阳区']],
    ['云川市', []],
    ['市辖区', []],
    ['栗溪镇', []],
    ['constructor', []],
    ['', []],
  ] as const)('named %s: %j', (name, expected) => {
    expect(paths(places.regionsNamed(name))).toEqual(expected);
  });
});

describe('towns', () => {
  test('by name: the one, the many in the order of codes, the none', () => {
    expect(places.townsNamed('栗溪镇')).toEqual([
      { level: 'town', name: '栗溪镇', path: '湖北省/荆门市/东宝区/栗溪镇', code: '420802100' },
    ]);
    const homonyms = places.townsNamed('太平镇');
    expect(homonyms.length).toBeGreaterThan(20);
    expect(new Set(paths(homonyms)).size).toBe(homonyms.length);
    expect(homonyms.map((town) => town.code)).toEqual(homonyms.map((town) => town.code).toSorted());
    expect(homonyms.every((town) => town.name === '太平镇')).toBe(true);
    for (const name of ['栗溪', '云川大镇', '市辖区', 'constructor', ''])
      expect(places.townsNamed(name)).toEqual([]);
  });

  test('of a people, by its spoken name as well', () => {
    const path = '北京市/怀柔区/长哨营满族乡';
    for (const name of ['长哨营满族乡', '长哨营乡']) expect(paths(places.townsNamed(name))).toEqual([path]);
    expect(places.placeAt('北京市/怀柔区/长哨营乡')).toBeNull();
  });

  test('of a county, of a city without counties, of other regions', () => {
    expect(paths(places.townsOf('湖北省/荆门市/东宝区'))).toContain('湖北省/荆门市/东宝区/栗溪镇');
    expect(paths(places.townsOf('广东省/东莞市'))).toContain('广东省/东莞市/虎门镇');
    expect(paths(places.townsOf('湖北省/仙桃市'))).toContain('湖北省/仙桃市/沔城回族镇');
    for (const path of ['湖北省', '湖北省/荆门市', '湖北省/荆门市/云川区', '湖北省/荆门市/东宝区/栗溪镇'])
      expect(places.townsOf(path)).toEqual([]);
  });

  test('are the same from every side and know what lies above', () => {
    const [town] = places.townsNamed('虎门镇');
    expect(town).toEqual(places.placeAt('广东省/东莞市/虎门镇'));
    expect(places.townsOf('广东省/东莞市')).toContainEqual(town);
    expect(paths(places.parentsOf('广东省/东莞市/虎门镇'))).toEqual(['广东省', '广东省/东莞市']);
    expect(paths(places.parentsOf('湖北省/荆门市/东宝区/云川镇'))).toEqual([
      '湖北省',
      '湖北省/荆门市',
      '湖北省/荆门市/东宝区',
    ]);
    expect(places.parentsOf('?0123456789abcdef/青禾镇')).toEqual([]);
    expect(places.parentsOf('湖北省')).toEqual([]);
  });

  test('no 街道办事处 is left, and the units of the statistics are told apart', () => {
    const towns = places.regions().flatMap((region) => places.townsOf(region.path));
    expect(towns.filter((town) => town.name.endsWith('街道办事处'))).toEqual([]);
    const statistical = towns.filter(isStatisticalUnit);
    expect(statistical.length).toBeGreaterThan(2000);
    expect(statistical.length).toBeLessThan(3000);
    const at = (path: string): boolean => isStatisticalUnit(places.placeAt(path) as Place);
    expect(at('湖北省/荆门市/东宝区/栗溪镇')).toBe(false);
    expect(at('湖北省/荆门市/东宝区')).toBe(false);
    expect(at('江苏省/苏州市/苏州工业园区')).toBe(true);
    expect(at('河北省/沧州市/青县/青县农场')).toBe(true);
  });
});

describe('villages', () => {
  const county = '北京市/朝阳区';

  test('of a county are those of its towns, one after the other', () => {
    const villages = places.villagesOfCounty(county);
    expect(villages.length).toBeGreaterThan(400);
    expect(villages).toEqual(places.townsOf(county).flatMap((town) => places.villagesOf(town.path)));
    expect(new Set(paths(villages)).size).toBe(villages.length);
    for (const village of villages) {
      expect(village.code).toMatch(/^110105\d{6}$/);
      expect(places.placeAt(village.path.slice(0, village.path.lastIndexOf('/')))?.code).toBe(
        village.code.slice(0, 9),
      );
    }
  });

  test.each([
    ['北京市/东城区/东华门街道/多福巷社区', '110101001001', '社区'],
    ['河北省/石家庄市/栾城区/南高乡/南高村', '130111200201', '村'],
    ['广东省/东莞市/东城街道/岗贝社区', '441900003001', '社区'],
    ['上海市/徐汇区/天平路街道/永嘉新村', '310104003012', '村'],
    ['湖南省/湘潭市/韶山市/清溪镇/韶山冲社区', '430382100005', '社区'],
  ] as const)('%s has code %s and is a %s', (path, code, kind) => {
    const village = places.placeAt(path);
    expect(village).toEqual({ level: 'village', name: path.split('/').at(-1), path, code });
    expect(villageKind(village as Place)).toBe(kind);
    expect(places.parentsOf(path)).toHaveLength(path.split('/').length - 1);
  });

  test('the kind comes from the code where the name is silent, and only villages have one', () => {
    const silent = (code: string): Place => ({ level: 'village', name: '第三管理区', path: '', code });
    expect(villageKind(silent('230521500501'))).toBe('村');
    expect(villageKind(silent('230521500404'))).toBe('社区');
    expect(villageKind(silent('230521500001'))).toBe('社区');
    expect(villageKind(places.placeAt('北京市/朝阳区') as Place)).toBeNull();
  });

  test('unknown places have none', () => {
    for (const path of ['北京市', '湖北省/荆门市', '湖北省/荆门市/云川区', ''])
      expect(places.villagesOfCounty(path)).toEqual([]);
    for (const path of [county, '湖北省/荆门市/东宝区/云川镇', '云川镇', ''])
      expect(places.villagesOf(path)).toEqual([]);
  });
});

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhentu-places-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const shipped = readFileSync(packageFile('data/places.bin'));

  test('is what its header says, and small', () => {
    const body = shipped.subarray(8 + shipped.readUInt32LE(4));
    expect(createHash('sha256').update(body).digest('hex')).toBe(places.header.sha256);
    expect(places.header).toMatchObject({ format: 'zhentu-places', version: 1 });
    expect(shipped.length).toBeLessThan(2_300_000);
  });

  test.each([
    ['missing', null],
    ['empty', Buffer.alloc(0)],
    ['of another kind', Buffer.from('PK\u0003\u0004 something else altogether')],
    ['cut in its header', shipped.subarray(0, 100)],
    ['cut in its villages', shipped.subarray(0, 1_000_000)],
  ])('%s: an error that says what to do', (name, bytes) => {
    const path = join(folder, `${name}.bin`);
    if (bytes) writeFileSync(path, bytes);
    expect(() => loadPlaces(path)).toThrow(ReadError);
    expect(() => loadPlaces(path)).toThrow('npm run places');
  });
});
