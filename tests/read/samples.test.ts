/** What reading finds in every sample: whose report, of which year, and which part looks which way. */
import { expect, test } from 'vitest';
import { loadPlaces } from '../../src/places/index.js';
import { openAtlas } from '../../src/read/atlas.js';
import { read } from '../../src/read/index.js';
import { sampleFiles } from '../samples.js';

const atlas = openAtlas(loadPlaces());
const reports = new Map(
  sampleFiles().map((file) => [file.path.replace(/^.*\/|\.txt$/g, ''), read(file, atlas)]),
);

const YUNCHUAN = '浙江省/云川市';

test.each([
  [
    'bailu-2024',
    '浙江省云川市白芦镇2024年政府工作报告',
    '云川市白芦镇人民政府',
    '2024-02-06',
    2023,
    `${YUNCHUAN}/白芦镇`,
  ],
  ['heting-2024', '2024年浙江省云川市鹤汀镇政府工作报告', null, null, 2023, `${YUNCHUAN}/鹤汀镇`],
  [
    'lanqiao-2024h1',
    '浙江省云川市岚桥街道2024年上半年工作总结和下半年工作思路',
    '云川市岚桥街道办事处',
    '2024-07-26',
    2024,
    `${YUNCHUAN}/岚桥街道`,
  ],
  [
    'qinghe-2023',
    '浙江省云川市青禾镇人民政府工作报告',
    '云川市青禾镇人民政府',
    '2023-02-20',
    2022,
    `${YUNCHUAN}/青禾镇`,
  ],
  [
    'qinghe-2024',
    '浙江省云川市青禾镇人民政府工作报告',
    '云川市青禾镇人民政府',
    '2024-01-29',
    2023,
    `${YUNCHUAN}/青禾镇`,
  ],
  [
    'wangtang-2024',
    '浙江省云川市望塘乡人民政府工作报告',
    '云川市望塘乡人民政府',
    '2024-02-02',
    2023,
    `${YUNCHUAN}/望塘乡`,
  ],
])('%s', (name, title, issuer, published, year, path) => {
  expect(reports.get(name)).toMatchObject({ title, issuer, published, year, town: { type: 'Town', path } });
});

test('no sample is left out', () => {
  expect(reports.size).toBe(6);
});

test('nothing of the pages around the samples is read', () => {
  const furniture = /索\s*引|首页|打印|关闭|字体|有效性|发布时间|浏览次数|责任编辑|附件下载|老年模式|扫一扫/;
  for (const { text, path } of reports.values()) expect(text.match(furniture)?.[0], path).toBeUndefined();
});

test.each([...reports.keys()])('%s looks back in its first part and forward in its second', (name) => {
  const report = reports.get(name);
  const year = report?.year ?? null;
  // A title that speaks of both halves of the year heads what stands before the first part.
  const sections = report?.sections.filter((s) => s.heading !== report.title) ?? [];
  const half = name.endsWith('h1');
  const next = half ? year : (year ?? 0) + 1;
  const tops = sections.filter((s) => s.level === 0).map((s) => s.frame);
  expect(tops).toEqual([
    { year, mood: 'back', period: half ? '上半年' : null },
    { year: next, mood: 'forward', period: half ? '下半年' : null },
  ]);
  const turn = sections.findIndex((s) => s.frame.mood === 'forward');
  expect(turn).toBeGreaterThan(1);
  expect(sections.slice(0, turn).every((s) => s.frame.mood === 'back' && s.frame.year === year)).toBe(true);
  expect(sections.slice(turn).every((s) => s.frame.mood === 'forward' && s.frame.year === next)).toBe(true);
});
