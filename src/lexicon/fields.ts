/** Values of an entry's keys: lists of words, sentences, a choice among a few; what is refused, and how it is said. */
import { LexiconError } from '../errors.js';
import { say } from '../messages.js';
import { expand } from './expand.js';

/** Key → scalar or list, as it stands in the YAML. */
export type Fields = Readonly<Record<string, unknown>>;

/** Throws LexiconError; `where` is file:line. */
export const fail = (where: string, zh: string, en: string): never => {
  throw new LexiconError(say(`${where}：${zh}`, `${where}: ${en}`));
};

const absent = (value: unknown): boolean => value === undefined || value === null;

/** `a b c` or a YAML list of strings. */
export const words = (value: unknown): string[] =>
  absent(value) ? [] : Array.isArray(value) ? value.map(String) : String(value).split(/\s+/).filter(Boolean);

/** The same, with alternations written out. */
export const patterns = (value: unknown): string[] => words(value).flatMap(expand);

/** Sentences stand one per line; a single one may stand beside its key. Empty ones are none. */
export const sentences = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((v) => !absent(v))
    .map(String)
    .filter((s) => s.trim() !== '');

export const choice = <T extends string>(
  where: string,
  key: string,
  value: unknown,
  allowed: readonly T[],
  fallback?: T,
): T => {
  if (value === undefined && fallback !== undefined) return fallback;
  return (
    allowed.find((a) => a === value) ??
    fail(
      where,
      `${key} 的值“${String(value)}”不认识，应为 ${allowed.join('、')} 之一`,
      `${key} is “${String(value)}”, expected one of ${allowed.join(', ')}`,
    )
  );
};
