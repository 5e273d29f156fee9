/** What the guide shows is true: its samples, taken as a user's own folder, pass `zhentu check`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCheck } from '../../src/commands/check.js';
import { packageFile } from '../../src/paths.js';

const root = mkdtempSync(path.join(tmpdir(), 'zhentu-readme-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Where the guide says that such an entry belongs. */
const PLACES: readonly (readonly [leading: RegExp, file: string])[] = [
  [/^- name:/m, 'names/program/own.yaml'],
  [/^- title:/m, 'names/honour/own.yaml'],
  [/^ {2}suffix:/m, 'names/park/own.yaml'],
  [/^ {2}triggers:/m, 'relations/own.yaml'],
];

test('a programme, a title, a suffix and a verb', () => {
  const guide = readFileSync(packageFile('src/lexicon/README.md'), 'utf8');
  const samples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((m) => m[1] ?? '');
  const files = samples.map((sample) => PLACES.find(([leading]) => leading.test(sample))?.[1]);
  expect(files).toEqual(PLACES.map(([, file]) => file));
  for (const [i, sample] of samples.entries()) {
    const file = path.join(root, files[i] ?? '');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, sample);
  }
  const { entries, failures } = runCheck(root);
  expect(entries).toBe(samples.length);
  expect(failures).toEqual([]);
});
