/**
 * Names found safely once are known everywhere in that report: 「甲机械」 from a list of companies is a company in
 * every other sentence, too.
 */
import type { Mention } from '../model.js';
import type { EntityType } from '../schema.js';
import { buildGazetteer } from '../text/gazetteer.js';
import { type Document, sentenceAt } from './document.js';

const SAFE = 55;
const SCORE = 50;

/** Further candidates for names of `found` at places where nothing was found. */
export const findRepeated = (doc: Document, found: readonly Mention[]): Mention[] => {
  const safe = new Map<string, Mention>();
  for (const m of found) {
    if (m.score < SAFE || m.span[1] - m.span[0] < 3 || m.rule.startsWith('place.')) continue;
    const name = doc.norm.slice(...m.span);
    const best = safe.get(name);
    if (!best || m.score > best.score) safe.set(name, m);
  }
  const at = new Map<number, Mention[]>();
  for (const m of found) {
    const known = at.get(m.span[0]);
    if (known) known.push(m);
    else at.set(m.span[0], [m]);
  }
  const covered = (type: EntityType, start: number, end: number): boolean =>
    at.get(start)?.some((m) => m.type === type && m.span[1] === end) ?? false;
  return buildGazetteer(safe)
    .find(doc.norm)
    .flatMap(({ start, end, value }): Mention[] => {
      const sentence = sentenceAt(doc.sentences, start);
      if (sentence < 0 || covered(value.type, start, end)) return [];
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
