/**
 * What a reader finds in an example that neither its tagger nor its scorer has seen: relations and figures are read
 * among such names, so they are learned among them, too.
 */
import { entitiesOf } from '../dist/extract/entities.js';
import { judgeTagged } from '../dist/extract/tagger/index.js';
import type { Tagged } from '../dist/extract/tagger/lattice.js';
import { openModel } from '../dist/extract/tagger/model.js';
import type { Knowledge } from '../dist/knowledge.js';
import type { Entity, Mention } from '../dist/model.js';
import { fold } from '../dist/text/nearness.js';
import type { TrainedTagger } from './crf.js';
import { type Example, FOLDS } from './examples.js';
import { givenOf } from './given.js';
import { packModel } from './pack.js';
import { type Case, FOR_NAMES, trainScorer } from './scorer.js';

/** Names of an example, and of every entity the annotations it stands for, by index. */
export interface Names {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly annotationsOf: (entity: Entity) => readonly number[];
}

/** The annotated names themselves. */
export const namesGiven = ({ document, source }: Pick<Example, 'document' | 'source'>): Names => {
  const { entities, annotations } = givenOf(document, source.annotations);
  return {
    mentions: entities.flatMap((e) => e.mentions),
    entities,
    annotationsOf: (entity) => annotations.get(entity) ?? [],
  };
};

/** Of every example what is decided on by a scorer trained on the other folds. `cases`: of every example. */
export const foundIn = (
  examples: readonly Example[],
  held: readonly (readonly Tagged[])[],
  cases: readonly (readonly Case[])[],
  { steps }: TrainedTagger,
  { engine }: Knowledge,
): Names[] => {
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    const scorer = trainScorer(
      cases.flatMap((own, i) => (i % FOLDS === fold ? [] : own)),
      FOR_NAMES,
    );
    return openModel(packModel('', { tagger: [], steps, scorer, relations: [], indicators: [] }));
  });
  return examples.map((example, i) => {
    const { clues, document, source } = example;
    const model = models[i % FOLDS] as (typeof models)[number];
    const { kept } = judgeTagged(clues, held[i] ?? [], engine, model);
    const entities = entitiesOf(document.report, kept, document.places);
    return { mentions: kept, entities, annotationsOf: annotatedAs(source.annotations, entities) };
  });
};

/** An entity is what is annotated under one of its names. One with a near name is a wrong one, so that edges matter. */
export const annotatedAs = (
  annotations: Example['source']['annotations'],
  entities: readonly Entity[],
): Names['annotationsOf'] => {
  const byName = new Map<string, number[]>();
  annotations.forEach(({ forms }, i) => {
    for (const form of new Set(forms.map(fold))) byName.set(form, [...(byName.get(form) ?? []), i]);
  });
  const known = new Map(
    entities.map((entity) => {
      const fits = (i: number): boolean => {
        const { type, altTypes } = annotations[i] as (typeof annotations)[number];
        return type === entity.type || altTypes.includes(entity.type);
      };
      const names = [...new Set([entity.name, ...entity.aliases].map(fold))];
      const indexes = [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
      return [entity, indexes.filter(fits)] as const;
    }),
  );
  return (entity) => known.get(entity) ?? [];
};
