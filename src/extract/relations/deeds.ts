/** 实施, 举办, 拥有, 合作: what a clause says was done. */
import type { RelationClaim } from '../../model.js';
import type { RelationType } from '../../schema.js';
import { claim } from './claim.js';
import { actors, type Clause, type Named, type Scene } from './scene.js';
import { statusAt } from './status.js';

const hasVerb = (clause: Clause, relation: RelationType): string | undefined =>
  clause.verbs.find((v) => v.entry.relation === relation)?.entry.id;

/** Every programme a report speaks of is carried out by whoever acts in the clause. */
export const programClaims = (scene: Scene, clause: Clause): RelationClaim[] =>
  clause.named
    .filter((n) => n.entity.type === 'Program' && !inTitle(clause, n))
    .flatMap((n) =>
      actors(scene, clause, n.mention.span[0], ['Company', 'Village', 'Organization', 'Town']).flatMap(
        (actor) =>
          claim(clause, actor, '实施', n.entity, hasVerb(clause, '实施') ?? 'program.carry-out', {
            status: statusAt(clause, n.mention.span[0]),
          }),
      ),
    );

const inTitle = (clause: Clause, n: Named): boolean =>
  n.nested &&
  clause.named.some(
    (m) =>
      m.entity.type === 'Honour' &&
      m.mention.span[0] <= n.mention.span[0] &&
      n.mention.span[1] <= m.mention.span[1],
  );

export const eventClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const rule = hasVerb(clause, '举办');
  return clause.named
    .filter((n) => n.entity.type === 'Event' && !n.nested)
    .flatMap((n) =>
      actors(scene, clause, n.mention.span[0], ['Company', 'Village', 'Organization', 'Town']).flatMap(
        (actor) =>
          claim(clause, actor, '举办', n.entity, rule ?? 'event.hold', {
            status: statusAt(clause, n.mention.span[0]),
          }),
      ),
    );
};

/** A product is named by whoever has it; an organisation is had by whoever founds it: 成立甲, but not 与甲研发乙. */
export const owningClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const verb = clause.verbs.find((v) => v.entry.relation === '拥有');
  return clause.named
    .filter(
      (n) =>
        !n.nested &&
        (n.entity.type === 'Product' ||
          (n.entity.type === 'Organization' && verb !== undefined && verb.span[1] <= n.mention.span[0])),
    )
    .flatMap((n) =>
      actors(scene, clause, n.mention.span[0], ['Company', 'Village', 'Organization', 'Town']).flatMap(
        (actor) =>
          claim(clause, actor, '拥有', n.entity, verb?.entry.id ?? 'own.named', {
            status: statusAt(clause, n.mention.span[0]),
          }),
      ),
    );
};

const WITH = /(?:与|同|和|联合|携手|结对|对接)[“]?$/;

export const cooperationClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const verb = clause.verbs.find(
    (v) =>
      v.entry.relation === '合作' && /合作|共建|结对|对口|联合|携手/.test(scene.doc.norm.slice(...v.span)),
  );
  if (!verb) return [];
  return clause.named
    .filter(
      (n) =>
        !n.nested &&
        ['Organization', 'Company', 'Town', 'Region'].includes(n.entity.type) &&
        n.entity !== scene.unit,
    )
    .filter((n) => WITH.test(scene.doc.norm.slice(clause.span[0], n.mention.span[0])))
    .flatMap((n) =>
      actors(scene, clause, n.mention.span[0], ['Company', 'Village', 'Organization']).flatMap((actor) =>
        claim(clause, actor, '合作', n.entity, verb.entry.id, { status: statusAt(clause, verb.span[0]) }),
      ),
    );
};
