/** The process of one query with a time limit; see embedded-timed.ts. */
import { once } from 'node:events';
import { setLanguage } from '../messages.js';
import { openEmbedded } from './embedded.js';
import type { TimedAnswer, TimedRequest } from './embedded-timed.js';
import { firstLine } from './plain.js';
import type { Store } from './store.js';

/** Resolves when it has been sent. */
const tell = (answer: TimedAnswer): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error ? reject(error) : resolve()));
  });

/** Resolves when the other side has read them: rows pile up neither here nor there. */
async function hand(columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const read = once(process, 'message');
  await tell({ kind: 'rows', columns, rows });
  await read;
}

process.once('message', async ({ dir, cypher, params, options, language }: TimedRequest) => {
  setLanguage(language);
  const { timeoutSeconds: _, ...untimed } = options;
  let store: Store | undefined;
  try {
    store = openEmbedded({ kind: 'embedded', dir, readOnly: true });
    await tell({ kind: 'begun' });
    const end = await store.stream(cypher, params, untimed, hand);
    await tell({ kind: 'end', end });
  } catch (error) {
    // Where nobody listens any more there is nobody to tell.
    await tell({ kind: 'error', message: firstLine(error) }).catch(() => undefined);
  } finally {
    await store?.close().catch(() => undefined);
    if (process.connected) process.disconnect();
  }
});
// Whoever asked is gone: nobody waits for the answer. An exit would wait for the engine's threads.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
