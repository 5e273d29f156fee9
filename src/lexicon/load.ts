/**
 * Lexicon from disk: the built-in one as compiled by `npm run build:lexicon`, and the user's own folder of YAML
 * files on top of it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LexiconError } from '../errors.js';
import { say } from '../messages.js';
import { packageFile } from '../paths.js';
import { unpackTries } from '../text/packed-tries.js';
import { type LexiconFile, parseLexicon } from './parse.js';
import { type Entry, type Lexicon, type LexiconTries, TRIE_NAMES } from './types.js';

export const COMPILED = 'dist/lexicon.json';
export const EXAMPLES = 'dist/lexicon-examples.json';
export const TRIES = 'dist/lexicon-tries.bin';

/** All .yaml files below a folder, paths relative to it. */
export const readLexiconFiles = (dir: string): LexiconFile[] => {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new LexiconError(say(`${dir}：没有这个词典文件夹`, `${dir}: no such lexicon folder`));
  }
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((p) => p.split(path.sep).join('/'))
    .filter((p) => /\.ya?ml$/.test(p))
    .sort()
    .map((p) => ({ path: p, text: readFileSync(path.join(dir, p), 'utf8') }));
};

/** Entries of the built-in lexicon with their example sentences, which `loadLexicon` leaves out. */
export const withExamples = (entries: readonly Entry[]): Entry[] => {
  const all = JSON.parse(readFileSync(packageFile(EXAMPLES), 'utf8')) as Record<
    string,
    Pick<Entry, 'examples' | 'not'>
  >;
  return entries.map((entry) => ({ ...entry, ...all[entry.id] }));
};

const loadTries = (): LexiconTries => {
  // A copy of its own, aligned as the bytes of a small file need not be.
  const tries = unpackTries(new Uint8Array(readFileSync(packageFile(TRIES))));
  return Object.fromEntries(TRIE_NAMES.map((list, i) => [list, tries[i]])) as unknown as LexiconTries;
};

/**
 * The built-in lexicon, with the user's entries on top: an entry of the same id replaces the built-in one. The built-in
 * entries come without their example sentences, see `withExamples`.
 */
export const loadLexicon = (userDir?: string): Lexicon => {
  const builtIn = JSON.parse(readFileSync(packageFile(COMPILED), 'utf8')) as Lexicon;
  if (userDir === undefined) return { ...builtIn, tries: loadTries() };
  // The folder stands before the file, so that an error can be found from where the user is.
  const files = readLexiconFiles(userDir).map((f) => ({ ...f, path: path.posix.join(userDir, f.path) }));
  const own = parseLexicon(files);
  const replaced = new Set(own.map((e) => e.id));
  return {
    entries: [...builtIn.entries.filter((e) => !replaced.has(e.id)), ...own],
    own: [...replaced],
  };
};
