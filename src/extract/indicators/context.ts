/** Year, period and status of a figure: the frame of its sentence, and what the words before it say otherwise. */
import type { Sentence } from '../../model.js';
import type { IndicatorStatus } from '../../schema.js';
import type { Document } from '../document.js';
import { alternation, type Engine } from '../engine.js';
import type { Placed } from './clauses.js';

export interface Context {
  readonly year: number | null;
  readonly period: string;
  readonly status: IndicatorStatus;
}

export type ContextReader = (norm: string, sentence: Sentence, at: number, placed: Placed) => Context;

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

export const contextReader = (doc: Document, engine: Engine): ContextReader => {
  const estimated = alternation(engine.words['status.estimated']);
  const target = alternation(engine.words['status.target']);
  /** Ahead of its name the word speaks for all sums that follow, behind it for its own alone. */
  const opening = new RegExp(`(?:^|[,;:。])\\p{Script=Han}{0,4}?(?:${estimated})(?!\\d)\\p{Script=Han}{4}`, 'u');
  const within = new RegExp(estimated);
  const aimed = new RegExp(target);
  const aim = /力争|目标|确保|冲刺|预期(?!可)|不低于/;
  const reached = /^\s*(?:完成|实际|实现|实绩)/;
  const { year: reviewed } = doc.report;
  let paragraph: { readonly end: number; readonly period: string | null } = { end: -1, period: null };
  return (norm, sentence, at, placed) => {
    const [start] = sentence.span;
    const before = norm.slice(start, at);
    const clause = norm.slice(placed.left[0], at);
    const named = [...before.matchAll(YEAR)].at(-1)?.[1];
    const stated = [...before.matchAll(PERIOD)].at(-1)?.[1];
    const { frame } = sentence;
    const year = named === undefined ? frame.year : Number(named);
    const carried = /^\s*$/.test(norm.slice(paragraph.end, start)) && !norm.slice(paragraph.end, start).includes('\n') ? paragraph.period : null;
    const period = stated === undefined ? (carried ?? frame.period ?? '全年') : periodName(stated);
    const back = frame.mood === 'back';
    const promised =
      (frame.mood === 'forward' && !(year !== null && reviewed !== null && year <= reviewed && back)) ||
      (year !== null && reviewed !== null && year > reviewed) ||
      (!reached.test(clause) && aim.test(before)) ||
      (!back && aimed.test(clause));
    const expected =
      within.test(clause) ||
      (opening.test(before) && (placed.quantity.measure === 'money' || placed.quantity.measure === 'share'));
    if (stated !== undefined) paragraph = { end: sentence.span[1], period: stated.startsWith('全年') ? null : period };
    else if (carried !== null) paragraph = { end: sentence.span[1], period: carried };
    return {
      year,
      period: /五年|^1-|季度|半年/.test(period) && promised && stated === undefined ? (frame.period ?? '全年') : period,
      status: promised ? 'target' : expected ? 'estimated' : 'done',
    };
  };
};
