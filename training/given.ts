/**
 * A document with its annotated entities in place of what the finders find: what relations are learned from, and by
 * what the relation stage is judged alone.
 */
import type { Document } from '../dist/extract/document.js';
import { sentenceAt } from '../dist/extract/document.js';
import { entitiesOf } from '../dist/extract/entities.js';
import type { Entity, Mention } from '../dist/model.js';
import { ENTITY_TYPES } from '../dist/schema.js';
import { foldWidth } from '../dist/text/width.js';
import type { Annotation } from './compact.js';

export interface Given {
  readonly entities: readonly Entity[];
  /** Of every entity the annotations it stands for, by index. */
  readonly annotations: ReadonlyMap<Entity, readonly number[]>;
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

const occurrencesOf = (norm: string, forms: readonly string[], index: number): Occurrence[] =>
  [...new Set(forms.map(foldWidth))].flatMap((form) => {
    const found: Occurrence[] = [];
    for (let at = norm.indexOf(form); at >= 0 && form !== ''; at = norm.indexOf(form, at + 1))
      found.push({ start: at, end: at + form.length, index });
    return found;
  });

/** The longest name of a type at each place; names of different types may nest. */
export const givenOf = (doc: Document, annotations: readonly Annotation[]): Given => {
  const { norm, sentences, report } = doc;
  const placeEnds = new Map(doc.places.map((p) => [`${p.type} ${p.span[1]}`, p.span[0]]));
  const mentions: Mention[] = [];
  const from = new Map<Mention, number>();
  for (const own of ENTITY_TYPES) {
    const taken = new Uint8Array(norm.length);
    const all = annotations
      .flatMap(({ type, forms }, index) => (type === own ? occurrencesOf(norm, forms, index) : []))
      .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || a.index - b.index);
    for (const { start: whole, end, index } of all) {
      // 甲县乙镇 is a form of 乙镇: its own name begins behind the county's.
      const start = Math.max(whole, placeEnds.get(`${own} ${end}`) ?? whole);
      const sentence = sentenceAt(sentences, start);
      if (sentence < 0 || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const { type, forms } = annotations[index] as Annotation;
      const mention: Mention = {
        type,
        name: report.text.slice(start, end),
        canonical: forms[0] as string,
        span: [start, end],
        sentence,
        rule: 'given',
        score: 100,
      };
      mentions.push(mention);
      from.set(mention, index);
    }
  }
  mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const entities = entitiesOf(report, mentions, doc.places, new Map());
  return {
    entities,
    annotations: new Map(
      entities.map((e) => [e, [...new Set(e.mentions.map((m) => from.get(m) as number))]]),
    ),
  };
};
