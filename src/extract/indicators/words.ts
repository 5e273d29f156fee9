/** Word classes of the lexicon as tests on the ends of a string. */
import { alternation, type Engine, type WordClass } from '../engine.js';

export interface Ends {
  /** Length of the words that open the text, one after another; 0 for none. */
  lead(text: string): number;
  /** Length of the words that close it. */
  tail(text: string): number;
}

const repeated = (words: Iterable<string>): Ends => {
  const any = alternation(words);
  const first = new RegExp(`^(?:${any})`);
  const longest = Math.max(...[...words].map((w) => w.length));
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
        const m = last.exec(text.slice(Math.max(0, end - longest), end));
        if (!m) return text.length - end;
        end -= m[0].length;
      }
    },
  };
};

export const endsOf = (engine: Engine, word: WordClass): Ends => repeated(engine.words[word]);

/** The last place where one of the words stands: [start, end), or null. */
export const lastOf = (words: ReadonlySet<string>, text: string): readonly [number, number] | null => {
  let best: readonly [number, number] | null = null;
  for (const w of words) {
    const at = text.lastIndexOf(w);
    if (at < 0) continue;
    const end = at + w.length;
    if (best === null || end > best[1] || (end === best[1] && at < best[0])) best = [at, end];
  }
  return best;
};
