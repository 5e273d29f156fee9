/** Tones between two colours. Mixed here rather than by transparency, which would darken where lines cross. */
export const PAPER = '#FAFAF7';

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));

/** `share` of `b` in `a`, both `#rrggbb`. */
export const mix = (a: string, b: string, share: number): string => {
  const other = channels(b);
  const mixed = channels(a).map((value, index) =>
    Math.round(value * (1 - share) + (other[index] ?? 0) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};
