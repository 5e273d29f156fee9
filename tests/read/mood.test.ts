import { expect, test } from 'vitest';
import { openKnowledge } from '../../src/index.js';
import { readText } from '../../src/read/index.js';

const { atlas } = openKnowledge();
const moodsOf = (text: string) => readText('a.txt', text, atlas).sentences.map(({ frame }) => frame.mood);

test('a text without headings is a plan by its words, to the last sentence', () => {
  expect(
    moodsOf(
      '2024年，桐溪镇办好五件事。标准厂房确保4月开工，争创未来乡村。复种油菜1.2万亩。\n新增规上企业3家，年内完成签约。',
    ),
  ).toEqual(['forward', 'forward', 'forward', 'forward']);
});

test('what was done before the plan stays done', () => {
  expect(
    moodsOf(
      '2023年财政收入3.1亿元，同比增长6%。先后获评两块省级牌子。\n下一年力争引资5亿元，抓紧二期报批。改厕300户。',
    ),
  ).toEqual(['back', 'back', 'forward', 'forward']);
});

test('a sentence of things done among plans stays as it was', () => {
  expect(moodsOf('2024年确保园区开工，抓紧报批，争取试产。征地已完成。力争年内投产。')).toEqual([
    'forward',
    'back',
    'forward',
  ]);
});

test.each([
  ['one word of a plan', '2023年力争做到最好。新增企业3家。'],
  ['as many words of a review', '2023年继续抓好招商，已签约3家。累计引资2亿元，同比增长5%。'],
])('%s makes no plan', (_, text) => {
  expect(new Set(moodsOf(text))).toEqual(new Set(['back']));
});

test('headings say it where there are any', () => {
  const report = readText(
    'a.txt',
    '桐溪镇2023年工作总结\n一、2023年工作回顾\n（一）项目\n力争开工三个，确保投产两个，争创名牌。\n',
    atlas,
  );
  expect(report.sentences.at(-1)?.frame.mood).toBe('back');
});
