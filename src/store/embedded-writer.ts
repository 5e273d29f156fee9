/** The process that writes an embedded file; see embedded-apart.ts. */
import { json } from 'node:stream/consumers';
import { StoreError } from '../errors.js';
import { setLanguage } from '../messages.js';
import type { Graph } from '../model.js';
import { loadHere } from './embedded.js';
import type { WriteAnswer, WriteRequest } from './embedded-apart.js';
import { beginFile } from './embedded-file.js';

const { dir, dryRun, language } = JSON.parse(process.argv[2] ?? '') as WriteRequest;
setLanguage(language);

async function answer(): Promise<WriteAnswer> {
  try {
    const begun = dryRun ? null : beginFile(dir);
    // Whoever awaits it is told; where nothing is written nobody need be.
    begun?.catch(() => undefined);
    const graph = (await json(process.stdin)) as Graph;
    return { kind: 'loaded', report: await loadHere(dir, graph, begun) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'error', expected: error instanceof StoreError, message };
  }
}

// Whoever asked is gone: nobody waits for the file. An exit would wait for the engine's threads.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.send?.(await answer());
