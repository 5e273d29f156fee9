/** Files → extractions, one at a time; a bad file never stops the rest. */
import { extract } from '../extract/index.js';
import type { Knowledge } from '../knowledge.js';
import type { Extraction } from '../model.js';
import { type ReadOptions, read } from '../read/index.js';
import { attempt, type Failure, readInput } from './inputs.js';
import { openProgress } from './progress.js';

export interface ReadAllOptions extends ReadOptions {
  readonly quiet?: boolean;
}

export const readAll = (
  files: readonly string[],
  { engine, atlas }: Knowledge,
  options: ReadAllOptions,
): { extractions: Extraction[]; failures: Failure[] } => {
  const extractions: Extraction[] = [];
  const failures: Failure[] = [];
  const progress = openProgress(files.length, options.quiet ?? false);
  for (const file of files) {
    const result = attempt(file, () => extract(read(readInput(file), atlas, options), engine, atlas));
    if ('value' in result) extractions.push(result.value);
    else failures.push(result.failure);
    progress.step(file);
  }
  progress.stop();
  return { extractions, failures };
};
