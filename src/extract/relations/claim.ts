/** Building one claim: types checked against the ontology, year from the frame, amounts as written. */
import type { Entity, RelationClaim } from '../../model.js';
import { RELATIONS, type RelationType, type Status } from '../../schema.js';
import { amountOf } from './amount.js';
import type { Clause } from './scene.js';

/** The level a title states: 省级, 全国. */
const LEVEL = /^(?:国家|省|自治区|市|州|盟|区|县|旗|镇|街道)级|^全(?:国|省|区|市|州|县)(?!域)/;

export interface ClaimOptions {
  readonly status?: Status;
  readonly count?: number | null;
  readonly role?: string;
  /** `false`: a standing fact, not one of a year. */
  readonly dated?: boolean;
}

/** The claim as a list of one, or of none where the ontology does not join such types. */
export const claim = (
  clause: Clause,
  subject: Entity,
  relation: RelationType,
  object: Entity,
  rule: string,
  options: ClaimOptions = {},
): RelationClaim[] => {
  const allowed = RELATIONS[relation];
  if (subject.id === object.id || !allowed.from.includes(subject.type) || !allowed.to.includes(object.type))
    return [];
  const { status, count, role, dated = true } = options;
  const amount = object.type === 'Project' ? amountOf(clause, object) : undefined;
  const level = relation === '获评' ? LEVEL.exec(object.name)?.[0] : undefined;
  return [
    {
      kind: 'relation',
      subject: subject.id,
      relation,
      object: object.id,
      ...(status ? { status } : {}),
      ...(dated && clause.frame.year !== null ? { year: clause.frame.year } : {}),
      ...(amount ? { amount } : {}),
      ...(count ? { count } : {}),
      ...(level ? { level } : {}),
      ...(role ? { role } : {}),
      span: clause.sentence.span,
      rule,
    },
  ];
};
