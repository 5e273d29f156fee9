/**
 * Compiles the built-in YAML lexicon to JSON, so that a run parses no YAML: what finds names in one file, the example
 * sentences, which only `check` reads, in another. Run by `npm run build:lexicon`.
 */
import { writeFileSync } from 'node:fs';
import { packageFile } from '../paths.js';
import { COMPILED, EXAMPLES, readLexiconFiles } from './load.js';
import { parseLexicon } from './parse.js';

const files = readLexiconFiles(packageFile('src/lexicon'));
const entries = parseLexicon(files);
const write = (file: string, content: unknown) =>
  writeFileSync(packageFile(file), `${JSON.stringify(content)}\n`);
write(COMPILED, { entries: entries.map((entry) => ({ ...entry, examples: [], not: [] })) });
write(EXAMPLES, Object.fromEntries(entries.map(({ id, examples, not }) => [id, { examples, not }])));
