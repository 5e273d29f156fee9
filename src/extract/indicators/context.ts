/** Year, period and status of a figure: the frame of its sentence, and what the words before it say otherwise. */
import type { Sentence } from '../../model.js';
import type { IndicatorStatus } from '../../schema.js';
import { alternation, type Engine } from '../engine.js';

export interface Context {
  readonly year: number | null;
  readonly period: string;
  readonly status: IndicatorStatus;
}

export type ContextReader = (norm: string, sentence: Sentence, at: number, left: number) => Context;

const PERIOD = /上半年|下半年|前三季度|[一二三四]季度|1[-—~至]\d{1,2}月|全年/g;
/** A year counts where it opens a clause: 是2016年的1.4倍 speaks of the past in passing. */
const YEAR = /(?:^|[,;:。(、])(?:截至|截止|到|至|自|预计|其中|全镇|争取|力争)?(20\d\d)年(?!的|相比|以来)/g;

export const contextReader = (engine: Engine): ContextReader => {
  const estimated = new RegExp(alternation(engine.words['status.estimated']), 'g');
  const target = new RegExp(alternation(engine.words['status.target']));
  return (norm, sentence, at, left) => {
    const before = norm.slice(sentence.span[0], at);
    const clause = norm.slice(left, at);
    const year = [...before.matchAll(YEAR)].at(-1)?.[1];
    const period = [...before.matchAll(PERIOD)].at(-1)?.[0];
    const { frame } = sentence;
    const status =
      frame.mood === 'forward' || target.test(clause)
        ? 'target'
        : before.search(estimated) >= 0
          ? 'estimated'
          : 'done';
    return {
      year: year === undefined ? frame.year : Number(year),
      period: period ?? frame.period ?? '全年',
      status,
    };
  };
};
