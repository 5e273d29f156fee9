/**
 * Names found safely once are known everywhere in that report: 「甲机械」 from a list of companies is a company in
 * every other sentence, too.
 */
import type { Mention } from '../model.js';
import { buildGazetteer } from '../text/gazetteer.js';
import { type Document, sentenceAt } from './document.js';

const SAFE = 55;
const SCORE = 50;

/** Further candidates for names of `found` at places where nothing was found. */
export const findRepeated = (doc: Document, found: readonly Mention[]): Mention[] => {
  const safe = new Map<string, Mention>();
  for (const m of found) {
    const name = doc.norm.slice(...m.span);
    if (m.score < SAFE || name.length < 3 || m.rule.startsWith('place.')) continue;
    const best = safe.get(name);
    if (!best || m.score > best.score) safe.set(name, m);
  }
  const covered = new Set(found.map((m) => `${m.type} ${m.span[0]} ${m.span[1]}`));
  return buildGazetteer(safe)
    .find(doc.norm)
    .flatMap(({ start, end, value }): Mention[] => {
      const sentence = sentenceAt(doc.sentences, start);
      if (sentence < 0 || covered.has(`${value.type} ${start} ${end}`)) return [];
      const { canonical, altTypes } = value;
      return [
        {
          type: value.type,
          name: doc.report.text.slice(start, end),
          span: [start, end],
          sentence,
          rule: value.rule,
          score: SCORE,
          ...(canonical ? { canonical } : {}),
          ...(altTypes ? { altTypes } : {}),
        },
      ];
    });
};
