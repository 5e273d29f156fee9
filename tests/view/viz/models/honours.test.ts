import { describe, expect, it } from 'vitest';
import { honourLevel, honourTable } from '../../../../viz/models/honours.js';
import { all, fact, made, nameAt } from '../made.js';

const data = made(
  [
    fact('Town:青禾镇 获评 Honour:卫生镇', '青禾镇', { status: 'done', year: 2022 }),
    fact('Village:东坝村 获评 Honour:未来乡村', '青禾镇', { status: 'done', year: 2024 }),
    fact('Village:东坝村 获评 Honour:未来乡村', '青禾镇', { status: 'planned', year: 2024 }),
    fact('Village:上塘村 获评 Honour:未来乡村', '青禾镇', { status: 'planned', year: 2024 }),
    fact('Town:青禾镇 获评 Honour:未来乡村', '青禾镇', { status: 'done', year: 2024, derived: true }),
    fact('Town:柳溪镇 获评 Honour:平安镇', '柳溪镇', { status: 'done', level: '全省' }),
    fact('Town:柳溪镇 获评 Honour:先进集体', null, { status: 'done', year: 2023 }),
  ],
  { 'Honour:卫生镇': { level: '国家级' }, 'Honour:未来乡村': { level: '省级' } },
);

describe('honours by level and year', () => {
  it('count those who received them, not again what was planned before, nor villages for their town', () => {
    const table = honourTable(data, all(data));
    expect(table.years).toEqual([2022, 2023, 2024]);
    expect(table.count).toBe(5);
    const rows = table.rows.map(({ level, cells, count }) => [
      level,
      count,
      cells.map((items) =>
        items.map(({ node, edges, standing }) => `${nameAt(data, node)} ${edges.length} ${standing}`),
      ),
    ]);
    expect(rows).toEqual([
      ['国家级', 1, [['卫生镇 1 done'], [], []]],
      // Without a year of its own an award has that of its report.
      ['省级', 3, [[], [], ['未来乡村 2 done', '平安镇 1 done']]],
      ['未注明', 1, [[], ['先进集体 1 done'], []]],
    ]);
  });

  it('can be none', () => {
    expect(honourTable(data, [])).toEqual({ years: [], rows: [], count: 0 });
  });

  it.each([
    ['国家级', '国家级'],
    ['全国', '国家级'],
    ['全省', '省级'],
    ['自治区级', '省级'],
    ['市级', '市级'],
    ['区级', '县级'],
    ['县市级', '县级'],
    ['镇级', '乡级'],
    ['', '未注明'],
    ['最高', '未注明'],
  ])('%s is %s', (word, level) => {
    expect(honourLevel(word)).toBe(level);
  });
});
