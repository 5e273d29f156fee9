/** Rates of change: 同比增长5.2%, 下降3%, 保持20%以上增长. */
import { alternation, type Engine } from '../engine.js';

export interface Growth {
  /** +1 for a rise, -1 for a fall. */
  readonly sign: 1 | -1;
  /** Length of the words of comparison and change that close the left text. */
  readonly length: number;
}

/** Reads the text on both sides of a percentage; null where it is a level, not a change. */
export type GrowthReader = (left: string, right: string) => Growth | null;

/** Longest stretch of words looked at on either side. */
const REACH = 24;

export const growthReader = (engine: Engine): GrowthReader => {
  const { words } = engine;
  const up = alternation(words['growth.up']);
  const down = alternation(words['growth.down']);
  const lead = `(?:${alternation(words['growth.lead'])}|[、,(和])*`;
  const about = `(?:${alternation(words['figure.about'])})*`;
  const ahead = new RegExp(`(${lead})(?:(${down})|(${up}))${about}$`);
  const compared = new RegExp(`${lead}${about}$`);
  const behind = new RegExp(`^(?:以上|左右|以内)?的?(?:年均)?(?:(${down})|(${up}|增速|增长))(?!了?\\d)`);
  return (left, right) => {
    const near = left.slice(-REACH);
    const m = ahead.exec(near);
    if (m) return { sign: m[2] === undefined ? 1 : -1, length: m[0].length };
    const after = behind.exec(right.slice(0, 12));
    if (after) return { sign: after[1] === undefined ? 1 : -1, length: compared.exec(near)?.[0].length ?? 0 };
    return null;
  };
};
