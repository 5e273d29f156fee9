/** Compiles the built-in YAML lexicon to one JSON file, so that a run parses no YAML. Run by `npm run build:lexicon`. */
import { writeFileSync } from 'node:fs';
import { packageFile } from '../paths.js';
import { COMPILED, readLexiconFiles } from './load.js';
import { parseLexicon } from './parse.js';

const files = readLexiconFiles(packageFile('src/lexicon'));
writeFileSync(packageFile(COMPILED), `${JSON.stringify({ entries: parseLexicon(files) })}\n`);
