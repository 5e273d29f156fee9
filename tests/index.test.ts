/** The public API: what it exports, and the example of its documentation. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as zhentu from '../src/index.js';
import { packageFile } from '../src/paths.js';

test('exports these values and no others', () => {
  expect(Object.keys(zhentu).sort()).toEqual([
    'CORE_TYPES',
    'EDGE_TYPES',
    'ENTITY_TYPES',
    'FORMAT',
    'FORMAT_VERSION',
    'INDICATOR_STATUSES',
    'INDICATOR_STATUS_ZH',
    'LABEL_STYLE',
    'LexiconError',
    'NODE_LABELS',
    'PROJECT_STAGES',
    'RELATIONS',
    'RELATION_TYPES',
    'ReadError',
    'STATUSES',
    'STATUS_ZH',
    'STORE_EDGE_TYPES',
    'StoreError',
    'UsageError',
    'ZhentuError',
    'buildGraph',
    'extract',
    'openKnowledge',
    'openStore',
    'read',
    'resolve',
  ]);
});

test('is what package.json points to', () => {
  const { exports } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string>>;
  };
  expect(exports).toEqual({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } });
});

const knowledge = zhentu.openKnowledge();
const bytes = new TextEncoder().encode(
  '浙江省云川市青禾镇政府工作报告\n一、2023年工作回顾\n东坝村获评省级未来乡村。\n',
);

test('files become a graph', () => {
  const graph = zhentu.buildGraph([{ path: 'a.txt', bytes }], knowledge);
  expect(graph.format).toBe(zhentu.FORMAT);
  expect(graph.version).toBe(zhentu.FORMAT_VERSION);
  expect(graph.edges.map((e) => e.id)).toContain(
    '获评|Village:浙江省/云川市/青禾镇/东坝村|Honour:浙江省/省级未来乡村|done|2023',
  );
});

test('is its stages, one after the other', () => {
  const report = zhentu.read({ path: 'a.txt', bytes }, knowledge);
  const extraction = zhentu.extract(report, knowledge);
  expect(zhentu.resolve([extraction])).toEqual(zhentu.buildGraph([{ path: 'a.txt', bytes }], knowledge));
});

test('options reach the reader', () => {
  const { reports } = zhentu.buildGraph([{ path: 'a.txt', bytes }], knowledge, {
    town: '洪江市塘湾镇',
    year: 2020,
  });
  expect(reports).toMatchObject([{ year: 2020, town: 'Town:湖南省/怀化市/洪江市/塘湾镇' }]);
});

test('what cannot be read is an error a user can mend', () => {
  const empty = () => zhentu.buildGraph([{ path: '空.txt', bytes: new Uint8Array() }], knowledge);
  expect(empty).toThrow(zhentu.ReadError);
  expect(empty).toThrow(zhentu.ZhentuError);
  expect(empty).toThrow(/^空\.txt：/);
});
