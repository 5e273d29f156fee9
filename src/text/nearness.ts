/** How near two names come: equal but for marks, one in the other, or most of their pairs of characters the same. */

/** Without spaces, quotation marks, brackets, 、 and the like. */
export const fold = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/[\s“”"'‘’《》〈〉「」『』()()【】[\]·•、,，。.]/g, '')
    .toLowerCase();

const bigrams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const gram = text.slice(i, i + 2);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** 1 for equal names, 0 for names too far apart, in between for near ones. */
export const nearness = (a: string, b: string): number => {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.includes(short) && short.length / long.length >= 0.6) return 0.9;
  const [left, right] = [bigrams(a), bigrams(b)];
  let common = 0;
  let total = 0;
  for (const [gram, n] of left) {
    common += Math.min(n, right.get(gram) ?? 0);
    total += n;
  }
  for (const n of right.values()) total += n;
  const dice = total === 0 ? 0 : (2 * common) / total;
  return dice >= 0.75 ? dice * 0.9 : 0;
};
