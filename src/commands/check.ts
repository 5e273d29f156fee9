/** `zhentu check`: every example of the lexicon, or of the user's own on top of it. */

import { openKnowledge } from '../knowledge.js';
import { checkExamples, type ExampleFailure } from '../lexicon/examples.js';

export interface CheckResult {
  readonly entries: number;
  readonly examples: number;
  readonly failures: readonly ExampleFailure[];
}

/** With a folder, checks the user's entries only, against the whole lexicon. */
export const runCheck = (dir?: string): CheckResult => {
  const { engine, atlas } = openKnowledge(dir);
  const entries = engine.lexicon.entries.filter(
    (e) => dir === undefined || e.where.startsWith(`${dir.replace(/\/$/, '')}/`),
  );
  return {
    entries: entries.length,
    examples: entries.reduce((n, e) => n + e.examples.length + e.not.length, 0),
    failures: checkExamples(entries, engine, atlas),
  };
};
