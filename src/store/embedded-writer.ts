/** The process that writes an embedded file; see embedded-apart.ts. */
import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { StoreError } from '../errors.js';
import { setLanguage } from '../messages.js';
import { loadHere } from './embedded.js';
import type { WriteAnswer, WriteRequest } from './embedded-apart.js';

async function answer(): Promise<WriteAnswer> {
  try {
    const { dir, graph, dryRun, language } = deserialize(await buffer(process.stdin)) as WriteRequest;
    setLanguage(language);
    return { kind: 'loaded', report: await loadHere(dir, graph, dryRun) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'error', expected: error instanceof StoreError, message };
  }
}

// Whoever asked is gone: nobody waits for the file. An exit would wait for the engine's threads.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.send?.(await answer());
