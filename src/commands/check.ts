/** `zhentu check`: every example of the lexicon, or of the user's own on top of it. */
import { LexiconError } from '../errors.js';
import { RULES_ALONE } from '../extract/engine.js';
import { openKnowledge } from '../knowledge.js';
import { checkExamples, type ExampleFailure } from '../lexicon/examples.js';
import { readLexiconFiles, withExamples } from '../lexicon/load.js';
import { parseLexicon } from '../lexicon/parse.js';
import { say } from '../messages.js';

export interface CheckResult {
  readonly entries: number;
  readonly examples: number;
  readonly failures: readonly ExampleFailure[];
}

/**
 * With a folder, checks the user's entries only, against the whole lexicon. Without the model: an entry has to find
 * what it says by itself, and the model's judgement changes with what it was trained on.
 */
export const runCheck = (dir?: string): CheckResult => {
  const { engine, atlas } = openKnowledge(dir, RULES_ALONE);
  const own = dir === undefined ? undefined : new Set(parseLexicon(readLexiconFiles(dir)).map((e) => e.id));
  if (own?.size === 0)
    throw new LexiconError(
      say(
        `${dir}：文件夹里没有词条（.yaml）；请放入词条，或给出别的文件夹`,
        `${dir}: no entries (.yaml) in this folder; add some or give another folder`,
      ),
    );
  const { entries: all } = engine.lexicon;
  const entries = own === undefined ? withExamples(all) : all.filter((e) => own.has(e.id));
  return {
    entries: entries.length,
    examples: entries.reduce((n, e) => n + e.examples.length + e.not.length, 0),
    failures: checkExamples(entries, engine, atlas),
  };
};
