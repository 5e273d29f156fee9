/** A thread of `build --jobs`: opens its own lexicon and place list, then answers each path with what was read. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Parts, partsWithout } from '../extract/engine.js';
import { openKnowledge } from '../knowledge.js';
import { type Language, setLanguage } from '../messages.js';
import type { ReadOptions } from '../read/index.js';
import { readOne } from './read-one.js';

export interface ReadWorkerData {
  readonly language: Language;
  readonly lexicon?: string;
  readonly without?: readonly (keyof Parts)[];
  readonly options: ReadOptions;
}

const { language, lexicon, without, options } = workerData as ReadWorkerData;
setLanguage(language);
const knowledge = openKnowledge(lexicon, partsWithout(without));
parentPort?.on('message', (file: string) => parentPort?.postMessage(readOne(file, knowledge, options)));
