/** Real threads: order, crashes, and that one bad item costs no other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mapInWorkers, type WorkerOutcome } from '../../src/commands/workers.js';

const root = mkdtempSync(path.join(tmpdir(), 'zhentu-workers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const script = path.join(root, 'echo.mjs');
writeFileSync(
  script,
  `import { parentPort, threadId, workerData } from 'node:worker_threads';
if (workerData === 'never starts') throw new Error('no knowledge');
parentPort.on('message', (item) => {
  if (item === 'throws') throw new Error('lost its footing');
  if (item === 'ends') process.exit(7);
  if (item === 'cannot be sent') return parentPort.postMessage(() => {});
  setTimeout(() => parentPort.postMessage(item + workerData), item === 'slow' ? 50 : 0);
});
`,
);

const run = (items: readonly string[], jobs: number, data = '!') =>
  mapInWorkers<string>(items, { script, data, jobs });
const shown = (outcomes: readonly WorkerOutcome<string>[]) =>
  outcomes.map((o) => ('value' in o ? o.value : `crash: ${o.crash.message}`));

test.each([1, 2, 3, 9])('%i threads: results in input order', async (jobs) => {
  const items = ['slow', 'b', 'c', 'slow', 'e'];
  expect(shown(await run(items, jobs))).toEqual(items.map((item) => `${item}!`));
});

test('no items, no threads', async () => {
  expect(await run([], 3)).toEqual([]);
});

test.each([1, 2])('%i threads: a crash spoils its own item only', async (jobs) => {
  const items = ['a', 'throws', 'b', 'ends', 'cannot be sent', 'c'];
  expect(shown(await run(items, jobs))).toEqual([
    'a!',
    'crash: lost its footing',
    'b!',
    'crash: worker exit 7',
    'crash: worker error',
    'c!',
  ]);
});

test('threads that cannot start say so for every item and come to an end', async () => {
  expect(shown(await run(['a', 'b', 'c'], 2, 'never starts'))).toEqual(Array(3).fill('crash: no knowledge'));
});

test('every item is reported as done, once', async () => {
  const done: string[] = [];
  const items = ['a', 'throws', 'b'];
  await mapInWorkers<string>(items, { script, data: '', jobs: 2, onDone: (item) => done.push(item) });
  expect(done.sort()).toEqual([...items].sort());
});
