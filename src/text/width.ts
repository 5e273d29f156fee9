/**
 * Folds full-width letters, digits and punctuation to their plain forms, unit for unit, so that patterns are
 * written once and offsets stay: （２０２３年）→ (2023年). Characters whose NFKC form is longer stay as they are.
 */
const cache = new Map<string, string>();

const foldChar = (char: string): string => {
  let folded = cache.get(char);
  if (folded === undefined) {
    const nfkc = char.normalize('NFKC');
    // ① would become a bare 1 and change figures beside it.
    folded = nfkc.length === char.length && !/[①-⑳]/.test(char) ? nfkc : char;
    cache.set(char, folded);
  }
  return folded;
};

/** Same length as `text`. */
export const foldWidth = (text: string): string =>
  text.replace(/[\u3000\uff01-\uff5e\u2e80-\u2fd5\uf900-\ufaff\uffe0-\uffe6]/g, foldChar);
