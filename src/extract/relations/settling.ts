/** 入驻: which companies settle in which park; the park may be named by an earlier clause of the sentence. */
import type { RelationClaim } from '../../model.js';
import { claim } from './claim.js';
import type { Clause, Named, Scene } from './scene.js';
import { statusAt } from './status.js';

/** Clauses looked back on for the park. */
const BACK = 3;
/** 引进|甲, 引进了“|甲: a company right behind the verb is who comes. */
const RIGHT_BEHIND = 3;

const isCompany = ({ entity }: Named): boolean => entity.type === 'Company';
const isPark = ({ entity }: Named): boolean => entity.type === 'Park';

/** The last park an earlier clause of the sentence names: 白鹿产业园一期封顶,|甲、乙入驻. */
const parkBefore = ({ clauses }: Scene, { index, sentence }: Clause): Named | undefined => {
  for (let i = index - 1; i >= Math.max(0, index - BACK); i--) {
    if (clauses[i]?.sentence !== sentence) return undefined;
    const park = clauses[i]?.named.findLast(isPark);
    if (park) return park;
  }
  return undefined;
};

export const settlingClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const verb = clause.verbs.find((v) => v.entry.relation === '入驻');
  if (!verb) return [];
  const [start, end] = verb.span;
  const ahead = clause.named.filter((n) => n.mention.span[1] <= start);
  const behind = clause.named.filter((n) => n.mention.span[0] >= end);
  const brought = (behind.find((n) => !n.nested)?.mention.span[0] ?? clause.span[1]) - end <= RIGHT_BEHIND;
  const comes = brought ? behind.filter(isCompany) : [];
  const who = comes.length > 0 ? comes : ahead.filter(isCompany);
  const [named] = comes.length > 0 ? [] : behind.filter(isPark);
  const where = named ?? ahead.findLast(isPark) ?? parkBefore(scene, clause);
  if (!where) return [];
  const status = statusAt(clause, start);
  return who.flatMap((w) => claim(clause, w.entity, '入驻', where.entity, verb.entry.id, { status }));
};
