/**
 * 32-bit hashes of small integers and of stretches of text: the same on every machine, cheap enough for a dozen a
 * character. The mixing is the finaliser of MurmurHash3 (Austin Appleby, public domain).
 */

export const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
};

const SEED = 7;

/** Hash of the UTF-16 code units between two offsets. */
export const hashText = (text: string, from = 0, to = text.length): number => {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
};
