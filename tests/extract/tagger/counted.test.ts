/** Where a name ends that tells what its list is counted as. */
import { expect, test } from 'vitest';
import { countedFrom } from '../../../src/extract/tagger/counted.js';
import type { EntityType } from '../../../src/schema.js';

test.each<[name: string, type: EntityType, whole: string | null]>([
  ['恒远精工等新兴产业项目', 'Project', '恒远精工'],
  ['柳河民宿3个文旅项目', 'Project', '柳河民宿'],
  ['禾丰食品等企业', 'Company', '禾丰食品'],
  ['白鹿产业园5大园区', 'Park', '白鹿产业园'],
  ['年产1万吨等静压石墨项目', 'Project', null],
  ['乌镇杯一等奖项目', 'Project', null],
  ['柳河等4村全域土地综合整治项目', 'Project', null],
  ['灵溪、白鹿两个工业园区', 'Park', null],
  ['“五个一批”项目', 'Program', null],
])('%s', (name, type, whole) => {
  const counted = countedFrom(name, type);
  expect(counted < 0 ? null : name.slice(0, counted)).toBe(whole);
});
