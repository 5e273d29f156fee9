/** People behind a post or on the line of the speaker; companies by their line of business, where there is proof. */
import { describe, expect, test } from 'vitest';
import { names, reading } from './reading.js';

describe('people', () => {
  test.each<[string, string[]]>([
    ['镇长林知远介绍情况。', ['Person 林知远']],
    ['党委书记王建国同志表示感谢，村民方大海说好。', ['Person 王建国', 'Person 方大海']],
    ['会长陈青（兼）到会。', ['Person 陈青']],
    ['镇长工作会议召开，主任任务很重。', []],
    ['副主任高度重视。', []],
    ['林知远介绍情况。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, ['Person']), sentence).toEqual(expected));

  test('the speaker stands on a line above the greeting', () => {
    const spoken = (line: string) =>
      reading('工作顺利。', { heading: `${line}\n各位代表：\n一、2024年工作回顾` })
        .entities.filter((e) => e.type === 'Person')
        .map((e) => `${e.name} ${e.mentions[0]?.rule}`);
    expect(spoken('林知远')).toEqual(['林知远 person.speaker-line']);
    expect(spoken('林　　远')).toEqual(['林远 person.speaker-line']);
    expect(spoken('东坝新貌')).toEqual([]);
  });
});

describe('short names of companies', () => {
  test.each<[string, string[]]>([
    ['恒远精工获评市级示范企业。', ['Company 恒远精工']],
    ['恒远精工与云川大学合作。', ['Company 恒远精工']],
    ['恒远精工、禾丰食品入选榜单。', ['Company 恒远精工', 'Company 禾丰食品']],
    ['恒远精工新厂投产。', ['Company 恒远精工']],
    ['恒远精工品质优良。', []],
    ['产业精工获评先进。', []],
    ['云川市农业获评先进。', []],
    ['全镇机械收割。', []],
    ['看了恒远大大小小的精工获评先进。', []],
  ])('%s', (sentence, expected) => expect(names(sentence, ['Company']), sentence).toEqual(expected));
});
