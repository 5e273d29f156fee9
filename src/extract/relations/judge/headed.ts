/** What a list is headed by: 已竣工投产:|甲、乙;|正在洽谈:|丙,|丁. */
import type { Clause } from '../scene.js';

/** Clauses between a heading and what it still heads. */
const REACH = 4;

/** Of every clause the one that heads it: names nothing, and ends in a colon; null for none. */
export const headingsOf = (norm: string, clauses: readonly Clause[]): (Clause | null)[] =>
  clauses.map((clause, i) => {
    for (let k = i - 1; k >= 0 && k >= i - REACH; k--) {
      const before = clauses[k] as Clause;
      const end = norm[before.span[1]];
      if (before.sentence !== clause.sentence || end === ';') return null;
      if (end === ':') return before.named.length === 0 ? before : null;
    }
    return null;
  });
