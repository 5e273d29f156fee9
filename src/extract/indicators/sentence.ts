/**
 * The figures of one sentence as rules read them, left to right: a quantity is named by the words ahead of it (or, for
 * counts, behind it), a rate of change belongs to the figure before it unless it has a name of its own, and 分别 deals
 * a row of values out to a row of names.
 */
import type { Sentence } from '../../model.js';
import { type Placed, placed } from './clauses.js';
import type { Context, ContextReader } from './context.js';
import { isDealt, namesAhead, rowOf } from './dealt.js';
import type { Growth, GrowthReader } from './growth.js';
import type { Naming } from './naming.js';
import type { QuantityReader } from './quantities.js';
import type { WorthReader } from './worth.js';

export interface Readers {
  readonly quantities: QuantityReader;
  readonly growth: GrowthReader;
  readonly names: Naming;
  readonly context: ContextReader;
  readonly worth: WorthReader;
}

/** What a rule says of a quantity. */
export interface Figure {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly rule: string;
  /** Whether it is a headline figure. */
  readonly worth: boolean;
  yoy: number | null;
}

/** One quantity of a sentence, and what was made of it. */
export interface Reading {
  readonly at: Placed;
  readonly context: Context;
  readonly figures: Figure[];
  /** What it is of another figure; null where it is one of its own. */
  part: 'name' | 'rate' | null;
  /** Sign of the change it states, and the length of the words that say so; null where it states none. */
  growth: Growth | null;
}

interface State {
  readonly readings: ReadonlyMap<Placed, Reading>;
  /** Those worth telling, and all. */
  readonly figures: Figure[];
  readonly all: Figure[];
  /** Clause of the last figure. */
  clause: number;
  /** The verb a list shares: 新认定 in 新认定高企2家、省科小5家. */
  verb: string;
  /** Text a name still lacks: ahead of the lower value of 由8.6亿元增至15.9亿元, or 10亿元以上 of 10亿元以上项目. */
  held: string;
  rising: boolean;
}

const RISEN = /^[增升降提扩抬攀跃减缩压发上下到至做拓达]/;
const FROM = /^(.*)[由从](?:上年|去年|原来|年初|20\d\d年)?的?$/;
/** Characters ahead of a quantity that can hold its name. */
const REACH = 60;
const BOTH = /(?:均|都|双双)(?:\p{Script=Han}{0,4})$/u;
const AGAIN = /^(?:力争|争取|确保|预计|有望|总量)*(?:达到?|为|完成|实现|实际完成|突破)$/;
const PLANTED = /^[种播养].面积$/;

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

type Add = (p: Placed, indicator: string, value: number, yoy: number | null, rule: string) => void;

const takeGrowth = (
  { names }: Readers,
  { all, readings }: State,
  at: Placed,
  growth: Growth,
  left: string,
  add: Add,
): void => {
  const name = names.before(left.slice(0, left.length - growth.length));
  const value = growth.sign * at.quantity.value;
  if (name !== '') {
    add(at, name, value, value, 'indicator.growth');
    return;
  }
  const reading = readings.get(at);
  if (reading) reading.part = 'rate';
  const previous = all.at(-1);
  // An average over years is no year-on-year rate.
  if (previous?.yoy === null && previous.unit !== '%' && !/年均|平均/.test(left)) previous.yoy = value;
};

const takeLevel = (
  { names }: Readers,
  state: State,
  at: Placed,
  left: string,
  right: string,
  add: Add,
): void => {
  const { quantity } = at;
  const previous = state.figures.at(-1);
  const share =
    quantity.measure === 'share' ? left.slice(-REACH).match(/^(.*)(占\p{Script=Han}{2,8})的$/u) : null;
  if (share) {
    const whole = names.before(share[1] ?? '') || (previous?.indicator ?? '');
    if (whole !== '') add(at, `${whole}${share[2]}比重`, quantity.value, null, 'indicator.share');
  }
  if (quantity.measure === 'share' && /的$/.test(left)) return;
  if (!at.follows) state.verb = '';
  const ahead = quantity.measure === 'count' || quantity.measure === 'size';
  const own = names.before(left);
  const noun = ahead ? names.after(right) : '';
  if (left === '' && at.follows && previous) {
    add(at, previous.indicator, quantity.value, null, 'indicator.same');
    return;
  }
  const alone = own === '' || names.verb(own);
  const listed = at.follows && state.verb !== '' && own !== '' && !names.acts(own);
  // 水稻种植面积1.2万亩，油菜0.3万亩: the last word holds for the second, too.
  const shared = previous && previous.unit === quantity.unit ? names.head(previous.indicator) : '';
  if (PLANTED.test(shared) && !alone && own.length <= 4 && !own.endsWith('面积') && !names.acts(own)) {
    add(at, own + shared, quantity.value, null, 'indicator.shared');
    return;
  }
  const name = alone ? (noun === '' ? '' : own + noun) : listed ? state.verb + own : own;
  // 目标增长8%，完成8.4%，达19870元: still the same figure.
  if (
    left !== '' &&
    own === '' &&
    noun === '' &&
    previous &&
    AGAIN.test(left) &&
    at.clause === state.clause + 1
  ) {
    add(
      at,
      previous.indicator,
      quantity.value,
      quantity.measure === 'share' ? null : rateTaken(state, previous),
      'indicator.again',
    );
    return;
  }
  if (name === '') return;
  state.verb = names.carried(name);
  if (names.bare(name)) {
    // 总投资 says nothing by itself, and single projects have theirs, too.
    if (
      previous &&
      state.clause >= at.clause - 1 &&
      (!names.dependent(name) || /项目|企业/.test(previous.indicator))
    )
      add(at, topicOf(previous.indicator, name) + name, quantity.value, null, 'indicator.part');
    else if (!names.dependent(name)) add(at, name, quantity.value, null, 'indicator.level');
    return;
  }
  add(
    at,
    name,
    quantity.value,
    null,
    own === ''
      ? left === ''
        ? 'indicator.start'
        : 'indicator.ahead'
      : alone
        ? 'indicator.noun'
        : 'indicator.level',
  );
};

/** 茶叶面积1.2万亩，|产量30吨: 茶叶产量; otherwise a part is one of the whole figure before it. */
const topicOf = (whole: string, part: string): string =>
  /^(?:年|总)?产[量值]?$/.test(part) ? whole.replace(/(?:种植|栽植|养殖|栽培|播种)?面积$/, '') : whole;

/** 产值|增长10%,|达到30亿元: the rate told as a figure of its own is that of the level behind it. */
const rateTaken = ({ figures, all, readings }: State, previous: Figure): number | null => {
  if (previous.rule !== 'indicator.growth') return null;
  const reading = [...readings.values()].findLast((r) => r.figures.includes(previous));
  if (!reading) return null;
  reading.part = 'rate';
  for (const list of [figures, all, reading.figures]) list.splice(list.indexOf(previous), 1);
  return previous.yoy;
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
