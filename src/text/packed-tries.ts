/**
 * Tries as one stretch of bytes, used where they lie, so that opening them takes no time: 4-byte numbers,
 * little-endian like the other files of the package.
 *
 *   count, then for each trie: states, names, and its arrays; the units last, padded to 4 bytes
 */
import type { Trie } from './trie.js';

const unitsRoom = (states: number): number => Math.ceil(states / 2);

export const packTries = (tries: readonly Trie[]): Uint8Array => {
  const parts = tries.flatMap(({ units, children, onward, ends, until, order }) => {
    const padded = new Uint16Array(2 * unitsRoom(units.length));
    padded.set(units);
    const head = Int32Array.of(units.length, order.length);
    return [head, children, onward, ends, until, order, new Int32Array(padded.buffer)];
  });
  const bytes = new Int32Array(1 + parts.reduce((n, part) => n + part.length, 0));
  bytes[0] = tries.length;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(bytes.buffer);
};

/** `bytes` must start at a multiple of 4 of its buffer. */
export const unpackTries = (bytes: Uint8Array): Trie[] => {
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let at = 1;
  const take = (length: number): Int32Array => {
    at += length;
    return numbers.subarray(at - length, at);
  };
  return Array.from({ length: numbers[0] as number }, (): Trie => {
    const [states = 0, names = 0] = take(2);
    const children = take(states + 1);
    const onward = take(states);
    const ends = take(states);
    const until = take(states);
    const order = take(names);
    const units = take(unitsRoom(states));
    return {
      units: new Uint16Array(units.buffer, units.byteOffset, states),
      children,
      onward,
      ends,
      until,
      order,
    };
  });
};
