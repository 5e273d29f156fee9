/** Building one claim: types checked against the ontology, year from the frame, amounts as written. */
import type { Entity, RelationClaim } from '../../model.js';
import { RELATIONS, type RelationType, type Status } from '../../schema.js';
import type { Clause } from './scene.js';

const AMOUNT =
  /(?:总?投资|投入|资金|总?金额)(?:约|超|近|达)?((?:近|超|约)?\d+(?:\.\d+)?(?:万亿|亿|万)?(?:元|美元|欧元))/;

export interface ClaimOptions {
  readonly status?: Status;
  readonly count?: number | null;
  readonly role?: string;
  readonly level?: string;
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
  const { status, count, role, level, dated = true } = options;
  const amount = object.type === 'Project' ? clause.text.match(AMOUNT)?.[1] : undefined;
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
