/** Why a relation is claimed: the same evidence again, with its weights. For `explain`. */
import type { RelationClaim } from '../../../model.js';
import { type Reason, reasonsIn } from '../../reasons.js';
import type { Model } from '../../tagger/model.js';
import { NotingSink } from '../../tagger/sink.js';
import { sentenceOf } from './elsewhere.js';
import { eachOpening, isStanding } from './index.js';
import { addOpeningEvidence } from './opening-evidence.js';
import { addPartnerEvidence, waysOf } from './partner-evidence.js';
import { isReadFromSubject, type Layout, partnersOf, subjectAndObject, type Way } from './proposals.js';
import { addStatusEvidence } from './status.js';
import { CLAIM_TEMPLATES, STATUS_TEMPLATES } from './templates.js';

export interface ClaimReasons {
  /** Where the partner was found. */
  readonly way: Way;
  /** Why the relation holds, and why it is a plan (positive) or done, heaviest first; none for what has no status. */
  readonly claim: readonly Reason[];
  readonly status: readonly Reason[];
}

/** Null where the model had no say: what the place list or the user's own lexicon says. */
export const reasonsForClaim = (layout: Layout, model: Model, claim: RelationClaim): ClaimReasons | null => {
  let found: ClaimReasons | null = null;
  eachOpening(layout, (opening, index) => {
    const end = isReadFromSubject(claim.relation) ? claim.subject : claim.object;
    if (found || opening.relation !== claim.relation || opening.anchor.named.entity.id !== end) return;
    const partners = partnersOf(layout, index, opening);
    for (const partner of partners) {
      const [subject, object] = subjectAndObject(opening, partner);
      if (found || subject.id !== claim.subject || object.id !== claim.object) continue;
      if (sentenceOf(layout, opening, partner) !== claim.span) continue;
      const sink = new NotingSink();
      addOpeningEvidence(layout, index, opening, sink);
      addPartnerEvidence(layout, opening, partner, waysOf(partners), sink);
      const status = new NotingSink();
      if (!isStanding(claim.relation)) addStatusEvidence(layout, index, opening, status);
      found = {
        way: partner.way,
        claim: reasonsIn(sink, model.relations, CLAIM_TEMPLATES),
        status: reasonsIn(status, model.relations, STATUS_TEMPLATES),
      };
    }
  });
  return found;
};
