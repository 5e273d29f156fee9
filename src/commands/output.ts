/** The folder a command writes to. What cannot be written is the user's to mend: another folder, other rights. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { systemReason } from './system-error.js';

// One level at a time: Node's `recursive` never returns where a parent refuses with ENOENT, as below /proc.
const makeFolder = (dir: string): void => {
  if (existsSync(dir)) return;
  makeFolder(path.dirname(dir));
  mkdirSync(dir);
};

/** Makes the folder where it is missing. Throws UsageError. */
export const openFolder = (dir: string): void => {
  try {
    makeFolder(path.resolve(dir));
    mkdirSync(dir, { recursive: true }); // refuses where a file has the name
  } catch (error) {
    throw new UsageError(
      say(
        `${dir}：不能作为输出文件夹（${systemReason(error)}）；请用 -o 换一个`,
        `${dir}: cannot be the output folder (${systemReason(error)}); choose another with -o`,
      ),
    );
  }
};

/** Writes one file of the folder. Throws UsageError. */
export const writeOutput = (dir: string, name: string, text: string): void => {
  const file = path.join(dir, name);
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EISDIR' ? say('已有同名文件夹', 'a folder has this name') : systemReason(error);
    throw new UsageError(
      say(
        `${file}：写不了（${reason}）；请检查权限和磁盘，或用 -o 换一个文件夹`,
        `${file}: cannot be written (${reason}); check rights and disk, or choose another folder with -o`,
      ),
    );
  }
};
