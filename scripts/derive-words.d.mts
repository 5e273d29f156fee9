/** Types of what the tests read of derive-words.mjs. */
export interface Row {
  readonly word: string;
  readonly frequency: number;
  /** jieba's. */
  readonly tag: string;
}
/** Lines of `word frequency tag`. */
export declare const readWords: (dictionary: string) => readonly Row[];
export declare const packWords: (
  rows: readonly Row[],
  from: {
    readonly hashText: (text: string) => number;
    readonly classes: readonly string[];
    readonly source: string;
  },
) => { readonly bytes: Buffer; readonly words: number; readonly dropped: readonly string[] };
