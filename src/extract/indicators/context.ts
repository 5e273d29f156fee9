/** Year, period and status of a figure: the frame of its sentence, and what the words before it say otherwise. */
import type { Sentence } from '../../model.js';
import type { IndicatorStatus } from '../../schema.js';
import { matchesOf } from '../../text/matches.js';
import { anyOf } from '../any-of.js';
import type { Document } from '../document.js';
import { type Engine, perEngine } from '../engine.js';
import type { Placed } from './clauses.js';

export interface Context {
  readonly year: number | null;
  readonly period: string;
  readonly status: IndicatorStatus;
}

export type ContextOf = (at: number, placed: Placed) => Context;
export type ContextReader = (norm: string, sentence: Sentence) => ContextOf;

/** What may stand between the start of a clause and its year or period. */
const OPEN = '(?:^|[,;:。(、])(?:截至|截止|到|至|自|预计|其中|全镇|争取|力争|今年|去年|(?:19|20)\\d\\d年)*';
const PERIOD = new RegExp(
  `${OPEN}(上半年|下半年|前三季度|[一二三四]季度|1月?[-—~至到]\\d{1,2}月|全年|(?:过去|这|近|前)?五年(?:来|间|里|下来|累计))`,
  'g',
);
/** A year counts where it opens a clause: 是2016年的1.4倍 speaks of the past in passing. */
const YEAR = new RegExp(`${OPEN}(20\\d\\d)年(?!的|相比|以来)`.replace('|(?:19|20)\\d\\d年)*', ')*'), 'g');

/** 1至6月 → 上半年; 1—11月 → 1-11月. */
const periodName = (text: string): string => {
  const months = text.match(/^1月?[-—~至到](\d{1,2})月$/);
  if (months) return months[1] === '6' ? '上半年' : `1-${months[1]}月`;
  return text.includes('五年') ? '五年' : text;
};

const AIM =
  /力争|确保|冲刺|要把|目标(?:是|为|:|定)|(?<![于超])预期(?=[^,;。]{0,12}(?:增长|达|完成|突破))|不低于/;
/** 产值目标21亿元,|完成20.3亿元; 完成区下达20亿元|任务的111.5%. */
const AIMED_AHEAD = /(?:目标|任务|计划)(?:数|值|任务)?(?:为|是)?$/;
const AIMED_BEHIND = /^的?(?:目标|任务|计划)(?!生育)/;
const REACHED = /^\s*(?:完成|实际|实现|实绩)/;

const patterns = perEngine((engine) => {
  const estimated = anyOf(engine.words['status.estimated']) || '$^';
  return {
    /** Ahead of its name the word speaks for all sums that follow, behind it for its own alone. */
    opening: new RegExp(
      `(?:^|[,;:。])(?:20\\d\\d年)?\\p{Script=Han}{0,8}?(?:20\\d\\d年)?(?:${estimated})(?:20\\d\\d年)?\\p{Script=Han}{4}`,
      'u',
    ),
    within: new RegExp(estimated),
    aimed: new RegExp(anyOf(engine.words['status.target']) || '$^'),
  };
});

export const contextReader = (doc: Document, engine: Engine): ContextReader => {
  const { opening, within, aimed } = patterns(engine);
  const { year: reviewed } = doc.report;
  let paragraph: { readonly end: number; readonly period: string | null } = { end: -1, period: null };
  return (norm, sentence) => {
    const [start, end] = sentence.span;
    const text = norm.slice(start, end);
    const years = stops(matchesOf(text, YEAR));
    const periods = stops(matchesOf(text, PERIOD));
    const aimedAt = text.search(AIM);
    const openedAt = within.test(text) ? text.search(opening) : -1;
    const joins = paragraph.end >= 0 && !norm.slice(paragraph.end, start).includes('\n');
    const carried = joins ? paragraph.period : null;
    const { frame } = sentence;
    const back = frame.mood === 'back';
    const closing = periods(text.length);
    paragraph = {
      end,
      period: closing === undefined ? carried : closing.startsWith('全年') ? null : periodName(closing),
    };
    return (at, placed) => {
      // “雨露计划” is no plan.
      const clause = norm.slice(placed.left[0], at).replace(/“[^”]*”/g, '');
      const named = years(at - start);
      const stated = periods(at - start);
      const year = named === undefined ? frame.year : Number(named);
      const whole = frame.period ?? '全年';
      const promised =
        frame.mood === 'forward' ||
        (year !== null && reviewed !== null && year > reviewed) ||
        (aimedAt >= 0 && aimedAt < at - start && !REACHED.test(clause)) ||
        AIMED_AHEAD.test(clause) ||
        AIMED_BEHIND.test(norm.slice(...placed.right)) ||
        (!back && aimed.test(clause));
      const rated = placed.quantity.measure === 'money' || placed.quantity.measure === 'share';
      const expected = within.test(clause) || (rated && openedAt >= 0 && openedAt < at - start);
      return {
        year,
        period: stated !== undefined ? periodName(stated) : promised ? whole : (carried ?? whole),
        status: promised ? 'target' : expected ? 'estimated' : 'done',
      };
    };
  };
};

/** The last match that begins at or before a position; asked with rising positions, so the list is walked once. */
const stops = (matches: readonly RegExpMatchArray[]) => {
  let next = 0;
  return (at: number): string | undefined => {
    if (next > 0 && (matches[next - 1]?.index ?? 0) > at) next = 0;
    while (next < matches.length && (matches[next]?.index ?? 0) < at) next++;
    return matches[next - 1]?.[1];
  };
};
