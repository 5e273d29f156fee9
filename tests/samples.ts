/** The sample reports as files, by name. */
import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from '../src/model.js';
import { packageFile } from '../src/paths.js';

export const sampleFiles = (): SourceFile[] =>
  readdirSync(packageFile('samples'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ path: `samples/${name}`, bytes: readFileSync(packageFile(`samples/${name}`)) }));
