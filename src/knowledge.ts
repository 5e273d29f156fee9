/** What every command that reads reports needs: lexicon, place list and model, opened once. */
import { ALL_PARTS, buildEngine, type Engine, type Parts, type Tagger } from './extract/engine.js';
import { loadModel } from './extract/tagger/load.js';
import { loadLexicon } from './lexicon/load.js';
import { loadPlaces } from './places/index.js';
import { loadPlaceNames } from './places/names.js';
import { type Atlas, openAtlas } from './read/atlas.js';
import { loadWords } from './words/index.js';

export interface Knowledge {
  readonly engine: Engine;
  readonly atlas: Atlas;
}

const loadTagger = (): Tagger => ({
  model: loadModel(),
  words: loadWords(),
  placeNames: loadPlaceNames(),
});

/**
 * Opens the built-in lexicon, with the user's folder on top where one is given, and what the parts asked for need.
 * Throws LexiconError; ReadError where a file of the package is missing or damaged.
 */
export const openKnowledge = (lexiconDir?: string, parts: Parts = ALL_PARTS): Knowledge => ({
  engine: buildEngine(loadLexicon(lexiconDir), parts.model ? loadTagger() : null, parts),
  atlas: openAtlas(loadPlaces()),
});
