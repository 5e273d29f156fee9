/** The process of one query with a time limit; see embedded-timed.ts. */
import { ZhentuError } from '../errors.js';
import { setLanguage } from '../messages.js';
import { openEmbedded } from './embedded.js';
import type { TimedAnswer, TimedRequest } from './embedded-timed.js';

/** Resolves when the other side has it, so that rows do not pile up here. */
const tell = (answer: TimedAnswer): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error ? reject(error) : resolve()));
  });

process.once('message', async ({ dir, cypher, params, options, language }: TimedRequest) => {
  setLanguage(language);
  const { timeoutSeconds: _, ...untimed } = options;
  const store = openEmbedded({ kind: 'embedded', dir, readOnly: true });
  try {
    await tell({ kind: 'begun' });
    const end = await store.stream(cypher, params, untimed, (columns, rows) =>
      tell({ kind: 'rows', columns, rows }),
    );
    await tell({ kind: 'end', end });
  } catch (error) {
    if (!(error instanceof ZhentuError)) throw error;
    await tell({ kind: 'error', message: error.message });
  } finally {
    await store.close();
    process.disconnect();
  }
});
// Whoever asked is gone: nobody waits for the answer.
process.once('disconnect', () => process.exit());
