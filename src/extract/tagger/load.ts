/** The model from disk. */
import { readFileSync } from 'node:fs';
import { ReadError } from '../../errors.js';
import { say } from '../../messages.js';
import { packageFile } from '../../paths.js';
import { type Model, openModel } from './model.js';

/** The model that ships, or another file of its format. Throws ReadError where it is missing or damaged. */
export const loadModel = (path: string = packageFile('data/model.bin')): Model => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new ReadError(
      say(`${path}：读不到模型文件，请重新安装`, `${path}: cannot read the model, please reinstall`),
    );
  }
  return openModel(bytes);
};
