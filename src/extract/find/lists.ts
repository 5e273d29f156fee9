/**
 * Lists with a noun that says what their items are: 「甲、乙等3家企业」, 「甲、乙两个项目」. Items another finder knows
 * better keep their own type: overlap decides.
 */
import type { Mention } from '../../model.js';
import { collectiveReader } from '../../text/enumeration.js';
import type { Document } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';
import { listedNames } from './list-items.js';

const SCORE = 58;

const collective = perEngine((engine) => {
  const byNoun = new Map(engine.collectives.flatMap((e) => e.nouns.map((n) => [n, e] as const)));
  return { byNoun, collectivesOf: collectiveReader(alternation(byNoun.keys())) };
});

export const findListed = (doc: Document, engine: Engine): Mention[] => {
  const { byNoun, collectivesOf } = collective(engine);
  return doc.sentences.flatMap((sentence) =>
    (doc.clauses[sentence.index] ?? []).flatMap(([start, end]) => {
      const clause = doc.norm.slice(start, end);
      return collectivesOf(clause).flatMap(({ list, noun }) => {
        const entry = byNoun.get(clause.slice(...noun));
        if (!entry) return [];
        return listedNames(doc, start + list[0], start + list[1], engine.words['not-name']).map(
          (span): Mention => ({
            type: entry.type,
            name: doc.report.text.slice(...span),
            span,
            sentence: sentence.index,
            rule: entry.id,
            score: SCORE,
            ...(entry.altTypes.length > 0 ? { altTypes: entry.altTypes } : {}),
          }),
        );
      });
    }),
  );
};
