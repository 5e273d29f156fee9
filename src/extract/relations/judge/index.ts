/**
 * The learned part of relations: what the rules claim and what the structure of sentences suggests is weighed, and what
 * is likely enough is claimed.
 */
import type { RelationClaim } from '../../../model.js';
import type { RelationType } from '../../../schema.js';
import type { Model } from '../../tagger/model.js';
import { Sink } from '../../tagger/sink.js';
import { claim } from '../claim.js';
import { FROM_PLACE_LIST } from '../places.js';
import type { Named } from '../scene.js';
import { sentenceOf } from './elsewhere.js';
import { givesTitle } from './givers.js';
import { leastOf } from './likely.js';
import { addOpeningEvidence } from './opening-evidence.js';
import { addPartnerEvidence, waysOf } from './partner-evidence.js';
import {
  type Layout,
  type Opening,
  openingsOf,
  type Partner,
  partnersOf,
  subjectAndObject,
} from './proposals.js';
import { statusOf } from './status.js';
import { isForOthers } from './winners.js';

/** Rule of what no other rule claims. */
export const BY_MODEL = 'model.relation';
/** Odds this low of any relation at all are not made good by a partner. */
const HOPELESS = -3;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** What holds whether or not something came of it: it has neither plan nor date. */
const STANDING: ReadonlySet<RelationType> = new Set(['位于', '属于', '任职']);
export const isStanding = (relation: RelationType): boolean => STANDING.has(relation);

/** Calls `visit` for every opening of a scene, in text order. */
export const eachOpening = (
  layout: Layout,
  visit: (opening: Opening, index: number, named: Named) => void,
): void => {
  layout.scene.clauses.forEach((clause, index) => {
    for (const named of clause.named)
      for (const opening of openingsOf(layout, index, named)) visit(opening, index, named);
  });
};

interface Likely {
  readonly partner: Partner;
  readonly p: number;
  /** What the rules claim of this very pair. */
  readonly said: RelationClaim | undefined;
}

const saidOf = (opening: Opening, partner: Partner): RelationClaim | undefined => {
  const [subject, object] = subjectAndObject(opening, partner);
  return opening.claims.find((c) => c.subject === subject.id && c.object === object.id);
};

/** A thing lies in one village, one town, one county: the likeliest. */
const oneOfEachType = (likely: readonly Likely[]): Likely[] =>
  likely.filter(
    ({ partner, p }, i) =>
      !likely.some(
        (other, k) =>
          other.partner.entity.type === partner.entity.type && (other.p > p || (other.p === p && k < i)),
      ),
  );

/** A company settles in one place: the likeliest. */
const one = (likely: readonly Likely[]): Likely[] => {
  const best = likely.reduce<Likely | undefined>((a, b) => (a && a.p >= b.p ? a : b), undefined);
  return best ? [best] : [];
};

const chosenOf = (relation: RelationType, likely: Likely[]): Likely[] =>
  relation === '位于' ? oneOfEachType(likely) : relation === '入驻' ? one(likely) : likely;

/** Where a thing is need not be said again of every sentence that names it. */
const firstOfStanding = (claims: readonly RelationClaim[]): RelationClaim[] => {
  const said = new Set<string>();
  return claims.filter(({ relation, subject, object }) => {
    if (!isStanding(relation)) return true;
    const key = `${subject} ${relation} ${object}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
};

const isGiver = ({ scene }: Layout, { anchor }: Opening, { entity, at }: Partner): boolean =>
  at !== null && givesTitle(scene.doc.norm, entity.type, at.mention.span, anchor.named.mention.span[0]);

/** Who cannot have won a title: its giver, and a town or village that it is not for. */
const cannotWin = (layout: Layout, opening: Opening, partner: Partner): boolean =>
  isGiver(layout, opening, partner) ||
  (partner.entity !== layout.scene.unit &&
    isForOthers(opening.anchor.named.mention.name, partner.entity.type));

/** What is claimed of a scene. */
export const judgeRelations = (
  layout: Layout,
  claims: readonly RelationClaim[],
  model: Model,
): RelationClaim[] => {
  const sink = new Sink();
  // What the place list says of a place and what the user's own lexicon says need no judgement.
  const { denied, engine } = layout.scene;
  const { own } = engine;
  const made: RelationClaim[] = claims.filter(({ rule }) => rule === FROM_PLACE_LIST || own.has(rule));
  eachOpening(layout, (opening, index) => {
    const standing = isStanding(opening.relation);
    if (!standing && denied.has(opening.anchor.clause)) return;
    sink.clear();
    addOpeningEvidence(layout, index, opening, sink);
    const odds = model.relations.sum(sink.hashes, 0, sink.length);
    if (odds < HOPELESS) return;
    const partners = partnersOf(layout, index, opening);
    const ways = waysOf(partners);
    const likely: Likely[] = [];
    for (const partner of partners) {
      if (opening.relation === '获评' && cannotWin(layout, opening, partner)) continue;
      sink.clear();
      addPartnerEvidence(layout, opening, partner, ways, sink);
      const p = sigmoid(odds + model.relations.sum(sink.hashes, 0, sink.length));
      const said = saidOf(opening, partner);
      if (said && own.has(said.rule)) continue;
      if (p >= leastOf(opening.relation, said !== undefined)) likely.push({ partner, p, said });
    }
    const chosen = chosenOf(opening.relation, likely);
    if (chosen.length === 0) return;
    const status = standing ? 'done' : statusOf(layout, index, opening, model, sink);
    for (const { partner, said } of chosen) {
      const [subject, object] = subjectAndObject(opening, partner);
      const { clause } = opening.anchor;
      const span = sentenceOf(layout, opening, partner);
      const claims = said
        ? [standing ? said : { ...said, status }]
        : claim(clause, subject, opening.relation, object, BY_MODEL, { status, dated: !standing });
      made.push(...claims.map((c) => ({ ...c, span })));
    }
  });
  return firstOfStanding(made);
};
