/** What every command that reads reports needs: lexicon and place list, opened once. */
import { buildEngine, type Engine } from './extract/engine.js';
import { loadLexicon } from './lexicon/load.js';
import { loadPlaces } from './places/index.js';
import { type Atlas, openAtlas } from './read/atlas.js';

export interface Knowledge {
  readonly engine: Engine;
  readonly atlas: Atlas;
}

/** Opens the built-in lexicon, with the user's folder on top where one is given. Throws LexiconError. */
export const openKnowledge = (lexiconDir?: string): Knowledge => ({
  engine: buildEngine(loadLexicon(lexiconDir)),
  atlas: openAtlas(loadPlaces()),
});
