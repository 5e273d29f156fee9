/** Alternations of the lexicon: 文明{村|镇|} → 文明村, 文明镇, 文明. Groups multiply; they do not nest. */
export const expand = (pattern: string): string[] =>
  pattern
    .split(/(\{[^{}]*\})/)
    .map((part) => (part.startsWith('{') ? part.slice(1, -1).split('|') : [part]))
    .reduce<string[]>((done, choices) => done.flatMap((d) => choices.map((c) => d + c)), [''])
    .filter((s) => s !== '');
