/**
 * Indicators of towns side by side: one small chart for each indicator, a bar for each value.
 *
 * Reports write one quantity in several units (亿元, 万元); values are brought to one before bars are compared, and
 * shown as they were written. Half-years and whole years stand in charts of their own.
 */
import type { IndicatorStatus } from '../../src/schema.js';
import { at, type Data } from '../data.js';

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
];
/** One unit under several names. */
const SAME: Readonly<Record<string, string>> = { km: '公里', 千米: '公里', '㎡': '平方米', '％': '%' };

/** 万元 → 元, 10,000. What is left must be a unit: 千瓦 is one, 千 alone is none. */
export const baseUnit = (unit: string): { readonly unit: string; readonly factor: number } => {
  const plain = SAME[unit] ?? unit;
  const [word, factor] = SCALES.find(([scale]) => plain.startsWith(scale)) ?? ['', 1];
  // 千米 is 公里, 千瓦 and 千克 are units of their own.
  if (word === '千') return { unit: plain, factor: 1 };
  return { unit: SAME[plain.slice(word.length)] ?? plain.slice(word.length), factor };
};

export interface IndicatorValue {
  readonly town: number;
  readonly node: number;
  readonly edge: number;
  readonly value: number;
  /** In the unit of the chart, comparable with the others. */
  readonly size: number;
  readonly unit: string;
  readonly yoy: number | null;
  readonly year: number | null;
  readonly status: IndicatorStatus;
}

export interface IndicatorChart {
  readonly name: string;
  readonly period: string;
  /** The common unit without its scale; may be empty. */
  readonly unit: string;
  /** By town, then year, then status. */
  readonly values: readonly IndicatorValue[];
  readonly towns: number;
  /** Every value is a rate of growth, not a quantity. */
  readonly growth: boolean;
}

const STATUS_ORDER: readonly IndicatorStatus[] = ['done', 'estimated', 'target'];

/** Charts, those that most towns state first; `towns`: the units to be compared, in the order wanted. */
export const indicatorCharts = (
  data: Data,
  edges: readonly number[],
  towns: readonly number[],
): readonly IndicatorChart[] => {
  const charts = new Map<string, { name: string; period: string; unit: string; values: IndicatorValue[] }>();
  for (const edge of edges) {
    const { type, from, to } = at(data.edges, edge);
    if (type !== '指标' || !towns.includes(from)) continue;
    const { name, props = {} } = at(data.nodes, to);
    const value = Number(props.value);
    if (props.value === undefined || !Number.isFinite(value)) continue;
    const written = String(props.unit ?? '');
    const { unit, factor } = baseUnit(written);
    const period = String(props.period ?? '');
    const key = JSON.stringify([name, period, unit]);
    const chart = charts.get(key) ?? { name, period, unit, values: [] };
    charts.set(key, chart);
    chart.values.push({
      town: from,
      node: to,
      edge,
      value,
      size: value * factor,
      unit: written,
      yoy: typeof props.yoy === 'number' ? props.yoy : null,
      year: props.year === undefined ? null : Number(props.year),
      status: STATUS_ORDER.find((status) => status === props.status) ?? 'done',
    });
  }
  return [...charts.values()]
    .map(
      (chart): IndicatorChart => ({
        ...chart,
        values: chart.values.sort(
          (a, b) =>
            towns.indexOf(a.town) - towns.indexOf(b.town) ||
            (a.year ?? 0) - (b.year ?? 0) ||
            STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
            a.edge - b.edge,
        ),
        towns: new Set(chart.values.map(({ town }) => town)).size,
        growth: chart.values.every(({ unit, value, yoy }) => unit === '%' && value === yoy),
      }),
    )
    .sort(
      (a, b) =>
        b.towns - a.towns ||
        b.values.length - a.values.length ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
        (a.period + a.unit < b.period + b.unit ? -1 : 1),
    );
};
