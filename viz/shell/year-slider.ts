/** Years of facts as small bars, with two handles; and what changed in a year's reports against those before. */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import type { Facets } from '../facets.js';
import { perData } from '../models/per-data.js';
import { filter, type State } from '../state.js';
import type { Actions } from '../view.js';
import { figure, type Say } from '../words.js';
import { CHANGES, type Change, reportYears } from '../years.js';

const handle = (
  key: string,
  name: string,
  value: number,
  [first, last]: readonly [number, number],
  set: (value: number) => void,
): HTMLInputElement => {
  const input = h('input', {
    attributes: {
      type: 'range',
      min: String(first),
      max: String(last),
      step: '1',
      'aria-label': name,
      'data-key': key,
    },
  });
  input.value = String(value);
  input.addEventListener('change', () => set(Number(input.value)));
  return input;
};

/** The first and the last year that facts speak of. */
const factYears = perData((data: Data): readonly [number, number] | null => {
  const years = data.yearOf.filter((year) => year !== null);
  if (years.length === 0) return null;
  return [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
});

export const yearSlider = (
  data: Data,
  state: State,
  counts: Facets,
  say: Say,
  { change }: Actions,
): HTMLElement | null => {
  const ends = factYears(data);
  if (ends === null || ends[0] === ends[1]) return null;
  const [from, to] = state.filters.years ?? ends;
  const set = (a: number, b: number): void =>
    change((now) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return filter(now, { years: low <= ends[0] && high >= ends[1] ? null : [low, high] });
    });
  const all = Array.from({ length: ends[1] - ends[0] + 1 }, (_, index) => ends[0] + index);
  const most = Math.max(1, ...counts.years.values());
  const bars = all.map((year) => {
    const count = counts.years.get(year) ?? 0;
    return h('span', {
      class: 'year-bar',
      title: say(`${year}年 · ${figure(count)} 条事实`, `${year} · ${figure(count)} facts`),
      style: { height: `${Math.max(count > 0 ? 8 : 0, (100 * count) / most)}%` },
      attributes: { 'data-in': String(year >= from && year <= to) },
    });
  });
  return h(
    'div',
    { class: 'years', attributes: { 'data-testid': 'years' } },
    h('span', { class: 'figure' }, `${from}–${to}`),
    h(
      'div',
      { class: 'year-track' },
      h('div', { class: 'year-bars', attributes: { 'aria-hidden': 'true' } }, ...bars),
      handle('year-from', say('起始年份', 'From year'), from, ends, (year) => set(year, to)),
      handle('year-to', say('截止年份', 'To year'), to, ends, (year) => set(from, year)),
    ),
  );
};

const changeName = (change: Change, say: Say): string =>
  ({
    new: say('新增', 'new'),
    continued: say('延续', 'continued'),
    delivered: say('兑现', 'delivered'),
    dropped: say('未再提', 'not mentioned again'),
  })[change];

/** For the newest year with a town that also reported before; null where no town has two reports. */
export const yearChanges = (data: Data, state: State, say: Say, { change }: Actions): HTMLElement | null => {
  const year = [...reportYears(data)].reverse().find((one) => data.changes(one).size > 0);
  if (year === undefined) return null;
  const chosen = state.filters.changes;
  const kinds = [...data.changes(year).values()];
  return h(
    'div',
    { class: 'chips', attributes: { 'data-testid': 'changes' } },
    h('span', { class: 'quiet' }, say(`${year}年比上份报告`, `${year} against the report before`)),
    ...CHANGES.map((kind) => {
      const on = chosen?.change === kind;
      const count = kinds.filter((one) => one === kind).length;
      return h(
        'button',
        {
          class: 'chip pick',
          attributes: { 'aria-pressed': String(on), 'data-key': `change-${kind}` },
          onClick: () => change((now) => filter(now, { changes: on ? null : { year, change: kind } })),
        },
        changeName(kind, say),
        h('span', { class: 'figure' }, figure(count)),
      );
    }),
  );
};
