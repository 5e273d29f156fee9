/**
 * Text that remembers where each code unit came from, so that what is read can always be shown in the source.
 *
 * Cleaning is a chain of `edit` calls; every one keeps the two arrays in step with the text.
 */
import type { MappedText, Span } from '../model.js';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A source text that nothing was done to yet: every code unit stands for itself. */
export const mapped = (source: string): MappedText => {
  const starts = new Int32Array(source.length);
  const ends = new Int32Array(source.length);
  for (let i = 0; i < source.length; i++) {
    starts[i] = i;
    ends[i] = i + 1;
  }
  return { text: source, starts, ends };
};

/**
 * Replaces ranges (sorted, not overlapping). Replacements of equal length keep unit-to-unit positions; any other
 * length maps all of its units to the whole range replaced.
 */
export const edit = (input: MappedText, edits: readonly Edit[]): MappedText => {
  if (edits.length === 0) return input;
  const grown = edits.reduce((n, e) => n + e.text.length - (e.end - e.start), 0);
  const starts = new Int32Array(input.text.length + grown);
  const ends = new Int32Array(input.text.length + grown);
  const parts: string[] = [];
  let from = 0;
  let to = 0;
  const copy = (end: number) => {
    parts.push(input.text.slice(from, end));
    starts.set(input.starts.subarray(from, end), to);
    ends.set(input.ends.subarray(from, end), to);
    to += end - from;
    from = end;
  };
  for (const e of edits) {
    copy(e.start);
    parts.push(e.text);
    const same = e.text.length === e.end - e.start;
    for (let k = 0; k < e.text.length; k++) {
      starts[to + k] = input.starts[same ? e.start + k : e.start] ?? 0;
      ends[to + k] = input.ends[same ? e.start + k : e.end - 1] ?? 0;
    }
    to += e.text.length;
    from = e.end;
  }
  copy(input.text.length);
  return { text: parts.join(''), starts, ends };
};

/** Replaces every match of a global pattern. */
export const replaceAll = (
  input: MappedText,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): MappedText => {
  const edits: Edit[] = [];
  for (const m of input.text.matchAll(pattern)) {
    const text = replacement(m);
    if (text !== m[0]) edits.push({ start: m.index, end: m.index + m[0].length, text });
  }
  return edit(input, edits);
};

/** The source range a clean span stands for. Empty spans give an empty range. */
export const sourceSpan = (map: MappedText, [start, end]: Span): Span =>
  end <= start
    ? [map.starts[start] ?? 0, map.starts[start] ?? 0]
    : [map.starts[start] ?? 0, map.ends[end - 1] ?? 0];
