/** A place named in a text, before it becomes a mention; and how overlapping ones are settled. */
import type { Place, Span } from '../../model.js';

export interface PlaceHit {
  readonly type: 'Region' | 'Town' | 'Village';
  readonly span: Span;
  /** Canonical name. */
  readonly name: string;
  /** Null where the place list does not know it. */
  readonly place: Place | null;
  readonly rule: string;
}

/** Longest at each start, and none that begins inside another. */
export const settle = <T extends { readonly span: Span }>(hits: readonly T[]): T[] => {
  const sorted = [...hits].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const kept: T[] = [];
  for (const hit of sorted) if (hit.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(hit);
  return kept;
};
