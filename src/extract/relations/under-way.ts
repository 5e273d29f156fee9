/** What is done from what is under way: 在建 goes on by its meaning, a programme by the words of its clause. */
import type { RelationClaim } from '../../model.js';
import type { RelationType } from '../../schema.js';
import { anyOf } from '../any-of.js';
import { type Engine, perEngine } from '../engine.js';
import type { Clause, Scene } from './scene.js';

const words = perEngine((engine) => ({
  goesOn: new RegExp(anyOf(engine.words['status.ongoing']) || '$^'),
  isOver: new RegExp(anyOf(engine.words['status.finished']) || '$^'),
}));

const isUnderWay = (engine: Engine, relation: RelationType, clause: Clause | undefined): boolean => {
  if (relation === '在建') return true;
  if (relation !== '实施' || clause === undefined) return false;
  const { goesOn, isOver } = words(engine);
  return goesOn.test(clause.text) && !isOver.test(clause.text);
};

/** The claims, those under way said to be `ongoing`. */
export const withUnderWay = (
  { engine, clauses }: Scene,
  claims: readonly RelationClaim[],
): RelationClaim[] => {
  const naming = new Map<string, Clause>();
  for (const clause of clauses)
    for (const { entity } of clause.named) {
      const key = `${clause.sentence.span[0]} ${entity.id}`;
      if (!naming.has(key)) naming.set(key, clause);
    }
  return claims.map((claim) =>
    claim.status === 'done' &&
    isUnderWay(engine, claim.relation, naming.get(`${claim.span[0]} ${claim.object}`))
      ? { ...claim, status: 'ongoing' }
      : claim,
  );
};
