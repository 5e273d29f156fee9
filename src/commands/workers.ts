/**
 * Items → results over several threads, in input order. A thread takes the next item when it is free; one that
 * breaks down spoils the item it held and no other, and a fresh one takes its place.
 */
import { Worker } from 'node:worker_threads';

export type WorkerOutcome<T> = { readonly value: T } | { readonly crash: Error };

export interface WorkerPlan {
  /** A module that answers every message (an item) with one message (its result). */
  readonly script: string;
  /** What each thread is told when it starts. */
  readonly data: unknown;
  readonly jobs: number;
  readonly onDone?: (item: string) => void;
}

// What a thread throws crosses to here as a copy, and not every kind of error survives that.
const errorOf = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('worker error'));

export const mapInWorkers = async <T>(
  items: readonly string[],
  { script, data, jobs, onDone }: WorkerPlan,
): Promise<WorkerOutcome<T>[]> => {
  const outcomes: WorkerOutcome<T>[] = new Array(items.length);
  let next = 0;

  const ask = (worker: Worker, item: string): Promise<WorkerOutcome<T>> =>
    new Promise((resolve) => {
      const settle = (outcome: WorkerOutcome<T>) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(outcome);
      };
      const onMessage = (value: T) => settle({ value });
      const onError = (crash: unknown) => settle({ crash: errorOf(crash) });
      const onExit = (code: number) => settle({ crash: new Error(`worker exit ${code}`) });
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(item);
    });

  const start = (): Worker => {
    const worker = new Worker(script, { workerData: data });
    // Between two items nobody listens; unheard, an error would end the whole program.
    worker.on('error', () => {});
    return worker;
  };

  const lane = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < items.length) {
      const index = next++;
      const item = items[index] ?? '';
      // -1: it ended by itself after its last answer.
      if (worker === undefined || worker.threadId === -1) worker = start();
      const outcome = await ask(worker, item);
      outcomes[index] = outcome;
      if ('crash' in outcome) {
        await worker.terminate();
        worker = undefined;
      }
      onDone?.(item);
    }
    await worker?.terminate();
  };

  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, lane));
  return outcomes;
};
