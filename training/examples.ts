/** Annotated text → what training needs of it: the document as the finders see it, its features, its truth. */
import { type Document, openDocument } from '../dist/extract/document.js';
import type { Tagger } from '../dist/extract/engine.js';
import { findCandidates, settleMentions } from '../dist/extract/mentions.js';
import { type Clues, cluesOf } from '../dist/extract/tagger/clues.js';
import { type Features, featuresOf } from '../dist/extract/tagger/features.js';
import type { Knowledge } from '../dist/knowledge.js';
import { readText } from '../dist/read/index.js';
import type { Source } from './corpus.js';
import { allowedLabels, spansOf, type TrueSpan } from './truth.js';

/** Parts of the training set; what is learned from a text's names is found by what was trained on the others. */
export const FOLDS = 3;

export interface Example {
  readonly source: Source;
  readonly document: Document;
  readonly clues: Clues;
  readonly features: Features;
  readonly spans: readonly TrueSpan[];
  /** Of every layer and character; see truth.ts. */
  readonly allowed: readonly Int32Array[];
}

export type Lookups = Pick<Tagger, 'words' | 'placeNames'>;

export const exampleOf = (
  source: Source,
  { engine, atlas }: Knowledge,
  { words, placeNames }: Lookups,
): Example => {
  const { id, text, annotations } = source;
  const document = openDocument(readText(`${id}.txt`, text, atlas), engine, atlas);
  const candidates = findCandidates(document, engine);
  const rules = settleMentions(document, engine, candidates);
  const clues = cluesOf(document, engine, words, placeNames, candidates, rules);
  const spans = spansOf(document.norm, annotations);
  return {
    source,
    document,
    clues,
    features: featuresOf(clues, true),
    spans,
    allowed: allowedLabels(document.norm.length, spans),
  };
};
