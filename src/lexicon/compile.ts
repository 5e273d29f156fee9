/**
 * Compiles the built-in YAML lexicon to JSON, so that a run parses no YAML: what finds names in one file, the example
 * sentences, which only `check` reads, in another, and what a text is searched with in a third. Run by
 * `npm run build:lexicon`.
 */
import { writeFileSync } from 'node:fs';
import { namesOf } from '../extract/engine.js';
import { packageFile } from '../paths.js';
import { packTries } from '../text/packed-tries.js';
import { buildTrie } from '../text/trie.js';
import { COMPILED, EXAMPLES, readLexiconFiles, TRIES } from './load.js';
import { parseLexicon } from './parse.js';
import { TRIE_NAMES } from './types.js';

const files = readLexiconFiles(packageFile('src/lexicon'));
const entries = parseLexicon(files);
const write = (file: string, content: unknown) =>
  writeFileSync(packageFile(file), `${JSON.stringify(content)}\n`);
const lexicon = { entries: entries.map((entry) => ({ ...entry, examples: [], not: [] })) };
write(COMPILED, lexicon);
write(EXAMPLES, Object.fromEntries(entries.map(({ id, examples, not }) => [id, { examples, not }])));

const lists = namesOf(lexicon);
const tries = TRIE_NAMES.map((list) => buildTrie(lists[list].map(([name]) => name)));
writeFileSync(packageFile(TRIES), packTries(tries));
