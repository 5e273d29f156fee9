/** 任职, 属于, 位于 where a clause says so: what holds whether or not something came of it. */
import type { RelationClaim } from '../../model.js';
import type { EntityType, RelationType } from '../../schema.js';
import { claim } from './claim.js';
import type { Clause, Named, Scene } from './scene.js';

const STANDS = { dated: false, status: 'done' } as const;

/** What may stand between a name and its verb: 恒远精工二期|项目|坐落于. */
const BETWEEN = /^(?:项目|工程|”|均|都|已|正式|成功|再次)*$/;

/** The name right ahead of the first verb of a relation, and the first name behind it of some types. */
const around = (
  { doc }: Scene,
  clause: Clause,
  relation: RelationType,
  types: readonly EntityType[],
): { subject: Named; object: Named | undefined; rule: string; end: number } | null => {
  const verb = clause.verbs.find(({ entry }) => entry.relation === relation);
  if (!verb) return null;
  const outer = clause.named.filter((n) => !n.nested);
  const subject = outer.findLast(({ mention: { span } }) => span[1] <= verb.span[0]);
  const object = outer.find(
    ({ entity, mention: { span } }) => span[0] >= verb.span[1] && types.includes(entity.type),
  );
  if (!subject || !BETWEEN.test(doc.norm.slice(subject.mention.span[1], verb.span[0]))) return null;
  return { subject, object, rule: verb.entry.id, end: verb.span[1] };
};

/** 恒远精工二期坐落于白鹿产业园. */
export const placeClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const found = around(scene, clause, '位于', ['Village', 'Park', 'Town', 'Region']);
  return found?.object
    ? claim(clause, found.subject.entity, '位于', found.object.entity, found.rule, STANDS)
    : [];
};

/** A title or project that carries a programme's name belongs to it, and what a clause says is part of one. */
export const belongingClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const carried = clause.named
    .filter((n) => n.nested && n.entity.type === 'Program')
    .flatMap((n) => {
      const outer = clause.named.filter(
        (m) =>
          !m.nested &&
          m.mention.span[0] <= n.mention.span[0] &&
          n.mention.span[1] <= m.mention.span[1] &&
          m !== n,
      );
      return outer.flatMap((m) =>
        claim(clause, m.entity, '属于', n.entity, 'nesting.program', { dated: false }),
      );
    });
  const said = around(scene, clause, '属于', ['Program']);
  return said?.object
    ? [
        ...carried,
        ...claim(clause, said.subject.entity, '属于', said.object.entity, said.rule, { dated: false }),
      ]
    : carried;
};

const ROLES = '镇长|乡长|代镇长|副镇长|党委书记|书记|主任|经理|董事长|校长|院长|会长|所长|站长';
const ROLE = new RegExp(`(${ROLES})(?:同志)?$`);
const POST = new RegExp(`(${ROLES})`);

/** 镇长王明远 speaks, 王明远担任青禾镇商会会长, and 王明远当选镇长, which is the reporting town's. */
export const officeClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const said = around(scene, clause, '任职', ['Organization', 'Company', 'Town', 'Village', 'Region']);
  const post = said && POST.exec(scene.doc.norm.slice(said.end, clause.span[1]))?.[1];
  const place = said?.object?.entity ?? (post ? scene.unit : null);
  if (said && place) {
    const taken = claim(clause, said.subject.entity, '任职', place, said.rule, {
      ...STANDS,
      ...roleOf(post ?? undefined),
    });
    if (taken.length > 0) return taken;
  }
  return clause.named
    .filter((n) => n.entity.type === 'Person')
    .flatMap((n) => {
      const role = scene.doc.norm.slice(clause.span[0], n.mention.span[0]).match(ROLE)?.[1];
      const holder =
        clause.named.find((m) => m.entity.type === 'Company' || m.entity.type === 'Organization')?.entity ??
        scene.unit;
      if (!holder || (role === undefined && n.mention.rule !== 'person.speaker-line')) return [];
      return claim(clause, n.entity, '任职', holder, 'office.post', { ...STANDS, ...roleOf(role) });
    });
};

const roleOf = (role: string | undefined): { role?: string } => (role === undefined ? {} : { role });
