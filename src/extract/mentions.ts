/** All finders, in one list, and what they find together: candidates, decided once, repeated once, decided again. */
import type { Mention } from '../model.js';
import { type Document, sentenceAt } from './document.js';
import type { Engine } from './engine.js';
import { findAwarded } from './find/awards.js';
import { findKnown } from './find/known.js';
import { findListed } from './find/lists.js';
import { findPeople } from './find/people.js';
import { findQuoted } from './find/quoted.js';
import { findStaged } from './find/staged.js';
import { findSuffixed } from './find/suffixes.js';
import { findTitles } from './find/titles.js';
import { findTraders } from './find/traders.js';
import { type Decision, decide } from './overlap.js';
import { findRepeated } from './repetition.js';
import { judge } from './tagger/index.js';

type Finder = (doc: Document, engine: Engine) => Mention[];

const findPlaceMentions: Finder = (doc) =>
  doc.places.flatMap(({ type, span, name, rule, place }): Mention[] => {
    const sentence = sentenceAt(doc.sentences, span[0]);
    const score = place === null ? 62 : rule.endsWith('-short') ? 70 : 90;
    return sentence < 0
      ? []
      : [{ type, name: doc.report.text.slice(...span), canonical: name, span, sentence, rule, score }];
  });

/** Order does not matter: overlap.ts decides by scores. */
export const FINDERS: readonly Finder[] = [
  findPlaceMentions,
  findKnown,
  findTitles,
  findSuffixed,
  findTraders,
  findListed,
  findStaged,
  findQuoted,
  findAwarded,
  findPeople,
];

const isSlogan = (engine: Engine, m: Mention): boolean =>
  engine.words['not-name'].has(m.name.replace(/[“”]/g, ''));

export const findCandidates = (doc: Document, engine: Engine): Mention[] =>
  FINDERS.flatMap((find) => find(doc, engine)).filter(
    (m) => m.rule.startsWith('place.') || m.canonical !== undefined || !isSlogan(engine, m),
  );

/** By rules alone. */
export const settleMentions = (doc: Document, engine: Engine, candidates: readonly Mention[]): Decision => {
  const first = decide(candidates);
  const repeated = engine.parts.document ? findRepeated(doc, first.kept) : [];
  return repeated.length === 0 ? first : decide([...candidates, ...repeated]);
};

export const findMentions = (doc: Document, engine: Engine): Decision => {
  const candidates = engine.parts.knowledge ? findCandidates(doc, engine) : [];
  const rules = settleMentions(doc, engine, candidates);
  return engine.tagger === null ? rules : judge(doc, engine, engine.tagger, candidates, rules);
};
