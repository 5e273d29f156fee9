/**
 * What towns have in common, and what each has alone: programmes they carry out, or honours they and theirs received.
 *
 * A plan counts as well, with its standing beside it: two towns that plan the same share it.
 */
import type { EdgeType } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import { strongestFirst, unitsOfFacts } from './facts.js';

export const SUBJECTS = ['programs', 'honours'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The relation that says a town has it. */
const RELATION: Readonly<Record<Subject, EdgeType>> = { programs: '实施', honours: '获评' };

export interface Shared {
  readonly node: number;
  /** Town → its facts, strongest first; only towns that have some, in the order asked for. */
  readonly facts: ReadonlyMap<number, readonly number[]>;
}

/** All that were asked for, more than half of them, two or more, one alone. */
export const EXTENTS = ['all', 'most', 'some', 'one'] as const;
export type Extent = (typeof EXTENTS)[number];

export const extentOf = (have: number, asked: number): Extent => {
  if (have <= 1) return 'one';
  if (have === asked) return 'all';
  return have * 2 > asked ? 'most' : 'some';
};

/** Everything at least one of `towns` has, by the facts numbered in `edges`: widest shared first, then by support. */
export const holdings = (
  data: Data,
  edges: readonly number[],
  subject: Subject,
  towns: readonly number[],
): readonly Shared[] => {
  const units = unitsOfFacts(data);
  const facts = new Map<number, Map<number, number[]>>();
  for (const edge of edges) {
    const { type, to } = at(data.edges, edge);
    if (type !== RELATION[subject]) continue;
    for (const town of at(units, edge)) {
      if (!towns.includes(town)) continue;
      const own = facts.get(to) ?? new Map<number, number[]>();
      facts.set(to, own);
      own.set(town, [...(own.get(town) ?? []), edge]);
    }
  }
  const shared = [...facts].map(([node, own]): Shared => {
    const has = towns.filter((town) => own.has(town));
    return { node, facts: new Map(has.map((town) => [town, strongestFirst(data, own.get(town) ?? [])])) };
  });
  const support = ({ node }: Shared): number => at(data.nodes, node).support;
  return shared.sort(
    (a, b) => b.facts.size - a.facts.size || support(b) - support(a) || (id(data, a) < id(data, b) ? -1 : 1),
  );
};

const id = (data: Data, { node }: Shared): string => at(data.nodes, node).id;

/** The same by extent; an extent nobody reaches is an empty list. With two towns there is no `most` and no `some`. */
export const compareTowns = (
  data: Data,
  edges: readonly number[],
  subject: Subject,
  towns: readonly number[],
): Readonly<Record<Extent, readonly Shared[]>> => {
  const all = holdings(data, edges, subject, towns);
  const of = (extent: Extent): readonly Shared[] =>
    all.filter(({ facts }) => extentOf(facts.size, towns.length) === extent);
  return { all: of('all'), most: of('most'), some: of('some'), one: of('one') };
};

/**
 * The two towns that share most, of the first `LIMIT`: what a comparison opens with before towns are picked.
 * `one`: the town that shares most with this one.
 */
export const likestPair = (
  data: Data,
  edges: readonly number[],
  subject: Subject,
  one: number | null = null,
): readonly number[] => {
  const counts = new Map<string, number>();
  const among = one === null ? data.towns.slice(0, LIMIT) : data.towns;
  for (const { facts } of holdings(data, edges, subject, among)) {
    const towns = [...facts.keys()];
    towns.forEach((a, index) => {
      for (const b of towns.slice(index + 1)) {
        if (one !== null && a !== one && b !== one) continue;
        const key = a === one || one === null ? `${a} ${b}` : `${b} ${a}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
  }
  let best: readonly number[] =
    one === null ? data.towns.slice(0, 2) : [one, ...data.towns.filter((town) => town !== one)].slice(0, 2);
  let most = 0;
  for (const [key, count] of counts) {
    if (count <= most) continue;
    most = count;
    best = key.split(' ').map(Number);
  }
  return best;
};

/** Pairs grow with the square of the towns. */
const LIMIT = 60;
