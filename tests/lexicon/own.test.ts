/** The user's own folder on top of the built-in lexicon. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openKnowledge } from '../../src/knowledge.js';
import { readSentence } from '../../src/lexicon/examples.js';
import { loadLexicon } from '../../src/lexicon/load.js';

const root = mkdtempSync(path.join(tmpdir(), 'zhentu-lexicon-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const own = (name: string, file: string, text: string): string => {
  const dir = path.join(root, name);
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
  return dir;
};

describe('an entry of the same id', () => {
  const builtIn = loadLexicon();
  const first = builtIn.entries.find((e) => e.kind === 'name' && e.type === 'Program');
  const id = first?.id ?? '';
  const dir = own(
    'replace',
    'names/program.yaml',
    `- id: ${JSON.stringify(id)}\n  name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n`,
  );

  test('replaces the built-in one and nothing else', () => {
    const { entries } = loadLexicon(dir);
    expect(entries).toHaveLength(builtIn.entries.length);
    expect(entries.filter((e) => e.id === id)).toMatchObject([
      { name: '三色稻田', where: path.posix.join(dir, 'names/program.yaml:1') },
    ]);
    expect(entries.filter((e) => e.id !== id)).toEqual(builtIn.entries.filter((e) => e.id !== id));
  });
});

test('a new entry is found under its own rule, and was not found before', () => {
  const dir = own(
    'new',
    'names/program.yaml',
    '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n',
  );
  const found = (lexicon?: string) => {
    const { engine, atlas } = openKnowledge(lexicon);
    return readSentence('实施三色稻田行动。', engine, atlas).decision.kept.some(
      (m) => m.rule === 'program.三色稻田',
    );
  };
  expect([found(), found(dir)]).toEqual([false, true]);
});

test('files that are no YAML are left alone', () => {
  const dir = own('mixed', 'notes.txt', 'nothing: [');
  own(
    'mixed',
    'names/program.yml',
    '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n',
  );
  expect(loadLexicon(dir).entries).toHaveLength(loadLexicon().entries.length + 1);
});
