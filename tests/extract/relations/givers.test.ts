/** Who gives a title and who wins it. */
import { expect, test } from 'vitest';
import { givesTitle } from '../../../src/extract/relations/judge/givers.js';

const TITLE = '省级文明村';
test.each<[text: string, who: string, gives: boolean]>([
  ['省农业农村厅公布省级文明村名单', '省农业农村厅', true],
  ['省民政厅、省妇联近日联合发布省级文明村名单', '省民政厅', true],
  ['省民政厅、省妇联近日联合发布省级文明村名单', '省妇联', true],
  ['省文旅厅等5部门联合命名省级文明村', '省文旅厅', true],
  ['东坝村被省文明办授予省级文明村', '省文明办', true],
  ['东坝村被云川市文明委推荐为省级文明村', '云川市文明委', true],
  ['东坝村党支部被命名为省级文明村', '东坝村党支部', false],
  ['镇文化站评定为省级文明村', '镇文化站', false],
  ['镇文化站、东坝村被授予省级文明村', '镇文化站', false],
  ['镇文化站获评省级文明村', '镇文化站', false],
  ['省级文明村名单由省文明办公布', '省文明办', false],
])('%s: %s', (text, who, gives) => {
  const start = text.indexOf(who);
  expect(givesTitle(text, 'Organization', [start, start + who.length], text.indexOf(TITLE))).toBe(gives);
});

test('a long list of others can be read in one way only', () => {
  const text = `省民政厅${'和甲乙与丙丁'.repeat(40)}走访省级文明村`;
  expect(givesTitle(text, 'Organization', [0, 4], text.indexOf(TITLE))).toBe(false);
});

test('a town that announces its list is not told from one that wins', () => {
  expect(givesTitle('青禾镇公布省级文明村名单', 'Town', [0, 3], 5)).toBe(false);
});
