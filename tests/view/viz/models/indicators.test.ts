import { describe, expect, it } from 'vitest';
import { baseUnit, indicatorCharts } from '../../../../viz/models/indicators.js';
import { all, fact, made, nameAt } from '../made.js';

const figure = (town: string, name: string, props: Readonly<Record<string, string | number>>) => {
  const id = `Indicator:${name}/${town}${props.period}${props.year}${props.status}`;
  return { fact: fact(`Town:${town} 指标 ${id}`, town, { status: 'done' }), id, props };
};
const figures = [
  figure('青禾镇', '财政收入', {
    value: 1.5,
    unit: '亿元',
    yoy: 6.2,
    year: 2024,
    period: '全年',
    status: 'done',
  }),
  figure('青禾镇', '财政收入', { value: 2, unit: '亿元', year: 2025, period: '全年', status: 'target' }),
  figure('柳溪镇', '财政收入', { value: 8000, unit: '万元', year: 2024, period: '全年', status: 'done' }),
  figure('柳溪镇', '财政收入', { value: 4000, unit: '万元', year: 2024, period: '上半年', status: 'done' }),
  figure('柳溪镇', '游客', { value: 30, unit: '万人次', year: 2024, period: '全年', status: 'estimated' }),
];
const raw = made(
  figures.map((one) => one.fact),
  Object.fromEntries(figures.map(({ id, props }) => [id, props])),
);
// One indicator has a node for each value: their ids differ, their names do not.
const data = {
  ...raw,
  nodes: raw.nodes.map((node) => ({ ...node, name: node.name.split('/')[0] ?? '' })),
};

describe('indicators side by side', () => {
  it('bring values to one unit, keep periods apart, and begin with what most towns state', () => {
    const charts = indicatorCharts(data, all(data), data.towns);
    expect(charts.map(({ name, period, unit, towns }) => [name, period, unit, towns])).toEqual([
      ['财政收入', '全年', '元', 2],
      ['游客', '全年', '人次', 1],
      ['财政收入', '上半年', '元', 1],
    ]);
    const values = charts[0]?.values.map(({ town, size, value, unit, status, year }) => [
      nameAt(data, town),
      size,
      value,
      unit,
      status,
      year,
    ]);
    expect(values).toEqual([
      ['柳溪镇', 8e7, 8000, '万元', 'done', 2024],
      ['青禾镇', 1.5e8, 1.5, '亿元', 'done', 2024],
      ['青禾镇', 2e8, 2, '亿元', 'target', 2025],
    ]);
    expect(charts[0]?.values[1]?.yoy).toBe(6.2);
    expect(charts.some(({ growth }) => growth)).toBe(false);
  });

  it('are of the towns asked for', () => {
    const ofFirst = indicatorCharts(data, all(data), data.towns.slice(0, 1));
    expect(ofFirst.map(({ towns }) => towns)).toEqual([1, 1, 1]);
    expect(indicatorCharts(data, all(data), [])).toEqual([]);
  });

  it.each([
    ['亿元', '元', 1e8],
    ['万美元', '美元', 1e4],
    ['万亿元', '元', 1e12],
    ['%', '%', 1],
    ['％', '%', 1],
    ['km', '公里', 1],
    ['千米', '公里', 1],
    ['千瓦', '千瓦', 1],
    ['万', '', 1e4],
    ['', '', 1],
  ])('%s is %s times %d', (unit, base, factor) => {
    expect(baseUnit(unit)).toEqual({ unit: base, factor });
  });
});
