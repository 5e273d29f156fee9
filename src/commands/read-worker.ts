/** A thread of `build --jobs`: opens its own lexicon and place list, then answers each path with what was read. */
import { parentPort, workerData } from 'node:worker_threads';
import { openKnowledge } from '../knowledge.js';
import { type Language, setLanguage } from '../messages.js';
import type { ReadOptions } from '../read/index.js';
import { readOne } from './read-one.js';

export interface ReadWorkerData {
  readonly language: Language;
  readonly lexicon?: string;
  readonly options: ReadOptions;
}

const { language, lexicon, options } = workerData as ReadWorkerData;
setLanguage(language);
const knowledge = openKnowledge(lexicon);
parentPort?.on('message', (file: string) => parentPort?.postMessage(readOne(file, knowledge, options)));
