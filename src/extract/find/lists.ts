/**
 * Lists with a noun that says what their items are: 「甲、乙等3家企业」, 「甲、乙等在建项目」. Items another finder
 * knows better keep their own type: overlap decides.
 */
import type { Mention } from '../../model.js';
import { collectiveReader, itemsOf } from '../../text/enumeration.js';
import type { Document } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';

const SCORE = 58;

const collective = perEngine((engine) => {
  const byNoun = new Map(engine.collectives.flatMap((e) => e.nouns.map((n) => [n, e] as const)));
  return { byNoun, collectivesOf: collectiveReader(alternation(byNoun.keys())) };
});

export const findListed = (doc: Document, engine: Engine): Mention[] => {
  const { byNoun, collectivesOf } = collective(engine);
  const notName = engine.words['not-name'];
  return doc.sentences.flatMap((sentence) =>
    (doc.clauses[sentence.index] ?? []).flatMap(([clauseStart, clauseEnd]) => {
      const clause = doc.norm.slice(clauseStart, clauseEnd);
      return collectivesOf(clause).flatMap(({ list, noun }) => {
        const entry = byNoun.get(clause.slice(...noun));
        const items = itemsOf(clause.slice(...list));
        if (!entry) return [];
        return items.flatMap(([s, e], i): Mention[] => {
          const end = clauseStart + list[0] + e;
          const start = clauseStart + list[0] + s;
          // The first item is what is left of its stretch once the verb is off.
          const from = i === 0 ? listItemStart(doc, start, end) : start;
          const name = doc.norm.slice(from, end);
          if (
            name.length < 2 ||
            name.length > 26 ||
            notName.has(name.replace(/[“”]/g, '')) ||
            /[,。的了]/.test(name)
          )
            return [];
          const mention: Mention = {
            type: entry.type,
            name: doc.report.text.slice(from, end),
            span: [from, end],
            sentence: sentence.index,
            rule: entry.id,
            score: SCORE,
          };
          return [entry.altTypes.length > 0 ? { ...mention, altTypes: entry.altTypes } : mention];
        });
      });
    }),
  );
};

/** The rightmost verb or particle in the first item ends what does not belong to it: 完成|甲、乙等. */
const listItemStart = (doc: Document, start: number, end: number): number => {
  let from = start;
  for (let at = start + 1; at <= end - 2; at++) {
    if ((doc.verbEnds[at] ?? -1) >= start) from = at;
  }
  for (;;) {
    const lead = doc.leadStarts[from] ?? -1;
    if (lead <= from || end - lead < 2) return from;
    from = lead;
  }
};
