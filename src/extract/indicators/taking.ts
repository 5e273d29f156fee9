/** What one quantity is called: a rate of change, or a level by the words ahead of it or behind it. */
import type { Placed } from './clauses.js';
import { type Add, type Figure, REACH, type Readers, type State } from './figures.js';
import type { Growth } from './growth.js';

const AGAIN = /^(?:力争|争取|确保|预计|有望|总量)*(?:达到?|为|完成|实现|实际完成|突破)$/;
const PLANTED = /^[种播养].面积$/;

export const takeGrowth = (
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

export const takeLevel = (
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
