/**
 * The learned part: tagger (characters → possible names) and scorer (evidence → how likely each candidate is a name).
 * Overlap is decided where it always is, in overlap.ts, by the scores given here.
 */
import type { Mention } from '../../model.js';
import type { Document } from '../document.js';
import type { Engine, Parts, Tagger } from '../engine.js';
import { kept } from '../kept.js';
import { type Decision, decide } from '../overlap.js';
import { type Reason, reasonsIn } from '../reasons.js';
import { stemOf } from '../short-forms.js';
import { type Clues, cluesOf } from './clues.js';
import { addOtherEvidence, addOwnEvidence } from './evidence.js';
import { type Features, featuresOf } from './features.js';
import { BASES, LABEL_COUNT, LAYERS } from './labels.js';
import { Lattice, type Layer, type Tagged } from './lattice.js';
import { LEAST } from './likely.js';
import type { Model } from './model.js';
import { type Candidate, proposalsOf } from './proposals.js';
import { NotingSink, Sink } from './sink.js';
import { type Surroundings, surroundingsOf } from './surroundings.js';
import { TEMPLATES, TYPE } from './templates.js';

/** Candidates below this are not worth telling of. */
const WORTH_TELLING = 0.1;

/** Room for the scores of a character. */
const WIDTH = LABEL_COUNT + 1;

/** What reads the scores of a model, with room that grows as needed. */
const readerOf = kept((model: Model) => ({
  lattice: new Lattice(model.scale),
  layers: LAYERS.map((types, i): Layer => {
    const steps = model.steps[i] as Float64Array;
    return { base: BASES[i] as number, types, steps, odds: steps.map(Math.exp) };
  }),
  scores: new Int32Array(256 * WIDTH),
}));

/** Names the tagger holds possible, of all layers. */
export const tagged = (doc: Document, { offsets, hashes }: Features, model: Model): Tagged[] => {
  const found: Tagged[] = [];
  const reader = readerOf(model);
  for (const { span } of doc.sentences) {
    const [from, to] = span;
    const length = to - from;
    if (length <= 0) continue;
    if (reader.scores.length < length * WIDTH) reader.scores = new Int32Array(length * WIDTH * 2);
    const { scores, lattice, layers } = reader;
    for (let i = 0; i < length; i++)
      model.addScores(
        hashes,
        offsets[from + i] as number,
        offsets[from + i + 1] as number,
        scores,
        i * WIDTH,
      );
    for (const layer of layers) lattice.readLayer(scores, length, WIDTH, layer, from, found);
  }
  return found;
};

/** A candidate with the scorer's verdict. */
export interface Verdict {
  readonly candidate: Candidate;
  readonly p: number;
}

interface Court {
  readonly clues: Clues;
  readonly surroundings: Surroundings;
  readonly candidates: readonly Candidate[];
}

const openCourt = (clues: Clues, names: readonly Tagged[], parts: Parts): Court => {
  const candidates = proposalsOf(clues, names, parts);
  return { clues, candidates, surroundings: surroundingsOf(clues, candidates) };
};

/** Odds this low by what a candidate shows itself are not made good by what stands around it. */
const HOPELESS = -3;

/** Log odds that a candidate is a name. */
const oddsOf = (
  { clues, surroundings }: Court,
  model: Model,
  parts: Parts,
  c: Candidate,
  sink: Sink,
): number => {
  sink.clear();
  addOwnEvidence(clues, surroundings, c, parts, sink);
  const own = model.names.sum(sink.hashes, 0, sink.length);
  if (own < HOPELESS) return own;
  sink.clear();
  addOtherEvidence(clues, surroundings, c, parts, sink);
  return own + model.names.sum(sink.hashes, 0, sink.length);
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const NOTHING: Decision = { kept: [], lost: [] };

/** The finder's word goes before the model's where both name the same thing: it says more. */
const mentionOf = (doc: Document, { type, start, end, sentence, rules }: Candidate, p: number): Mention => {
  const [rule] = [...rules].sort((a, b) => b.score - a.score || (a.rule < b.rule ? -1 : 1));
  return {
    type,
    name: doc.report.text.slice(start, end),
    span: [start, end],
    sentence,
    rule: rule?.rule ?? `model.${type.toLowerCase()}`,
    score: Math.round(p * 1000) / 10,
    ...(rule?.canonical === undefined ? {} : { canonical: rule.canonical }),
    ...(rule?.altTypes === undefined ? {} : { altTypes: rule.altTypes }),
    ...(rule?.props === undefined ? {} : { props: rule.props }),
  };
};

/** Names of the places above the reporting unit, in full and in short. */
const namesAbove = ({ report: { town } }: Document): ReadonlySet<string> =>
  new Set((town?.path.split('/').slice(0, -1) ?? []).flatMap((name) => [name, stemOf(name)]));

/** 云川芯桥, said in a report from 云川市: a city that the place list does not have is still none of its own towns. */
const withoutThoseAbove = (doc: Document, names: readonly Tagged[]): readonly Tagged[] => {
  const above = namesAbove(doc);
  return names.filter(
    ({ type, start, end }) =>
      (type !== 'Town' && type !== 'Village') || !above.has(doc.report.text.slice(start, end)),
  );
};

/** Candidates of the finders and what they would decide alone → what is decided with the model. */
export const judge = (
  doc: Document,
  engine: Engine,
  tagger: Tagger,
  candidates: readonly Mention[],
  rules: Decision,
): Decision => {
  const { parts } = engine;
  const clues = cluesOf(
    doc,
    engine,
    tagger.words,
    tagger.placeNames,
    parts.knowledge ? candidates : [],
    parts.knowledge ? rules : NOTHING,
  );
  return judgeTagged(
    clues,
    withoutThoseAbove(doc, tagged(doc, featuresOf(clues, parts.knowledge), tagger.model)),
    engine,
    tagger.model,
  );
};

/** 白芦镇2024|年政府工作报告: of 130,000 annotated names none ends so. */
const endsInDate = (norm: string, end: number): boolean =>
  /\d/.test(norm[end - 1] ?? '') && /[年月日]/.test(norm[end] ?? '');

/** 该乡, 已竣工项目: of 121,000 annotated names and their forms none begins so. */
const beginsInSentence = (name: string): boolean => /^[该已此被及至各给的是]/.test(name);

/** What is decided of the names a tagger holds possible, and of what else is proposed. */
export const judgeTagged = (
  clues: Clues,
  names: readonly Tagged[],
  engine: Engine,
  model: Model,
): Decision => {
  const { parts } = engine;
  const { doc } = clues;
  const court = openCourt(clues, names, parts);
  const sink = new Sink();
  const notNames = parts.knowledge ? engine.words['not-name'] : new Set<string>();
  const verdicts = court.candidates.map((candidate): Verdict => {
    const own = candidate.rules.some(({ rule }) => engine.own.has(rule));
    // 踔厉奋发 looks like a company to characters; the lexicon knows it for a slogan.
    if (candidate.rules.length === 0 && notNames.has(candidate.name)) return { candidate, p: 0 };
    if (!own && (endsInDate(doc.norm, candidate.end) || beginsInSentence(candidate.name)))
      return { candidate, p: 0 };
    return { candidate, p: own ? 1 : sigmoid(oddsOf(court, model, parts, candidate, sink)) };
  });
  const isLikely = ({ candidate, p }: Verdict): boolean => p >= LEAST[candidate.type];
  const mentions = verdicts.filter(isLikely).map(({ candidate, p }) => mentionOf(doc, candidate, p));
  const decision = decide(mentions, (m) => m.score);
  const unlikely = () =>
    verdicts
      .filter((verdict) => !isLikely(verdict))
      .filter(({ candidate, p }) => p >= WORTH_TELLING || candidate.rules.length > 0)
      .map(({ candidate, p }) => ({ mention: mentionOf(doc, candidate, p), to: null }));
  const reasonsFor = ({ type, span }: Mention): Reason[] => {
    const candidate = court.candidates.find(
      (c) => c.type === type && c.start === span[0] && c.end === span[1],
    );
    if (!candidate) return [];
    const notes = new NotingSink();
    addOwnEvidence(clues, court.surroundings, candidate, parts, notes);
    addOtherEvidence(clues, court.surroundings, candidate, parts, notes);
    const isLacking = (template: number, value: number) => template !== TYPE && value === 0;
    return reasonsIn(notes, model.names, TEMPLATES, isLacking);
  };
  return {
    kept: decision.kept,
    // For whoever asks: most do not.
    get lost() {
      return [...decision.lost, ...unlikely()];
    },
    reasonsFor,
    words: clues.words,
  };
};
