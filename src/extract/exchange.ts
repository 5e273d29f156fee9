/** Extraction → the exchange format: three lists of JSON lines per document. */
import type { Extraction, Span } from '../model.js';

export interface Exchange {
  readonly entities: readonly object[];
  readonly relations: readonly object[];
  readonly indicators: readonly object[];
}

export const exchangeOf = ({ report, entities, relations, indicators }: Extraction): Exchange => {
  const text = (span: Span) => report.text.slice(...span);
  const sentence = (index: number) => text(report.sentences[index]?.span ?? [0, 0]);
  return {
    entities: entities.map((e) => {
      const first = e.mentions[0];
      const altTypes = [...new Set(e.mentions.flatMap((m) => m.altTypes ?? []))];
      return {
        id: e.id,
        type: e.type,
        name: e.name,
        aliases: e.aliases,
        ...(altTypes.length > 0 ? { alt_types: altTypes } : {}),
        rule: first?.rule,
        evidence: first ? sentence(first.sentence) : '',
      };
    }),
    relations: relations.map(({ kind: _kind, subject, relation, object, span, rule, ...stated }) => ({
      subj: subject,
      rel: relation,
      obj: object,
      ...stated,
      rule,
      evidence: text(span),
    })),
    indicators: indicators.map(({ kind: _kind, span, rule, ...stated }) => ({
      ...stated,
      rule,
      evidence: text(span),
    })),
  };
};

/** One JSON object a line. */
export const jsonLines = (rows: readonly object[]): string =>
  rows.map((r) => `${JSON.stringify(r)}\n`).join('');
