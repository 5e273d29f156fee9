/** Files → extractions: the number of threads changes nothing, and a fault of ours is told apart from a bad file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listInputs } from '../../src/commands/inputs.js';
import { readAll } from '../../src/commands/read-all.js';
import { readOne } from '../../src/commands/read-one.js';
import { type Knowledge, openKnowledge } from '../../src/knowledge.js';
import { packageFile } from '../../src/paths.js';

const root = mkdtempSync(path.join(tmpdir(), 'zhentu-read-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const empty = path.join(root, 'empty.txt');
writeFileSync(empty, '');
const { files } = listInputs([packageFile('samples'), root]);

test('one thread and three give the same extractions and failures, in the order of the files', async () => {
  const one = await readAll(files, { jobs: 1 });
  const three = await readAll(files, { jobs: 3 });
  expect(three).toEqual(one);
  expect(one.failures.map((f) => [f.path, f.fault])).toEqual([[empty, undefined]]);
  expect(one.extractions.map((e) => e.report.path)).toEqual(files.filter((file) => file !== empty));
});

test('no files: nothing is opened', async () => {
  expect(await readAll([], { lexicon: 'nowhere' })).toEqual({ extractions: [], failures: [] });
});

describe('readOne', () => {
  test('a bad file is the user’s to mend', () => {
    expect(readOne(empty, openKnowledge(), {})).toEqual({
      failure: { path: empty, message: expect.stringMatching(/：文件是空的/) },
    });
  });

  test('anything else is a fault of ours, with path and stack', () => {
    // A place list that breaks on first use stands for any mistake in the program.
    const atlas = new Proxy({} as Knowledge['atlas'], {
      get: () => {
        throw new TypeError('no such thing');
      },
    });
    const file = files.find((f) => f !== empty) ?? '';
    const outcome = readOne(file, { ...openKnowledge(), atlas }, {});
    expect(outcome).toMatchObject({
      failure: { path: file, fault: expect.stringMatching(/^TypeError: no such thing\n +at /) },
    });
    expect('failure' in outcome && outcome.failure.message).toBe(
      `${file}：程序内部出错（no such thing）；这不是报告的问题，加 --debug 看详情`,
    );
  });
});
