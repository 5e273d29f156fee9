/**
 * Lists of winners told behind the sentence that announces them: 省里公布了文明村镇名单,我县3个乡镇、2个村入选。
 * |乡镇是甲、乙、丙,村是丁、戊。 Found once for each sentence: one may name a thousand titles.
 */
import type { Clause, Named } from '../scene.js';

/** A name told in such a list, and the clause it stands in. */
export interface Told {
  readonly at: Named;
  readonly index: number;
}

/** A sentence that tells of a list and how many of ours it holds. */
const ANNOUNCES = /名单|名录|目录|公布|公示|入选|命名|认定|榜|在列/;
const HOLDS = /\d(?:个|家|名|所|处|位|人|席)/;
/** The list may be told in so many sentences: 乡镇有甲、乙。村有丙、丁。 */
const TOLD_IN = 2;
/** Names looked at of one list. */
const MOST = 40;

/** `first`: of every clause the first of its sentence. `outer`: its names that stand in no other. */
interface Sentences {
  readonly norm: string;
  readonly clauses: readonly Clause[];
  readonly first: readonly number[];
  readonly outer: readonly (readonly Named[])[];
}

const toldFrom = ({ clauses, first, outer }: Sentences, from: number): Told[] => {
  const found: Told[] = [];
  for (let i = from, told = 0; i < clauses.length && found.length < MOST; i++) {
    const names = outer[i] as readonly Named[];
    if (first[i] === i && ++told > TOLD_IN) break;
    if (names.some(({ entity }) => entity.type === 'Honour')) break;
    // What acts is no item of a list.
    if (clauses[i]?.verbs.some(({ entry }) => entry.relation !== '拥有')) continue;
    // 甲县|乙镇: of places that stand together the last one is meant.
    names.forEach((at, k) => {
      if (names[k + 1]?.mention.span[0] !== at.mention.span[1]) found.push({ at, index: i });
    });
  }
  return found;
};

/** By the first clause of the sentence that announces. */
export const announcedIn = (sentences: Sentences): ReadonlyMap<number, readonly Told[]> => {
  const { norm, clauses, first } = sentences;
  const announced = new Map<number, readonly Told[]>();
  for (let start = 0, end = 0; start < clauses.length; start = end) {
    end = start + 1;
    while (end < clauses.length && first[end] === start) end++;
    const own = clauses.slice(start, end);
    if (!own.some(({ named }) => named.some(({ entity }) => entity.type === 'Honour'))) continue;
    const text = norm.slice(...(clauses[start] as Clause).sentence.span);
    if (ANNOUNCES.test(text) && HOLDS.test(text)) announced.set(start, toldFrom(sentences, end));
  }
  return announced;
};
