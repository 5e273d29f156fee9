/** Whose report it is: towns of the national list, homonyms settled by what else is named, towns nobody lists. */
import { describe, expect, test } from 'vitest';
import { loadPlaces } from '../../src/places/index.js';
import { openAtlas } from '../../src/read/atlas.js';
import { readText } from '../../src/read/index.js';

const atlas = openAtlas(loadPlaces());
const unitOf = (text: string, town?: string) =>
  readText('报告.txt', text, atlas, town === undefined ? {} : { town }).town;

const HONGJIANG = '湖南省/怀化市/洪江市/塘湾镇';
const GUIXI = '江西省/鹰潭市/贵溪市/塘湾镇';

describe('towns of the national list', () => {
  test.each<[what: string, text: string, path: string]>([
    ['a title with the county', '东宝区栗溪镇2024年政府工作报告\n各位代表：', '湖北省/荆门市/东宝区/栗溪镇'],
    ['a title with the town alone', '栗溪镇政府工作报告\n各位代表：', '湖北省/荆门市/东宝区/栗溪镇'],
    [
      'an issuer alone',
      '发布机构：栗溪镇人民政府\n政府工作报告\n各位代表：我向大会作报告。',
      '湖北省/荆门市/东宝区/栗溪镇',
    ],
    ['one of two, by its county', '洪江市塘湾镇政府工作报告\n各位代表：', HONGJIANG],
    ['one of two, by its province', '江西省塘湾镇政府工作报告\n各位代表：', GUIXI],
    ['one of two, by its villages', '塘湾镇政府工作报告\n隘上村、响溪村、花岩村面貌一新。', HONGJIANG],
    ['one of two, by its villages', '塘湾镇政府工作报告\n芦甸村、唐甸村、上祝村面貌一新。', GUIXI],
    [
      'neighbours named more often than the county do not win',
      '洪江市塘湾镇政府工作报告\n赴贵溪市学习。\n隘上村、花岩村、木兰溪村入选。',
      HONGJIANG,
    ],
    [
      'a traditional character in an official name',
      '建德市乾潭镇政府工作报告\n各位代表：',
      '浙江省/杭州市/建德市/乾潭镇',
    ],
    [
      'a traditional report',
      '貴溪市塘灣鎮政府工作報告\n國民經濟發展，實現產業振興，建設園區，優化環境。',
      GUIXI,
    ],
  ])('%s', (_what, text, path) => {
    expect(unitOf(text)).toMatchObject({ type: 'Town', path, code: expect.stringMatching(/^\d{9}/) });
    expect(unitOf(text)?.parents.map((p) => p.path)).toEqual([
      path.split('/')[0],
      path.split('/').slice(0, 2).join('/'),
      path.split('/').slice(0, 3).join('/'),
    ]);
  });

  test('one of two that nothing settles keeps its name and an unknown path', () => {
    expect(unitOf('塘湾镇政府工作报告\n各位代表：')).toMatchObject({
      type: 'Town',
      name: '塘湾镇',
      path: expect.stringMatching(/^\?[0-9a-f]{16}\/塘湾镇$/),
      code: null,
      parents: [],
    });
  });
});

describe('towns nobody lists', () => {
  test.each<[what: string, text: string, path: string | RegExp]>([
    [
      'province and county in the title',
      '浙江省云川市青禾镇人民政府工作报告\n各位代表：',
      '浙江省/云川市/青禾镇',
    ],
    [
      'county by the issuer',
      '发布机构：云川市青禾镇人民政府\n青禾镇2024年政府工作报告\n各位代表：',
      '云川市/青禾镇',
    ],
    ['known county', '湖南省怀化市洪江市青禾镇人民政府工作报告\n各位代表：', '湖南省/怀化市/洪江市/青禾镇'],
    ['a street', '浙江省云川市岚桥街道2024年上半年工作总结\n正文。', '浙江省/云川市/岚桥街道'],
    ['a township', '浙江省云川市望塘乡人民政府工作报告\n正文。', '浙江省/云川市/望塘乡'],
    ['a party committee', '中共云川市青禾镇委员会工作报告\n同志们：', '云川市/青禾镇'],
    [
      'a title that begins with 关于',
      '关于云川市青禾镇2023年财政预算执行情况的报告\n正文。',
      '云川市/青禾镇',
    ],
    ['a year before the name', '2024年云川市青禾镇工作要点\n正文。', '云川市/青禾镇'],
    ['the name alone', '青禾镇人民政府工作报告\n各位代表：', /^\?[0-9a-f]{16}\/青禾镇$/],
  ])('%s', (_what, text, path) => {
    const unit = unitOf(text);
    expect(unit?.type).toBe('Town');
    if (typeof path === 'string') expect(unit?.path).toBe(path);
    else expect(unit?.path).toMatch(path);
  });
});

test.each([
  ['建成省级美丽乡村示范镇，新增高企3家。', 'the title of a town, no town'],
  ['乡村振兴镇村同步，文明村镇创建提速。', 'words that end alike'],
  ['诸栗溪镇的老街修缮一新。', 'a longer name that nobody lists'],
])('%s: %s', (text) => {
  expect(unitOf(text)).toBeNull();
});

test('whoever speaks says for whom', () => {
  const text = '各位代表：\n现在，我代表岚桥镇人民政府，向大会报告工作。\n塘湾镇、栗溪镇为邻。';
  expect(unitOf(text)).toMatchObject({ type: 'Town', name: '岚桥镇' });
  expect(unitOf('各位代表：\n我代表镇人民政府向大会报告工作。\n')).toBeNull();
});

test('a partner named within a sentence is not who reports', () => {
  const text = `全年新增高企3家，修缮旧屋12处，${'新建步道4公里，'.repeat(6)}茶园由本地农户与栗溪镇共建。`;
  expect(unitOf(text)).toBeNull();
});

test('a county is not who reports where the text speaks of 我镇', () => {
  const text = '洪江市表彰先进，洪江市列为试点，洪江市出台办法，洪江市评出十强，';
  expect(unitOf(`${text}全市受益。`)).toMatchObject({ type: 'Region' });
  expect(unitOf(`${text}我镇受益。`)).toBeNull();
});

test('a name stands behind a date, a verb, a place', () => {
  for (const text of ['2023年栗溪镇新增高企3家。', '走进栗溪镇，处处新景。', '东宝区栗溪镇新增高企3家。'])
    expect(unitOf(text)?.name, text).toBe('栗溪镇');
});

describe('counties and cities', () => {
  test.each([
    ['洪江市2024年政府工作报告\n各位代表：塘湾镇、雪峰镇成绩突出。', '湖南省/怀化市/洪江市'],
    ['2024年怀化市政府工作报告\n各位代表：', '湖南省/怀化市'],
  ])('%s', (text, path) => {
    expect(unitOf(text)).toMatchObject({ type: 'Region', path });
  });
});

test('a title that begins with 关于 names a town of the list', () => {
  const text = '关于塘湾镇2023年财政预算执行情况的报告\n';
  expect(unitOf(`${text}隘上村、花岩村。`)?.path).toBe(HONGJIANG);
  expect(unitOf(text)?.name).toBe('塘湾镇');
});

describe('the user knows better', () => {
  const text = '栗溪镇政府工作报告\n各位代表：';
  test('a listed town', () => {
    expect(unitOf(text, '洪江市雪峰镇')?.path).toBe('湖南省/怀化市/洪江市/雪峰镇');
  });
  test('a town nobody lists', () => {
    expect(unitOf(text, '浙江省云川市青禾镇')?.path).toBe('浙江省/云川市/青禾镇');
  });
  test('for a text that names no place', () => {
    expect(unitOf('各位代表：全年新增企业3家。', '洪江市塘湾镇')?.path).toBe(HONGJIANG);
  });
});

test.each([
  '各位代表：全年新增企业3家。',
  '城镇化率达到60%。',
  '乡镇、街道齐抓共管。',
  '镇',
  '省级荣誉3项。',
])('nobody is named in: %s', (text) => {
  expect(unitOf(text)).toBeNull();
});
