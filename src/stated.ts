/**
 * What an edge states beside its ends, status and year: the amount, count, level and role of the newest report that
 * states one. Each stays with its evidence, so graphs made apart agree on it in whatever order they meet.
 */
import type { Evidence, GraphReport } from './model.js';

const STATED = ['amount', 'count', 'level', 'role'] as const;

export type Stated = Pick<Evidence, (typeof STATED)[number]>;

/** Those of these attributes that are there. */
export const statedOf = (of: Stated): Stated =>
  Object.fromEntries(STATED.filter((name) => (of[name] ?? null) !== null).map((name) => [name, of[name]]));

/** Greater for the newer report; by its id where two are of one day. */
export const ageOf = ({ id, year, published }: Pick<GraphReport, 'id' | 'year' | 'published'>): string =>
  `${year ?? 0} ${published ?? ''} ${id}`;

/** In the order in which a graph lists evidence. */
export const byPlace = (a: Evidence, b: Evidence): number =>
  a.report < b.report
    ? -1
    : a.report > b.report
      ? 1
      : a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** Of a report that says it twice, what stands first counts. `age`: ageOf by id, empty for a report nobody knows. */
export function newestStated(evidence: readonly Evidence[], age: (report: string) => string): Stated {
  const newestFirst = [...evidence].sort((a, b) => {
    const [x, y] = [age(a.report), age(b.report)];
    return x > y ? -1 : x < y ? 1 : byPlace(a, b);
  });
  return Object.assign({}, ...newestFirst.reverse().map(statedOf)) as Stated;
}
