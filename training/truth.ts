/**
 * Facts → spans → what the tagger may say of every character. A document's annotations are facts, without places: all
 * occurrences of a name are taken, the longest first within a layer. What is optional is left open, and so is the type
 * where another reader could choose another one.
 */
import { beginOf, insideOf, LAYERS, labelCount, NONE } from '../dist/extract/tagger/labels.js';
import type { EntityType } from '../dist/schema.js';
import { foldWidth } from '../dist/text/width.js';
import type { Annotation } from './compact.js';

export interface TrueSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly altTypes: readonly EntityType[];
  readonly optional: boolean;
}

/** Every occurrence of every form; a name inside quotation marks stands without them. */
export const spansOf = (norm: string, annotations: readonly Annotation[]): TrueSpan[] => {
  const spans: TrueSpan[] = [];
  for (const { type, altTypes, optional, forms } of annotations)
    for (const form of new Set(forms.map(foldWidth)))
      for (let at = norm.indexOf(form); at >= 0 && form !== ''; at = norm.indexOf(form, at + 1)) {
        const end = at + form.length;
        const quoted = norm[at] === '“' && norm[end - 1] === '”' && norm.indexOf('”', at) === end - 1;
        spans.push({ start: quoted ? at + 1 : at, end: quoted ? end - 1 : end, type, altTypes, optional });
      }
  return spans;
};

/** Of every layer and character the labels that are right, as bits; bit 0 is “no name”. */
export const allowedLabels = (length: number, spans: readonly TrueSpan[]): Int32Array[] =>
  LAYERS.map((types) => {
    const masks = new Int32Array(length).fill(1 << NONE);
    const everything = (1 << labelCount(types.length)) - 1;
    const mine = spans
      .map((span) => ({
        ...span,
        isMain: types.includes(span.type),
        here: [span.type, ...span.altTypes].filter((type) => types.includes(type)),
      }))
      .filter(({ here }) => here.length > 0)
      .sort(
        (a, b) =>
          b.end - b.start - (a.end - a.start) || a.start - b.start || Number(b.isMain) - Number(a.isMain),
      );
    const taken = new Uint8Array(length);
    for (const { start, end, here, isMain, optional } of mine) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      for (let i = start; i < end; i++) {
        const labelOf = i === start ? beginOf : insideOf;
        // In the layer of another admissible type it may be a name, or none.
        masks[i] = optional
          ? everything
          : here.reduce((mask, type) => mask | (1 << labelOf(types.indexOf(type))), isMain ? 0 : 1 << NONE);
      }
    }
    return masks;
  });

/** Whether a candidate is a name: true, false, or null where readers may differ. */
export const verdictOf = (
  spans: readonly TrueSpan[],
  start: number,
  end: number,
  type: EntityType,
): boolean | null => {
  let verdict: boolean | null = false;
  for (const span of spans) {
    if (span.type !== type && !span.altTypes.includes(type)) continue;
    if (span.start === start && span.end === end) {
      if (!span.optional) return true;
      verdict = null;
    } else if (span.optional && span.start <= start && span.end >= end) verdict = null;
  }
  return verdict;
};
