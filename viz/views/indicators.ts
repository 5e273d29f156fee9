/** Figures of towns side by side: a small chart for each, those that most towns state first. */
import { INDICATOR_STATUS_ZH } from '../../src/schema.js';
import { at, shorten } from '../data.js';
import { h } from '../dom.js';
import { type IndicatorChart, type IndicatorValue, indicatorCharts } from '../models/indicators.js';
import type { View, ViewContext } from '../view.js';
import { figure, type Say, STANDINGS } from '../words.js';
import { type Bar, barChart } from './chart.js';
import { arrowKeys } from './keys.js';
import {
  choice,
  chosen,
  emptyState,
  figuresShown,
  moreButton,
  pickedTowns,
  portion,
  townPicker,
} from './parts.js';

const FIRST = 24;
const STEP = 60;
const WIDTHS = ['several', 'all'] as const;

const PERIOD_EN: Readonly<Record<string, string>> = {
  全年: 'whole year',
  上半年: 'first half',
  下半年: 'second half',
};

/** +6.2%; the minus of print. */
const growth = (yoy: number | null): string =>
  yoy === null ? '' : ` ${yoy > 0 ? '+' : yoy < 0 ? '−' : ''}${Math.abs(yoy)}%`;

const barOf = ({ data, state, say, actions }: ViewContext, value: IndicatorValue, several: boolean): Bar => {
  const { name } = at(data.nodes, value.town);
  const year = value.year === null ? '' : String(value.year);
  const status =
    value.status === 'done' ? '' : say(INDICATOR_STATUS_ZH[value.status], STANDINGS[value.status].en);
  // A growth that is itself the figure is not said twice.
  const growing = value.unit === '%' && value.yoy === value.value ? '' : growth(value.yoy);
  const text = `${value.value}${value.unit}${growing}`;
  return {
    label: `${shorten(name, several ? 4 : 5)} ${year}`.trim(),
    size: value.size,
    text: status === '' ? text : `${text} ${status}`,
    hollow: value.status !== 'done',
    selected: state.selection?.kind === 'fact' && state.selection.index === value.edge,
    name: [name, year, text, status].filter(Boolean).join(' '),
    key: `bar-${value.edge}`,
    onClick: () => actions.selectFact(value.edge),
  };
};

const chartOf = (
  context: ViewContext,
  { name, period, values, towns, growth: rate }: IndicatorChart,
): HTMLElement => {
  const { say } = context;
  const when = period === '' ? '' : say(period, PERIOD_EN[period] ?? period);
  return h(
    'figure',
    { class: 'small', attributes: { 'data-testid': 'chart' } },
    h(
      'figcaption',
      {},
      h('strong', {}, name),
      h(
        'span',
        { class: 'quiet' },
        [rate ? say('增速', 'growth') : '', when, townCount(towns, say)].filter(Boolean).join(' · '),
      ),
    ),
    arrowKeys(
      h(
        'div',
        {},
        barChart(
          values.map((value) => barOf(context, value, values.length > 1)),
          `${name} ${when}`,
        ),
      ),
    ),
  );
};

const townCount = (towns: number, say: Say): string =>
  say(`${towns} 个镇`, `${towns} town${towns === 1 ? '' : 's'}`);

export const indicatorsView: View = {
  name: 'indicators',
  title: (say) => say('指标', 'Figures'),
  canvas: 'none',
  render: (context) => {
    const { data, state, say } = context;
    const picked = pickedTowns(context);
    const all = indicatorCharts(data, figuresShown(context), picked.length > 0 ? picked : data.towns);
    const compared = all.filter(({ towns }) => towns > 1);
    const several = data.towns.length > 1 && picked.length !== 1;
    const width = several ? chosen(state, 'indicators.of', WIDTHS) : 'all';
    const charts = width === 'several' ? compared : all;
    const count = Math.min(portion(state, 'indicators.more', FIRST), charts.length);
    return [
      h(
        'div',
        { class: 'work' },
        h(
          'div',
          { class: 'work-head' },
          h('h1', {}, say('指标', 'Figures')),
          several
            ? choice(context, 'indicators.of', say('范围', 'Range'), WIDTHS, (value) =>
                value === 'several'
                  ? `${say('可比的', 'Comparable')} ${figure(compared.length)}`
                  : `${say('全部', 'All')} ${figure(all.length)}`,
              )
            : null,
          h(
            'span',
            { class: 'quiet figure', attributes: { 'data-testid': 'count' } },
            say(
              `显示 ${figure(count)} / 共 ${figure(all.length)}`,
              `showing ${figure(count)} / of ${figure(all.length)}`,
            ),
          ),
          h(
            'p',
            { class: 'quiet' },
            say(
              '实心为实绩，虚框为预计或目标；点条形看原文',
              'Solid: achieved; dashed: estimated or aimed at. Click a bar for the sentence',
            ),
          ),
        ),
        data.towns.length > 1 ? townPicker(context) : null,
        charts.length === 0
          ? all.length === 0
            ? emptyState(context, say('报告里没有读出指标。', 'No figure was read in the reports.'))
            : h(
                'p',
                { class: 'empty' },
                say('没有两个镇都报告的指标，请看“全部”。', 'No figure is stated by two towns: see “All”.'),
              )
          : h('div', { class: 'smalls' }, ...charts.slice(0, count).map((chart) => chartOf(context, chart))),
        moreButton(context, 'indicators.more', count, charts.length, STEP),
      ),
    ];
  },
};
