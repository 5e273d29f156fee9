/** Places: the unit, its county's towns and villages, chains of names, names by their ending; and what is none. */
import { describe, expect, test } from 'vitest';
import { names, reading } from './reading.js';

const PLACES = ['Region', 'Town', 'Village'] as const;
// A town of the place list, for what only a list can know.
const MEIXI = { title: '浙江省湖州市安吉县梅溪镇政府工作报告' };

describe('names by their ending, of a town the place list does not know', () => {
  test.each<[string, string[]]>([
    ['青禾镇东坝村完成改厕。', ['Town 青禾镇', 'Village 东坝村']],
    ['青禾人干劲十足。', ['Town 青禾']],
    ['东坝村、柳河村和上塘村评上了。', ['Village 东坝村', 'Village 柳河村', 'Village 上塘村']],
    ['禾兴社区揭牌。', ['Village 禾兴社区']],
    ['“东坝村”三个字刻在石上。', ['Village 东坝村']],
    ['东坝村社区食堂开张。', ['Village 东坝村']],
    ['全镇各村、本镇、该村和每个社区都来了。', []],
    ['东坝村民热情高涨。', []],
    ['东坝村级组织健全。', []],
    ['新农村建设见成效。', []],
    ['乡村振兴走在前列。', []],
    ['有人外出进城进村。', []],
    ['白芦镇来人参观。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, PLACES), sentence).toEqual(expected));
});

describe('towns and villages of the county', () => {
  test.each<[string, string[]]>([
    ['红庙、荆湾、石龙村修了路。', ['Village 红庙', 'Village 荆湾', 'Village 石龙村']],
    ['红庙、荆湾等3村修了路。', ['Village 红庙', 'Village 荆湾']],
    ['管城上舍片区连片开发。', ['Village 管城', 'Village 上舍']],
    ['梓坊社区揭牌。', ['Village 梓坊社区']],
    ['梅溪水质达标。', ['Town 梅溪']],
    ['与孝丰镇结对。', ['Town 孝丰镇']],
    ['孝丰镇老石坎村的客人来了。', ['Town 孝丰镇', 'Village 老石坎村']],
    ['红庙的风景好。', []],
    ['三山环抱，小溪口外有船。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, PLACES, MEIXI), sentence).toEqual(expected));

  test('a village in full is known by the list, in short by what stands behind it', () => {
    const rules = reading('石龙村与红庙、荆湾两村相邻。', MEIXI)
      .decision.kept.filter((m) => m.sentence >= 2)
      .map((m) => `${m.name} ${m.canonical} ${m.rule}`);
    expect(rules).toEqual([
      '石龙村 石龙村 place.village',
      '红庙 红庙村 place.village-short',
      '荆湾 荆湾村 place.village-short',
    ]);
  });
});

test.each<[sentence: string, expected: string[]]>([
  // A name the list does not know lies in the place named right before it, and beside one in the same.
  [
    '湖州市德清县新禾镇上圩村评上了。',
    [
      '浙江省/湖州市',
      '浙江省/湖州市/德清县',
      '浙江省/湖州市/德清县/新禾镇',
      '浙江省/湖州市/德清县/新禾镇/上圩村',
    ],
  ],
  [
    '德清县新市镇和新禾镇都评上了。',
    ['浙江省/湖州市/德清县', '浙江省/湖州市/德清县/新市镇', '浙江省/湖州市/德清县/新禾镇'],
  ],
])('%s: where they lie', (sentence, expected) => {
  const { document } = reading(sentence, MEIXI);
  const from = document.sentences[2]?.span[0] ?? 0;
  expect(document.places.filter((p) => p.span[0] >= from).map((p) => p.place?.path)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['长哨营乡修了路。', ['Town 长哨营乡']],
  ['长哨营满族乡修了路。', ['Town 长哨营满族乡']],
  ['长哨营民宿多。', ['Town 长哨营']],
  ['与喇叭沟门乡结对。', ['Town 喇叭沟门乡']],
  ['怀柔区喇叭沟门乡的客人来了。', ['Region 怀柔区', 'Town 喇叭沟门乡']],
])('a town of a people: %s', (sentence, expected) => {
  const title = '北京市怀柔区长哨营满族乡政府工作报告';
  expect(names(sentence, PLACES, { title })).toEqual(expected);
});

describe('chains of names, and regions', () => {
  test.each<[string, string[]]>([
    ['与新昌县儒岙镇天姥村结对。', ['Region 新昌县', 'Town 儒岙镇', 'Village 天姥村']],
    ['学习绍兴市新昌县经验。', ['Region 绍兴市', 'Region 新昌县']],
    ['赴新昌、安吉等地招商。', ['Region 新昌', 'Region 安吉']],
    ['浙江云川市领导到场。', ['Region 浙江', 'Region 云川市']],
    ['城区面貌一新，郊区也通了车。', []],
    ['新昌盛产茶叶。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, PLACES), sentence).toEqual(expected));
});
