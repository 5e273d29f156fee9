/** Honours by level and year, with those who received each. */
import { at, type Data } from '../data.js';
import type { Standing } from '../state.js';
import { standingOfAll, strongestFirst } from './facts.js';

export const HONOUR_LEVELS = ['国家级', '省级', '市级', '县级', '乡级', '未注明'] as const;
export type HonourLevel = (typeof HONOUR_LEVELS)[number];

/** Reports write one level in several ways: 全省, 省级; 区级 is what a county grants. */
const WRITTEN: readonly (readonly [RegExp, HonourLevel])[] = [
  [/国/, '国家级'],
  [/省|自治区/, '省级'],
  [/县|区|旗/, '县级'],
  [/市|地|州|盟/, '市级'],
  [/乡|镇|街道/, '乡级'],
];

/** The level a word names; 未注明 where it names none. */
export const honourLevel = (word: string | null): HonourLevel =>
  WRITTEN.find(([pattern]) => word !== null && pattern.test(word))?.[1] ?? '未注明';

export interface HonourItem {
  readonly node: number;
  readonly standing: Standing;
  /** One for each who received it that year, or is to: the strongest of what is said of it. */
  readonly edges: readonly number[];
}

export interface HonourTable {
  /** Ascending; null, where neither fact nor report names a year, last. */
  readonly years: readonly (number | null)[];
  readonly rows: readonly {
    readonly level: HonourLevel;
    /** One list for each year. */
    readonly cells: readonly (readonly HonourItem[])[];
    readonly count: number;
  }[];
  /** Awards in all: an honour that three received counts three times, told twice it counts once. */
  readonly count: number;
}

/** By the facts numbered in `edges`. Levels and years nobody has are left out. */
export const honourTable = (data: Data, edges: readonly number[]): HonourTable => {
  const stated = edges.filter((edge) => {
    const { type, derived } = at(data.edges, edge);
    // What a town has by its villages would be counted twice.
    return type === '获评' && !derived;
  });
  const awards = new Map<string, number>();
  for (const edge of strongestFirst(data, stated)) {
    const { from, to } = at(data.edges, edge);
    const key = `${from} ${to} ${at(data.yearOf, edge)}`;
    if (!awards.has(key)) awards.set(key, edge);
  }
  return tableOf(
    data,
    [...awards.values()].sort((a, b) => a - b),
  );
};

const tableOf = (data: Data, awards: readonly number[]): HonourTable => {
  const levelOf = (edge: number): HonourLevel => {
    const { level, to } = at(data.edges, edge);
    const own = at(data.nodes, to).props?.level;
    return honourLevel(own === undefined ? (level ?? null) : String(own));
  };
  const years = [...new Set(awards.map((edge) => at(data.yearOf, edge)))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  const rows = HONOUR_LEVELS.flatMap((level) => {
    const own = awards.filter((edge) => levelOf(edge) === level);
    if (own.length === 0) return [];
    const cells = years.map((year) =>
      items(
        data,
        own.filter((edge) => at(data.yearOf, edge) === year),
      ),
    );
    return [{ level, cells, count: own.length }];
  });
  return { years, rows, count: awards.length };
};

const items = (data: Data, edges: readonly number[]): readonly HonourItem[] => {
  const byHonour = new Map<number, number[]>();
  for (const edge of edges) {
    const { to } = at(data.edges, edge);
    const own = byHonour.get(to);
    if (own === undefined) byHonour.set(to, [edge]);
    else own.push(edge);
  }
  return [...byHonour]
    .map(([node, own]) => ({ node, edges: own, standing: standingOfAll(data, own) }))
    .sort((a, b) => b.edges.length - a.edges.length || a.node - b.node);
};
