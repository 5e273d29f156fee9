/**
 * Annotated relations → cases for the relation judge: every relation that is proposed in a text, true where the
 * annotation states it with evidence from this sentence, open where it is debatable or stated of another sentence.
 */

import { judgedScene } from '../dist/extract/relations/index.js';
import { eachOpening } from '../dist/extract/relations/judge/index.js';
import { addOpeningEvidence } from '../dist/extract/relations/judge/opening-evidence.js';
import { addPartnerEvidence, waysOf } from '../dist/extract/relations/judge/partner-evidence.js';
import {
  isReadFromSubject,
  partnersOf,
  subjectAndObject,
} from '../dist/extract/relations/judge/proposals.js';
import { addStatusEvidence } from '../dist/extract/relations/judge/status.js';
import { Sink } from '../dist/extract/tagger/sink.js';
import { withUnit } from '../dist/extract/whose.js';
import type { Knowledge } from '../dist/knowledge.js';
import type { Entity, Report } from '../dist/model.js';
import type { RelationType, Status } from '../dist/schema.js';
import { UNIT } from './compact.js';
import type { Example } from './examples.js';
import type { Names } from './found.js';
import { givenOf } from './given.js';
import { withHabits } from './habits.js';
import type { Case } from './scorer.js';

/** Indexes of the sentences a quotation stands in; null where it is not found. */
const sentencesOf = (
  { sentences, map }: Report,
  source: string,
  quote: string,
): ReadonlySet<number> | null => {
  const at = quote === '' ? -1 : source.indexOf(quote);
  if (at < 0) return null;
  const end = at + quote.length;
  return new Set(
    sentences
      .filter(({ span }) => {
        const from = map.starts[span[0]] ?? 0;
        const to = map.ends[span[1] - 1] ?? 0;
        return from < end && to > at;
      })
      .map(({ index }) => index),
  );
};

/** A relation as annotated, and the sentences that say so; null where the quotation does not tell. */
interface Stated {
  readonly optional: boolean;
  readonly sentences: ReadonlySet<number> | null;
  readonly status: Status | null;
}

/** What the relations of a text teach: which hold, and which of those that hold are plans. */
export interface RelationCases {
  readonly claims: readonly Case[];
  readonly plans: readonly Case[];
}

export const relationCases = (
  { document, source }: Pick<Example, 'document' | 'source'>,
  { engine }: Knowledge,
  names: Pick<Names, 'entities' | 'annotationsOf'>,
): RelationCases => {
  const { report } = document;
  const given = givenOf(document, source.annotations);
  const isOpen = (e: Entity) => names.annotationsOf(e).some((i) => source.annotations[i]?.optional ?? false);
  const key = (s: number, r: RelationType, o: number) => `${s} ${r} ${o}`;
  const truth = new Map<string, Stated[]>();
  const sentencesWith = source.annotations.map(() => new Set<number>());
  for (const [entity, indexes] of given.annotations)
    for (const i of indexes) for (const m of entity.mentions) sentencesWith[i]?.add(m.sentence);
  if (source.relations === null) return { claims: [], plans: [] };
  for (const r of source.relations) {
    const k = key(r.subject, r.relation, r.object);
    const quoted = sentencesOf(report, source.text, r.evidence);
    // A quotation that does not name what is said something of (the title line, for the town) tells no place.
    const anchor = sentencesWith[isReadFromSubject(r.relation) ? r.subject : r.object];
    const sentences = quoted !== null && [...quoted].some((s) => anchor?.has(s)) ? quoted : null;
    truth.set(k, [...(truth.get(k) ?? []), { optional: r.optional, sentences, status: r.status }]);
  }
  const { entities, unit } = withUnit(document, names.entities);
  const indexesOf = (e: Entity): readonly number[] => {
    const known = names.annotationsOf(e);
    return known.length === 0 && e === unit ? [UNIT] : known;
  };
  const { layout } = judgedScene(document, engine, entities, unit);
  const claims: Case[] = [];
  const plans: Case[] = [];
  const sink = new Sink();
  eachOpening(layout, (opening, index) => {
    if (!source.relationTypes.includes(opening.relation)) return;
    sink.clear();
    addOpeningEvidence(layout, index, opening, sink);
    const { length } = sink;
    const partners = partnersOf(layout, index, opening);
    const ways = waysOf(partners);
    const statuses = new Set<Status>();
    for (const partner of partners) {
      const [subject, object] = subjectAndObject(opening, partner);
      const stated = indexesOf(subject).flatMap((s) =>
        indexesOf(object).flatMap((o) => truth.get(key(s, opening.relation, o)) ?? []),
      );
      const here = stated.filter(
        ({ sentences }) => sentences === null || sentences.has(opening.anchor.clause.sentence.index),
      );
      const isTrue = here.some((s) => !s.optional);
      if (!isTrue && (stated.length > 0 || isOpen(subject) || isOpen(object))) continue;
      sink.length = length;
      addPartnerEvidence(layout, opening, partner, ways, sink);
      const evidence = sink.hashes.slice(0, sink.length);
      claims.push({ evidence: source.set === 'passages' ? withHabits(evidence) : evidence, isTrue });
      if (isTrue) for (const { status } of here) if (status !== null) statuses.add(status);
    }
    const [status] = statuses;
    if (status === undefined || statuses.size > 1 || status === 'candidate') return;
    sink.clear();
    addStatusEvidence(layout, index, opening, sink);
    plans.push({ evidence: sink.hashes.slice(0, sink.length), isTrue: status === 'planned' });
  });
  return { claims, plans };
};
