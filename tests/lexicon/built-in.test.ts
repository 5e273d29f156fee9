/** The lexicon that ships: what is compiled is what is written, and every example in it holds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCheck } from '../../src/commands/check.js';
import { namesOf, WORD_CLASSES } from '../../src/extract/engine.js';
import { COMPILED, loadLexicon, readLexiconFiles, withExamples } from '../../src/lexicon/load.js';
import { parseLexicon } from '../../src/lexicon/parse.js';
import { TRIE_NAMES } from '../../src/lexicon/types.js';
import { packageFile } from '../../src/paths.js';
import { buildTrie } from '../../src/text/trie.js';

const entries = parseLexicon(readLexiconFiles(packageFile('src/lexicon')));

test('dist/lexicon.json is compiled from the YAML as it stands (npm run build:lexicon)', () => {
  const compiled = JSON.parse(readFileSync(packageFile(COMPILED), 'utf8'));
  expect({ ...compiled, entries: withExamples(compiled.entries) }).toEqual(
    JSON.parse(JSON.stringify({ entries })),
  );
});

test('dist/lexicon-tries.bin holds what the lexicon names', () => {
  const { tries } = loadLexicon();
  const lists = namesOf({ entries });
  for (const list of TRIE_NAMES)
    expect(tries?.[list], list).toEqual(buildTrie(lists[list].map(([name]) => name)));
});

test('every word class the engine asks for is there', () => {
  const ids = entries.filter((e) => e.kind === 'words').map((e) => e.id);
  // A class may be spread over several entries: not-name.slogan, not-name.generic.
  const missing = WORD_CLASSES.filter((c) => !ids.some((id) => id === c || id.startsWith(`${c}.`)));
  expect(missing).toEqual([]);
});

test('every example holds', () => {
  const { entries: count, examples, failures } = runCheck();
  expect(count).toBe(entries.length);
  expect(examples).toBeGreaterThan(count);
  expect(failures.map((f) => `${f.where}：${f.message}`)).toEqual([]);
});
