/** Towns × what they share, as rows and cells: one glance says who has what, and in which standing. */
import { at, type Data } from '../data.js';
import type { Standing } from '../state.js';
import { holdings, type Subject } from './compare.js';
import { sentencesOf, standingOfAll } from './facts.js';

export interface Cell {
  readonly standing: Standing;
  /** Facts, strongest first. */
  readonly edges: readonly number[];
  readonly sentences: number;
}

export interface MatrixRow {
  readonly node: number;
  /** One for each town of the matrix, in its order; null where the town has none. */
  readonly cells: readonly (Cell | null)[];
  readonly towns: number;
}

export interface Matrix {
  readonly towns: readonly number[];
  /** How many of the rows each town has. */
  readonly counts: readonly number[];
  readonly rows: readonly MatrixRow[];
  /** Rows there would be if what fewer towns have were shown as well. */
  readonly total: number;
}

/** `atLeast`: rows that so many towns have; 1 for everything. */
export const townMatrix = (
  data: Data,
  edges: readonly number[],
  subject: Subject,
  towns: readonly number[],
  atLeast: number,
): Matrix => {
  const all = holdings(data, edges, subject, towns);
  const rows = all
    .filter(({ facts }) => facts.size >= atLeast)
    .map(({ node, facts }): MatrixRow => {
      const cells = towns.map((town) => {
        const own = facts.get(town);
        return own === undefined
          ? null
          : { standing: standingOfAll(data, own), edges: own, sentences: sentencesOf(data, own).length };
      });
      return { node, cells, towns: facts.size };
    });
  const counts = towns.map((_, index) => rows.filter(({ cells }) => at(cells, index) !== null).length);
  return { towns, counts, rows, total: all.length };
};
