/** Paths of the command line → report files: folders are walked, each file is read on its own, failures collected. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ReadError, UsageError, ZhentuError } from '../errors.js';
import { say } from '../messages.js';
import type { SourceFile } from '../model.js';

const TEXT = /\.(?:txt|text)$/i;

export interface Failure {
  readonly path: string;
  /** One line: where, what was found, what to do. */
  readonly message: string;
}

const slashed = (p: string): string => p.split(path.sep).join('/');

/** Report files below the given paths, sorted; what cannot be used is a failure of its own. */
export const listInputs = (paths: readonly string[]): { files: string[]; failures: Failure[] } => {
  if (paths.length === 0)
    throw new UsageError(say('没有给出报告；请给出文件或文件夹', 'no reports given; name files or folders'));
  const failures: Failure[] = [];
  const files = paths.flatMap((given) => {
    const stat = statSync(given, { throwIfNoEntry: false });
    if (!stat) {
      failures.push({
        path: slashed(given),
        message: say(
          `${slashed(given)}：没有这个文件或文件夹；请检查路径`,
          `${slashed(given)}: no such file or folder; check the path`,
        ),
      });
      return [];
    }
    if (!stat.isDirectory()) return [slashed(given)];
    const found = readdirSync(given, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && TEXT.test(e.name) && !e.name.startsWith('.'))
      .map((e) => slashed(path.join(e.parentPath, e.name)));
    if (found.length === 0) {
      failures.push({
        path: slashed(given),
        message: say(
          `${slashed(given)}：文件夹里没有 .txt 报告；请放入报告，或给出别的路径`,
          `${slashed(given)}: no .txt reports in this folder; add some or give another path`,
        ),
      });
    }
    return found;
  });
  return { files: [...new Set(files)].sort(), failures };
};

/** Bytes of one file. Throws ReadError where it cannot be opened. */
export const readInput = (file: string): SourceFile => {
  try {
    return { path: file, bytes: readFileSync(file) };
  } catch (error) {
    throw new ReadError(
      say(
        `${file}：打不开（${(error as Error).message}）`,
        `${file}: cannot be opened (${(error as Error).message})`,
      ),
    );
  }
};

/** Runs one step for one file; what the user can mend becomes a failure, anything else is thrown on. */
export const attempt = <T>(file: string, step: () => T): { value: T } | { failure: Failure } => {
  try {
    return { value: step() };
  } catch (error) {
    if (error instanceof ZhentuError) return { failure: { path: file, message: error.message } };
    throw error;
  }
};
