/**
 * What is told on of a thing behind the clause that names it: 甲项目|，总投资3亿元，|3月开工建设，|目前主体已完工. As long as
 * nothing else is named that could act or be built, the clauses go on about it; a sentence behind goes on where it says
 * so: 该项目位于东坝村。
 */
import type { EntityType, RelationType } from '../../schema.js';
import type { Clause, Named, Verb } from './scene.js';

/** A clause that goes on about what an earlier one named last. */
export interface Later {
  readonly clause: Clause;
  /** How many clauses behind it stands, 3 for more; or IN_SENTENCE_BEHIND. */
  readonly step: number;
}
const FAR = 3;
export const IN_SENTENCE_BEHIND = 4;

/** What is told on about. */
const TOPICS: ReadonlySet<EntityType> = new Set(['Project', 'Company', 'Park', 'Facility']);
/** Where a thing is and who is there: naming these is going on about it. */
const ASIDE: ReadonlySet<EntityType> = new Set(['Region', 'Town', 'Village', 'Person']);
const REACH = 8;
const GOES_ON = /^(?:[该此本](?:项目|工程|公司|企业|园区?)|项目|工程|目前|现已?|其中)/;
const BY = /^由/;

const isAside = (clause: Clause, names: readonly Named[]): boolean =>
  BY.test(clause.text) || names.every(({ entity }) => ASIDE.has(entity.type));

/** Names of a clause that stand in no other. */
const outerOf = ({ named }: Clause): readonly Named[] => named.filter((n) => !n.nested);

/** Of every clause those that go on about the name it ends with. */
export const toldOn = (
  norm: string,
  clauses: readonly Clause[],
  denied: ReadonlySet<Clause>,
): (readonly Later[])[] =>
  clauses.map((clause, i) => {
    const topic = outerOf(clause).at(-1);
    if (!topic || !TOPICS.has(topic.entity.type)) return [];
    const later: Later[] = [];
    for (let k = i + 1; k < clauses.length && k <= i + REACH; k++) {
      const next = clauses[k] as Clause;
      const before = clauses[k - 1] as Clause;
      if (next.sentence !== before.sentence) {
        const between = norm.slice(before.span[1], next.span[0]);
        if (between.includes('\n') || !GOES_ON.test(next.text)) break;
      }
      if (denied.has(next) || !isAside(next, outerOf(next))) break;
      later.push({
        clause: next,
        step: next.sentence === clause.sentence ? Math.min(k - i, FAR) : IN_SENTENCE_BEHIND,
      });
    }
    return later;
  });

/** The first clause that goes on with a verb of a relation, and that verb. */
export const tellingOf = (
  told: readonly Later[],
  relation: RelationType,
): { readonly later: Later; readonly verb: Verb } | null => {
  for (const later of told) {
    const verb = later.clause.verbs.find((v) => v.entry.relation === relation);
    if (verb) return { later, verb };
  }
  return null;
};
