/**
 * The library: the same functions the command line is made of.
 *
 * ```ts
 * import { buildGraph, openKnowledge } from 'zhentu';
 * const graph = buildGraph([{ path: 'a.txt', bytes }], openKnowledge());
 * ```
 */
import { extract as extractWith } from './extract/index.js';
import type { Knowledge } from './knowledge.js';
import type { Extraction, Graph, Report, SourceFile } from './model.js';
import { type ReadOptions, read as readWith } from './read/index.js';
import { resolve } from './resolve/index.js';

export * from './errors.js';
export { type Knowledge, openKnowledge } from './knowledge.js';
export type * from './model.js';
export * from './schema.js';
export { openStore } from './store/open.js';
export { resolve };

/** Bytes of one file → a report with sections, sentences and offsets. Throws ReadError where it is empty or no text. */
export const read = (file: SourceFile, { atlas }: Knowledge, options?: ReadOptions): Report =>
  readWith(file, atlas, options);

/** A report → its entities, relations and indicators, each with rule and span. Never throws for what it cannot read. */
export const extract = (report: Report, { engine, atlas }: Knowledge): Extraction =>
  extractWith(report, engine, atlas);

/** Files → one graph (graph.json). Throws ReadError for the first file that cannot be read. */
export const buildGraph = (
  files: readonly SourceFile[],
  knowledge: Knowledge,
  options?: ReadOptions,
): Graph => resolve(files.map((file) => extract(read(file, knowledge, options), knowledge)));
