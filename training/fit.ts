/**
 * Sources → model. The scorer has to learn from a tagger that has not seen the text before it, so the training set is
 * parted in folds: each is tagged by a tagger trained on the others, and a last tagger, the one that ships, is trained
 * on all. Folds are independent jobs (see jobs.ts).
 */
import { ALL_PARTS } from '../dist/extract/engine.js';
import { addOtherEvidence, addOwnEvidence } from '../dist/extract/tagger/evidence.js';
import { tagged } from '../dist/extract/tagger/index.js';
import type { Tagged } from '../dist/extract/tagger/lattice.js';
import { type Model, openModel } from '../dist/extract/tagger/model.js';
import { proposalsOf } from '../dist/extract/tagger/proposals.js';
import { Sink } from '../dist/extract/tagger/sink.js';
import { surroundingsOf } from '../dist/extract/tagger/surroundings.js';
import type { Knowledge } from '../dist/knowledge.js';
import type { TrainedTagger } from './crf.js';
import type { Example } from './examples.js';
import { foundIn, type Names, namesGiven } from './found.js';
import { indicatorCases } from './indicators.js';
import { packModel } from './pack.js';
import { relationCases } from './relations.js';
import {
  type Case,
  FOR_INDICATORS,
  FOR_NAMES,
  FOR_RELATIONS,
  type Settings,
  trainRanking,
  trainScorer,
} from './scorer.js';
import { verdictOf } from './truth.js';

/** A tagger as the reader will see it: packed and opened again, so that its weights are the quantised ones. */
export const openTagger = ({ weights, steps }: TrainedTagger): Model =>
  openModel(packModel('', { tagger: weights, steps, scorer: [], relations: [], indicators: [] }));

export const tagExample = ({ document, features }: Example, model: Model): Tagged[] =>
  tagged(document, features, model);

/** Candidates of one example with their evidence; those on which readers may differ are left out. */
export const casesOf = ({ clues, spans }: Example, names: readonly Tagged[]): Case[] => {
  const candidates = proposalsOf(clues, names, ALL_PARTS);
  const surroundings = surroundingsOf(clues, candidates);
  const sink = new Sink();
  return candidates.flatMap((candidate): Case[] => {
    const isName = verdictOf(spans, candidate.start, candidate.end, candidate.type);
    if (isName === null) return [];
    sink.clear();
    addOwnEvidence(clues, surroundings, candidate, ALL_PARTS, sink);
    addOtherEvidence(clues, surroundings, candidate, ALL_PARTS, sink);
    return [{ evidence: sink.hashes.slice(0, sink.length), isTrue: isName }];
  });
};

/** `held`: what the folds' taggers found in each example, in the order of the examples. */
export const finishModel = (
  trained: string,
  knowledge: Knowledge,
  tagger: TrainedTagger,
  examples: readonly Example[],
  held: readonly (readonly Tagged[])[],
): Uint8Array => {
  const candidates = examples.map((example, i) => casesOf(example, held[i] ?? []));
  const scorer = trainScorer(candidates.flat(), FOR_NAMES);
  // Among the right names, too: those found say little of how relations hold between names that are missed.
  const among = [examples.map(namesGiven), foundIn(examples, held, candidates, tagger, knowledge)];
  const relations = among.flatMap((names) =>
    examples.map((example, i) => relationCases(example, knowledge, names[i] as Names)),
  );
  const indicators = among.flatMap((names) =>
    examples.map((example, i) => indicatorCases(example, knowledge, names[i] as Names)),
  );
  const learn = (settings: Settings, cases: readonly (readonly Case[])[]) =>
    trainScorer(cases.flat(), settings);
  const claims = relations.map((cases) => cases.claims);
  const plans = relations.map((cases) => cases.plans);
  const kept = indicators.map((cases) => cases.kept);
  const names = indicators.map((cases) => cases.names);
  return packModel(trained, {
    tagger: tagger.weights,
    steps: tagger.steps,
    scorer,
    relations: [...learn(FOR_RELATIONS, claims), ...learn(FOR_RELATIONS, plans)],
    indicators: [...learn(FOR_INDICATORS, kept), ...trainRanking(names.flat(), FOR_INDICATORS)],
  });
};
