/**
 * Names of one clause that stand together as a list, 甲、乙和丙: what is said before or behind the list is said of
 * each of them.
 */
import type { Clause, Named, Verb } from '../scene.js';

export interface Group {
  readonly names: readonly Named[];
  readonly start: number;
  readonly end: number;
  /** Verbs of its clause before and behind it, nearest first. */
  readonly before: readonly Verb[];
  readonly behind: readonly Verb[];
}

/** The list of such names of a clause. */
export const groupOf = ({ verbs }: Clause, names: readonly [Named, ...Named[]]): Group => {
  const [start] = names[0].mention.span;
  const [, end] = (names.at(-1) as Named).mention.span;
  return {
    names,
    start,
    end,
    before: verbs.filter((v) => v.span[1] <= start).reverse(),
    behind: verbs.filter((v) => v.span[0] >= end),
  };
};

/** 甲|、|乙, 甲|”和“|乙 */
const JOINED = /^[”)]?(?:、|和|与|及|以及|、以及|并)?[“(]?$/;

/** Of every name that stands in no other the list it is in; one alone is a list of one. */
export const groupsOf = (clause: Clause): ReadonlyMap<Named, Group> => {
  const groups = new Map<Named, Group>();
  let names: Named[] = [];
  const close = () => {
    const [first, ...others] = names;
    if (!first) return;
    const group = groupOf(clause, [first, ...others]);
    for (const name of names) groups.set(name, group);
  };
  for (const name of clause.named) {
    if (name.nested) continue;
    const before = names.at(-1);
    const between = before
      ? clause.text.slice(before.mention.span[1] - clause.span[0], name.mention.span[0] - clause.span[0])
      : '';
    if (before && (between === '' || !JOINED.test(between))) {
      close();
      names = [];
    }
    names.push(name);
  }
  close();
  return groups;
};
