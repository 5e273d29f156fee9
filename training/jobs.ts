/**
 * Training jobs in worker threads, as many at a time as there are cores (each takes about 1.5 GB). What comes out does
 * not depend on how many run at once.
 */
import { availableParallelism, totalmem } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { RULES_ALONE } from '../dist/extract/engine.js';
import type { Tagged } from '../dist/extract/tagger/lattice.js';
import { type Knowledge, openKnowledge } from '../dist/knowledge.js';
import { loadPlaceNames } from '../dist/places/names.js';
import { loadWords } from '../dist/words/index.js';
import { fingerprint, type Source } from './corpus.js';
import { type TrainedTagger, trainTagger } from './crf.js';
import { type Example, exampleOf, FOLDS } from './examples.js';
import { finishModel, openTagger, tagExample } from './fit.js';

/** Trains on all sources but those of fold `fold` and tags those; with no fold, trains on all. */
interface Job {
  readonly sources: readonly Source[];
  readonly fold: number | null;
}
interface Done {
  readonly tagger: TrainedTagger | null;
  readonly held: readonly Tagged[][];
}

const MEMORY_OF_JOB = 2.5 * 2 ** 30;

/** What the model is to learn from is what the finders say without it. */
export const openRules = (): Knowledge => openKnowledge(undefined, RULES_ALONE);

export const openExamples = (sources: readonly Source[], knowledge = openRules()): Example[] => {
  const lookups = { words: loadWords(), placeNames: loadPlaceNames() };
  return sources.map((source) => exampleOf(source, knowledge, lookups));
};

const run = ({ sources, fold }: Job): Done => {
  const examples = openExamples(sources);
  const isHeld = (i: number) => fold !== null && i % FOLDS === fold;
  const tagger = trainTagger(
    examples.filter((_, i) => !isHeld(i)),
    () => undefined,
  );
  if (fold === null) return { tagger, held: [] };
  const model = openTagger(tagger);
  return { tagger: null, held: examples.filter((_, i) => isHeld(i)).map((e) => tagExample(e, model)) };
};

if (!isMainThread) parentPort?.postMessage(run(workerData as Job));

const inWorker = (job: Job): Promise<Done> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 8192 },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
  });

/** A tagger trained on all sources of a list, and what taggers that had not seen a source found in it. */
export interface Tagging {
  readonly tagger: TrainedTagger;
  readonly held: readonly (readonly Tagged[])[];
}

/** One tagging for each list of sources, in order. */
export const trainTaggers = async (
  lists: readonly (readonly Source[])[],
  log: (line: string) => void,
): Promise<Tagging[]> => {
  const jobs = lists.flatMap((sources, list) =>
    [...Array.from({ length: FOLDS }, (_, fold) => fold), null].map((fold) => ({
      list,
      job: { sources, fold },
    })),
  );
  const results: Done[] = [];
  let next = 0;
  let finished = 0;
  const lane = async () => {
    while (next < jobs.length) {
      const at = next++;
      results[at] = await inWorker((jobs[at] as (typeof jobs)[number]).job);
      log(`${++finished} of ${jobs.length} taggers`);
    }
  };
  const lanes = Math.max(
    1,
    Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_OF_JOB), jobs.length),
  );
  await Promise.all(Array.from({ length: lanes }, lane));
  return lists.map((sources, list) => {
    const own = results.filter((_, at) => jobs[at]?.list === list);
    return {
      tagger: (own[FOLDS] as Done).tagger as TrainedTagger,
      held: sources.map((_, i) => own[i % FOLDS]?.held[Math.floor(i / FOLDS)] ?? []),
    };
  });
};

/** One model for each list of sources, in order. */
export const trainModels = async (
  lists: readonly (readonly Source[])[],
  log: (line: string) => void,
): Promise<Uint8Array[]> => {
  const taggings = await trainTaggers(lists, log);
  return taggings.map(({ tagger, held }, i) => {
    const sources = lists[i] as readonly Source[];
    const knowledge = openRules();
    return finishModel(fingerprint(sources), knowledge, tagger, openExamples(sources, knowledge), held);
  });
};
