/**
 * YAML text → entries. What cannot be read, or is listed twice, is refused with file:line, so that a slip of the pen
 * never ships. What a single entry must be: entry.ts.
 */
import { createRequire } from 'node:module';
import type { YAMLMap } from 'yaml';
import { ENTITY_TYPES, type EntityType } from '../schema.js';
import { refuseDuplicates } from './duplicates.js';
import { entryOf } from './entry.js';
import { type Fields, fail } from './fields.js';
import type { Entry } from './types.js';

/** Loaded when a lexicon is parsed: most runs use the compiled one, and this is a third of what they would load. */
type Yaml = typeof import('yaml');
const loadYaml = (): Yaml => createRequire(import.meta.url)('yaml');

export interface LexiconFile {
  /** Relative to the lexicon folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

const typeOfFile = (path: string): EntityType | undefined => {
  const topic = path.match(/(?:^|\/)names\/([a-z]+)[./]/)?.[1];
  return ENTITY_TYPES.find((t) => t.toLowerCase() === topic);
};

const plain = ({ isScalar, isSeq }: Yaml, map: YAMLMap): Fields =>
  Object.fromEntries(
    map.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : String(key),
      isScalar(value)
        ? value.value
        : isSeq(value)
          ? value.items.map((i) => (isScalar(i) ? i.value : String(i)))
          : value,
    ]),
  );

/** Entries of one file, in order. Throws LexiconError with file:line. */
export const parseLexiconFile = (file: LexiconFile): Entry[] => {
  const yaml = loadYaml();
  const { isMap, isSeq, LineCounter, parseDocument } = yaml;
  const counter = new LineCounter();
  const doc = parseDocument(file.text, { lineCounter: counter });
  const problem = doc.errors[0];
  if (problem)
    fail(
      `${file.path}:${problem.linePos?.[0].line ?? 1}`,
      `不是合法的 YAML（${problem.message.split('\n')[0]}）`,
      `not valid YAML (${problem.message.split('\n')[0]})`,
    );
  if (doc.contents === null) return [];
  if (!isSeq(doc.contents))
    return fail(
      `${file.path}:1`,
      '应是条目列表（每条以 - 开头）',
      'expected a list of entries, each beginning with -',
    );
  const type = typeOfFile(file.path);
  return doc.contents.items.map((item) => {
    const at = (item as { range?: [number, number, number] }).range?.[0] ?? 0;
    const where = `${file.path}:${counter.linePos(at).line}`;
    if (!isMap(item)) return fail(where, '条目应由“键: 值”组成', 'an entry must consist of key: value pairs');
    return entryOf(plain(yaml, item), where, type);
  });
};

/** Entries of all files; ids must be unique, and names within their kind and type. */
export const parseLexicon = (files: readonly LexiconFile[]): Entry[] => {
  const entries = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(parseLexiconFile);
  refuseDuplicates(entries);
  return entries;
};
