/** How a command speaks and ends: results on stdout, all else on stderr, and the exit code. */
import type { Failure } from './inputs.js';

export const EXIT = { done: 0, fault: 1, usage: 2, partly: 3 } as const;

/** The code an action ends with, where it is not 0. */
export interface Outcome {
  code: number;
  readonly debug: boolean;
}

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};
/** Waits while the reader is slower than the rows come. */
export const printPiece = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Failures one a line; all bad is the user's to mend, some bad is a partial success, a fault of ours outranks both. */
export const report = (failures: readonly Failure[], done: number, outcome: Outcome): void => {
  for (const f of failures)
    tell(outcome.debug && f.fault !== undefined ? `${f.message}\n${f.fault}` : f.message);
  if (failures.length > 0) outcome.code = done === 0 ? EXIT.usage : EXIT.partly;
  if (failures.some((f) => f.fault !== undefined)) outcome.code = EXIT.fault;
};
