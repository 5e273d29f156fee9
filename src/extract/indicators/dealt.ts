/** Rows that 分别 deals out: which values stand in a row, and which words name them. */
import type { Placed } from './clauses.js';

const DEALT = /分别|依次/;
const BETWEEN = /^(?:以上|左右|以内)?[、,和及与]?(?:增长|下降|约|近|超)?$/;
/** 分别 opens its clause: the names stand in the clause before. */
const OPENING = /^(?:已|也|则|并)?(?:分别|依次)/;
/** Characters of the clause before that are looked at. */
const REACH = 60;
/** What the clause before says of its names: 入园率和复工率|稳步提升. */
const CHANGE =
  /(?:(?:均|都|双双|显著|大幅|持续|稳步|不断|明显|全面|逐步|进一步|有所|有效|得到|实现)*(?:提升|提高|增长|改善|增加|上升|下降|降低|突破|向好|回升|加快|达标))$/;

export const isDealt = (left: string): boolean => DEALT.test(left);

/** The quantities of one clause that follow each other with nothing but a separator between them. */
export const rowOf = (norm: string, ahead: readonly Placed[]): Placed[] => {
  const [first, ...rest] = ahead;
  if (!first) return [];
  const row = [first];
  for (const p of rest) {
    if (p.clause !== first.clause || p.quantity.unit !== first.quantity.unit) break;
    if (!BETWEEN.test(norm.slice(...p.left))) break;
    row.push(p);
  }
  return row;
};

/** 入园率和复工率稳步提升,|分别达到96%和91%: the words that name the row; those ahead in its own clause otherwise. */
export const namesAhead = (norm: string, { inside, follows, clause }: Placed, named: string): string => {
  const start = inside[0] - 1;
  if (follows || clause === 0 || norm[start] !== ',' || !OPENING.test(named)) return named;
  const before = norm.slice(Math.max(0, start - REACH), start).match(/[^,;:。!?\n]*$/)?.[0] ?? '';
  return /\d/.test(before) ? named : before.replace(CHANGE, '');
};
