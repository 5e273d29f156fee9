/** One report file → its extraction, or why not. What every thread does, and the program itself with one job. */
import { ZhentuError } from '../errors.js';
import { extract } from '../extract/index.js';
import type { Knowledge } from '../knowledge.js';
import { say } from '../messages.js';
import type { Extraction } from '../model.js';
import { type ReadOptions, read } from '../read/index.js';
import { type Failure, readInput } from './inputs.js';

export type ReadOutcome = { readonly value: Extraction } | { readonly failure: Failure };

/** A fault of ours on one file: named with its path, and never in the way of the others. */
export const faultOf = (file: string, error: unknown): Failure => {
  const { message, stack } = error as Error;
  return {
    path: file,
    message: say(
      `${file}：程序内部出错（${message}）；这不是报告的问题，加 --debug 看详情`,
      `${file}: a fault of ours (${message}); nothing is wrong with the report, --debug for details`,
    ),
    fault: stack ?? message,
  };
};

/** Never throws. */
export const readOne = (file: string, { engine, atlas }: Knowledge, options: ReadOptions): ReadOutcome => {
  try {
    return { value: extract(read(readInput(file), atlas, options), engine, atlas) };
  } catch (error) {
    return {
      failure: error instanceof ZhentuError ? { path: file, message: error.message } : faultOf(file, error),
    };
  }
};
