/** Word classes of the lexicon as tests on the ends of a string. */
import { alternation, type Engine, type WordClass } from '../engine.js';

export interface Ends {
  /** Length of the words that open the text, one after another; 0 for none. */
  lead(text: string): number;
  /** Length of the words that close it. */
  tail(text: string): number;
}

/** `whole`: words that end like one of `words` and are not to be cut: 签约 ends in 约. */
const repeated = (words: Iterable<string>, whole: Iterable<string>): Ends => {
  const any = alternation(words);
  const first = new RegExp(`^(?:${any})`);
  const longest = Math.max(...[...words, ...whole].map((w) => w.length));
  const kept = new RegExp(`(?:${alternation(whole)})$`);
  const last = new RegExp(`(?:${any})$`);
  return {
    lead: (text) => {
      let at = 0;
      for (;;) {
        const m = first.exec(text.slice(at, at + longest));
        if (!m) return at;
        at += m[0].length;
      }
    },
    tail: (text) => {
      let end = text.length;
      for (;;) {
        // The leftmost match that reaches the end is the longest one.
        const near = text.slice(Math.max(0, end - longest), end);
        const m = last.exec(near);
        if (!m || (kept.exec(near)?.[0].length ?? 0) > m[0].length) return text.length - end;
        end -= m[0].length;
      }
    },
  };
};

export const endsOf = (engine: Engine, word: WordClass): Ends =>
  repeated(engine.words[word], engine.words['indicator.whole']);

/** Words by their first (0) or last (-1) character, longest first. */
export type ByCharacter = ReadonlyMap<string, readonly string[]>;

export const byCharacter = (words: Iterable<string>, at: 0 | -1): ByCharacter => {
  const lists = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const char = word.at(at) ?? '';
    const list = lists.get(char);
    if (list) list.push(word);
    else lists.set(char, [word]);
  }
  return lists;
};

/** The last place where one of the words, listed by their last character, stands: [start, end), or null. */
export const lastOf = (words: ByCharacter, text: string): readonly [number, number] | null => {
  for (let end = text.length; end > 0; end--) {
    const word = words.get(text[end - 1] ?? '')?.find((w) => text.endsWith(w, end));
    if (word !== undefined) return [end - word.length, end];
  }
  return null;
};
