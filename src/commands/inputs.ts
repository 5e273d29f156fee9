/** Paths of the command line → report files: folders are walked, each file is read on its own, failures collected. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ReadError, UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { SourceFile } from '../model.js';
import { systemReason } from './system-error.js';

const TEXT = /\.(?:txt|text)$/i;

export interface Failure {
  readonly path: string;
  /** One line: where, what was found, what to do. */
  readonly message: string;
  /** The stack, where the program itself is at fault. */
  readonly fault?: string;
}

const slashed = (p: string): string => p.split(path.sep).join('/');

/** Report files below a folder. A folder that cannot be opened is a failure, the others are still walked. */
const walk = (dir: string, failures: Failure[]): string[] => {
  try {
    return readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
      const inside = path.join(dir, e.name);
      if (e.isDirectory()) return walk(inside, failures);
      return e.isFile() && TEXT.test(e.name) && !e.name.startsWith('.') ? [slashed(inside)] : [];
    });
  } catch (error) {
    failures.push({
      path: slashed(dir),
      message: say(
        `${slashed(dir)}：文件夹打不开（${systemReason(error)}）；请检查权限`,
        `${slashed(dir)}: this folder cannot be opened (${systemReason(error)}); check its rights`,
      ),
    });
    return [];
  }
};

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
    const found = walk(given, failures);
    if (found.length === 0 && !failures.some((f) => f.path === slashed(given))) {
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
  // One file may be named twice, as itself and by its folder; the first spelling in order stands for it.
  const once = new Map(
    files
      .sort()
      .reverse()
      .map((file) => [path.resolve(file), file]),
  );
  return { files: [...once.values()].sort(), failures };
};

/** Bytes of one file. Throws ReadError where it cannot be opened. */
export const readInput = (file: string): SourceFile => {
  try {
    return { path: file, bytes: readFileSync(file) };
  } catch (error) {
    throw new ReadError(
      say(
        `${file}：打不开（${systemReason(error)}）；请检查路径和权限`,
        `${file}: cannot be opened (${systemReason(error)}); check the path and its rights`,
      ),
    );
  }
};
