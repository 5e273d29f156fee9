/** Files → extractions, in the order of the files whatever the number of threads; a bad file never stops the rest. */
import { availableParallelism } from 'node:os';
import { type Parts, partsWithout } from '../extract/engine.js';
import { openKnowledge } from '../knowledge.js';
import { language } from '../messages.js';
import type { Extraction } from '../model.js';
import { packageFile } from '../paths.js';
import type { ReadOptions } from '../read/index.js';
import type { Failure } from './inputs.js';
import { openProgress } from './progress.js';
import { faultOf, type ReadOutcome, readOne } from './read-one.js';
import type { ReadWorkerData } from './read-worker.js';
import { mapInWorkers } from './workers.js';

export interface ReadAllOptions extends ReadOptions {
  readonly lexicon?: string;
  /** Threads; chosen by the number of files where not given. */
  readonly jobs?: number;
  readonly quiet?: boolean;
  /** Parts of the reading left out, so that what each adds can be seen. */
  readonly without?: readonly (keyof Parts)[];
}

export interface ReadAllResult {
  readonly extractions: readonly Extraction[];
  readonly failures: readonly Failure[];
}

// A thread opens the lexicon anew and runs cold code at first: on two cores it has paid for itself at about this number.
const WORTH_THREADS = 60;

const jobsFor = (files: number): number => (files < WORTH_THREADS ? 1 : availableParallelism());

// Threads start from what is built, also where the sources themselves run, as in tests.
const WORKER = packageFile('dist/commands/read-worker.js');

const inThreads = async (
  files: readonly string[],
  jobs: number,
  { lexicon, without, town, year }: ReadAllOptions,
  onDone: (file: string) => void,
): Promise<ReadOutcome[]> => {
  // A slip in the user's lexicon is said once, before any thread trips over it.
  if (lexicon !== undefined) openKnowledge(lexicon);
  const data: ReadWorkerData = { language: language(), lexicon, without, options: { town, year } };
  const outcomes = await mapInWorkers<ReadOutcome>(files, { script: WORKER, data, jobs, onDone });
  return outcomes.map((outcome, i) =>
    'crash' in outcome ? { failure: faultOf(files[i] ?? '', outcome.crash) } : outcome.value,
  );
};

const here = (
  files: readonly string[],
  { lexicon, without, ...options }: ReadAllOptions,
  onDone: (file: string) => void,
): ReadOutcome[] => {
  const knowledge = openKnowledge(lexicon, partsWithout(without));
  return files.map((file) => {
    const outcome = readOne(file, knowledge, options);
    onDone(file);
    return outcome;
  });
};

/** Throws LexiconError. */
export const readAll = async (files: readonly string[], options: ReadAllOptions): Promise<ReadAllResult> => {
  if (files.length === 0) return { extractions: [], failures: [] };
  const jobs = Math.min(options.jobs ?? jobsFor(files.length), files.length);
  const progress = openProgress(files.length, options.quiet ?? false);
  try {
    const outcomes =
      jobs > 1 ? await inThreads(files, jobs, options, progress.step) : here(files, options, progress.step);
    return {
      extractions: outcomes.flatMap((o) => ('value' in o ? [o.value] : [])),
      failures: outcomes.flatMap((o) => ('failure' in o ? [o.failure] : [])),
    };
  } finally {
    progress.stop();
  }
};
