// Is something made still newer than what it was made from? By modification times, folders included,
// so that a deleted source counts as a change.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Time of the last change in ms below `path`; 0 when there is nothing there. */
export const lastChange = (path) => {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, lastChange(join(path, name))),
    stat.mtimeMs,
  );
};

/** True when `product` exists and nothing of `sources` changed after it. */
export const isFresh = (product, sources) =>
  existsSync(product) && sources.every((source) => lastChange(source) <= lastChange(product));
