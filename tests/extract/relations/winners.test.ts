/** Whom a title is for. */
import { expect, test } from 'vitest';
import { isForOthers } from '../../../src/extract/relations/judge/winners.js';
import type { EntityType } from '../../../src/schema.js';

test.each<[title: string, type: EntityType, forOthers: boolean]>([
  ['省级文明村', 'Town', true],
  ['省级文明村', 'Village', false],
  ['省级乡村建设示范村名单', 'Town', true],
  ['云川市和谐社区', 'Town', true],
  ['省级示范乡(镇)创建单位', 'Village', true],
  ['省级示范乡(镇)创建单位', 'Town', false],
  ['国家卫生镇', 'Village', true],
  ['全国文明村镇', 'Village', false],
  ['全国文明村镇', 'Town', false],
  ['全国“一村一品”示范村镇（辣椒）', 'Village', false],
  ['中国美丽茶乡', 'Village', false],
  ['中国枇杷之乡', 'Village', false],
  ['省级文明单位', 'Town', false],
  ['省级文明村', 'Company', false],
])('%s, %s', (title, type, forOthers) => {
  expect(isForOthers(title, type)).toBe(forOthers);
});
