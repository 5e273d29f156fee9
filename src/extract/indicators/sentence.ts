/**
 * The figures of one sentence as rules read them, left to right: a quantity is named by the words ahead of it (or, for
 * counts, behind it), a rate of change belongs to the figure before it unless it has a name of its own, and 分别 deals
 * a row of values out to a row of names.
 */
import type { Sentence } from '../../model.js';
import { type Placed, placed } from './clauses.js';
import { isDealt, namesAhead, rowOf } from './dealt.js';
import { type Figure, REACH, type Readers, type Reading, type State } from './figures.js';
import type { Growth } from './growth.js';
import { takeGrowth, takeLevel } from './taking.js';

const RISEN = /^[增升降提扩抬攀跃减缩压发上下到至做拓达]/;
const FROM = /^(.*)[由从](?:上年|去年|原来|年初|20\d\d年)?的?$/;
const BOTH = /(?:均|都|双双)(?:\p{Script=Han}{0,4})$/u;

/** All quantities but dates, ages and the like, in text order. */
export const readingsOf = (norm: string, sentence: Sentence, readers: Readers): Reading[] => {
  const quantities = readers.quantities(norm, sentence.span);
  if (quantities.length === 0) return [];
  const contextOf = readers.context(norm, sentence);
  const row = placed(norm, sentence.span, quantities);
  const readings = row.map((at): Reading => {
    const context = contextOf(at.quantity.span[0], at);
    return { at, context, figures: [], part: null, growth: null };
  });
  const state: State = {
    readings: new Map(readings.map((reading) => [reading.at, reading])),
    figures: [],
    all: [],
    clause: -1,
    verb: '',
    held: '',
    rising: false,
  };
  for (let i = 0; i < row.length; i++) {
    const at = row[i];
    if (at) i += take(norm, readers, state, at, row.slice(i, i + 8)) - 1;
  }
  return readings.filter(({ at }) => at.quantity.measure !== 'none');
};

/** Reads one quantity, or the row of values 分别 deals out; returns how many quantities were used up. */
const take = (norm: string, readers: Readers, state: State, at: Placed, ahead: readonly Placed[]): number => {
  const { names } = readers;
  const { quantity } = at;
  const reading = state.readings.get(at);
  const gap = norm.slice(...at.left);
  const left = at.follows && (!state.rising || RISEN.test(gap)) ? state.held + gap : gap;
  const right = norm.slice(...at.right);
  state.held = '';
  if (quantity.measure === 'none') return 1;
  const from = left.slice(-REACH).match(FROM)?.[1];
  if (from !== undefined || isQualifier(at, gap, right)) {
    state.rising = from !== undefined;
    state.held = from ?? (at.leads ? left + norm.slice(...quantity.span) : '');
    if (reading) reading.part = 'name';
    return 1;
  }
  const add = (p: Placed, indicator: string, value: number, yoy: number | null, rule: string) => {
    const worth = readers.worth(indicator, p.quantity, rule);
    const figure: Figure = { indicator, value, unit: p.quantity.unit, yoy, rule, worth };
    state.readings.get(p)?.figures.push(figure);
    state.all.push(figure);
    if (!worth) return;
    state.figures.push(figure);
    state.clause = p.clause;
  };
  const growth = quantity.measure === 'share' ? readers.growth(left, right) : null;
  if (reading) reading.growth = growth;
  const named = growth ? left.slice(0, left.length - growth.length) : left;
  if (isDealt(left)) {
    const values = rowOf(norm, ahead);
    const list = names.list(namesAhead(norm, at, named));
    if (list.length > 1 && list.length === values.length) {
      for (const [k, p] of values.entries()) {
        const value = signed(norm, readers, growth, p);
        add(p, list[k] ?? '', value, growth ? value : null, 'indicator.dealt');
      }
      return values.length;
    }
    if (growth && names.before(named) === '' && state.figures.length >= values.length) {
      for (const [k, f] of state.figures.slice(-values.length).entries()) {
        const p = values[k];
        const rate = p && state.readings.get(p);
        if (!rate) continue;
        rate.part = 'rate';
        if (f.yoy === null) f.yoy = signed(norm, readers, growth, p);
      }
      return values.length;
    }
  }
  if (BOTH.test(named)) {
    const list = names.list(named);
    if (list.length > 1) {
      const value = growth ? growth.sign * quantity.value : quantity.value;
      for (const name of list) add(at, name, value, growth ? value : null, 'indicator.both');
      return 1;
    }
  }
  if (growth) takeGrowth(readers, state, at, growth, left, add);
  else takeLevel(readers, state, at, left, right, add);
  return 1;
};

/** Value of a rate in a row: its own 下降 counts, else the one that opens the row. */
const signed = (norm: string, readers: Readers, growth: Growth | null, p: Placed): number => {
  if (!growth) return p.quantity.value;
  const own = readers.growth(norm.slice(...p.left), '');
  return (own ?? growth).sign * p.quantity.value;
};

/** 总投资10亿元以上|项目3个, 超过20万元的|村11个: a quantity inside the name of another. */
const isQualifier = (at: Placed, gap: string, right: string): boolean =>
  (at.leads &&
    /^(?:以上|以下|以内)?的?\p{Script=Han}/u.test(right) &&
    /^(?:以上|以下|以内|的)/.test(right)) ||
  (at.quantity.measure === 'money' && at.follows && /^(?:行政)?村/.test(gap)) ||
  /^(?:台阶|大关|门槛|关口)/.test(right) ||
  (at.quantity.measure === 'money' && /^的\p{Script=Han}/u.test(right));
