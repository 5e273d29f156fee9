/** Patterns over hundreds of words that are tried at every character of a text. */
import { alternation } from './engine.js';

const classOf = (characters: Iterable<string>): string =>
  `[${[...new Set(characters)].map((c) => c.replace(/[\]\\^-]/, '\\$&')).join('')}]`;

/** A look at the next character, which tells for most of a text that none of the words begins there. */
export const opens = (words: Iterable<string>): string => {
  const firsts = [...words].map((word) => [...word][0]);
  return firsts.length === 0 || firsts.includes(undefined) ? '' : `(?=${classOf(firsts as string[])})`;
};

/** One of the words, longest first, as `alternation`; empty for none. */
export const anyOf = (words: ReadonlySet<string>): string =>
  words.size === 0 ? '' : `${opens(words)}(?:${alternation(words)})`;

/** Whether a character can be the last one of a word. */
export const closers = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].map((word) => word.slice(-1)));
