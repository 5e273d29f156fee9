/**
 * The least probability at which a relation is claimed. One number for all would be half the F1 that is reached (Lipton
 * 2014), were the scorer equally sure of all relations; what differs from it was chosen by folds over the training texts,
 * names as found there. With these and with one number for all F1 of long texts is .750 and .742, of short ones .622 and
 * .622; of 位于 .732 and .709, .705 and .701, of 在建 .652 and .624, .451 and .439.
 */
import type { RelationType } from '../../../schema.js';

const LIKELY = 0.34;
/** What a rule claims is believed more readily: rules hold in texts unlike those that were learned from. */
const LIKELY_BY_RULE = 0.25;

const LIKELY_OF: { readonly [R in RelationType]?: number } = {
  位于: 0.42,
  签约: 0.25,
  落户: 0.25,
  供地: 0.25,
  开工: 0.28,
  在建: 0.28,
  投产: 0.28,
  入驻: 0.25,
  合作: 0.25,
  拥有: 0.28,
};
const LIKELY_BY_RULE_OF: { readonly [R in RelationType]?: number } = { 位于: 0.36 };

/** The least probability at which a relation is claimed; `byRule`: a rule claims it, too. */
export const leastOf = (relation: RelationType, byRule: boolean): number =>
  byRule ? (LIKELY_BY_RULE_OF[relation] ?? LIKELY_BY_RULE) : (LIKELY_OF[relation] ?? LIKELY);
