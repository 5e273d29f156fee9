/**
 * Annotated figures → cases for the judge of figures: every quantity, true where it is annotated, open where it is
 * debatable; and of those that are annotated every name they may have, true where it comes nearest to the annotation.
 */
import { indicatorScene } from '../dist/extract/indicators/index.js';
import { addKeptEvidence, addNameEvidence } from '../dist/extract/indicators/judge/evidence.js';
import { namesFor } from '../dist/extract/indicators/judge/names.js';
import { NotingSink } from '../dist/extract/tagger/sink.js';
import type { Knowledge } from '../dist/knowledge.js';
import { fold, nearness } from '../dist/text/nearness.js';
import type { AnnotatedIndicator } from './compact.js';
import type { Example } from './examples.js';
import type { Names } from './found.js';
import { withHabits } from './habits.js';
import type { Case } from './scorer.js';

/** What the figures of a text teach: which quantities are headline figures, and how they are called. */
export interface IndicatorCases {
  readonly kept: readonly Case[];
  /** Of every figure the names it may have. */
  readonly names: readonly (readonly Case[])[];
}

/** How measure, unit and rule tell what is left out is a matter of habit: templates up to this one. */
const HABITS = 8;

const keptEvidence = (sink: NotingSink, isPassage: boolean): Int32Array => {
  const shared = sink.hashes.slice(0, sink.length);
  const isHabit = (_: number, k: number): boolean => (sink.templates[k] as number) <= HABITS;
  return isPassage ? withHabits(shared, shared.filter(isHabit)) : shared;
};

const keyOf = (unit: string, value: number): string => `${fold(unit)}|${Math.abs(value)}`;

export const indicatorCases = (
  { document, source, clues }: Pick<Example, 'document' | 'source' | 'clues'>,
  { engine }: Knowledge,
  { mentions }: Pick<Names, 'mentions'>,
): IndicatorCases => {
  const kept: Case[] = [];
  const names: Case[][] = [];
  if (source.indicators === null) return { kept, names };
  const stated = new Map<string, AnnotatedIndicator[]>();
  for (const indicator of source.indicators) {
    const key = keyOf(indicator.unit, indicator.value);
    stated.set(key, [...(stated.get(key) ?? []), indicator]);
  }
  const scene = indicatorScene(document, engine, mentions, clues.words);
  const sink = new NotingSink();
  for (const line of scene.lines) {
    for (const candidate of line.candidates) {
      const { quantity } = candidate.reading.at;
      const here = stated.get(keyOf(quantity.unit, quantity.value)) ?? [];
      const choices = namesFor(scene, candidate);
      const near = choices.map(({ text }) =>
        Math.max(0, ...here.map(({ indicator }) => nearness(fold(indicator), fold(text)))),
      );
      const nearest = Math.max(0, ...near);
      const isTrue = here.some(
        ({ indicator, optional }) =>
          !optional && choices.some(({ text }) => nearness(fold(indicator), fold(text)) > 0),
      );
      if (isTrue || here.length === 0) {
        sink.clear();
        addKeptEvidence(scene, line, candidate, sink);
        kept.push({ evidence: keptEvidence(sink, source.set === 'passages'), isTrue });
      }
      if (nearest === 0) continue;
      const group: Case[] = [];
      for (const [k, name] of choices.entries()) {
        if (near[k] !== nearest && near[k] !== 0) continue;
        sink.clear();
        addNameEvidence(scene, candidate, name, sink);
        group.push({ evidence: sink.hashes.slice(0, sink.length), isTrue: near[k] === nearest });
      }
      names.push(group);
    }
  }
  return { kept, names };
};
