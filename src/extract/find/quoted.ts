/** Quotations: “…”工程, “…”机制, “…”品牌, 《…》. The noun behind the mark tells the type. */
import type { Mention } from '../../model.js';
import { anyOf } from '../any-of.js';
import { type Document, sentenceAt } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';

const SCORE = 56;

const patterns = perEngine((engine) => {
  const byNoun = new Map(engine.quoted.flatMap((e) => e.nouns.map((n) => [n, e] as const)));
  return {
    byNoun,
    noun: new RegExp(`^(\\p{Script=Han}{0,8}?)(${alternation(byNoun.keys())})`, 'u'),
    verb: new RegExp(`${anyOf(engine.words['program.verb'])}(?:了|好)?$`),
  };
});

export const findQuoted = (doc: Document, engine: Engine): Mention[] => {
  const { byNoun, noun, verb } = patterns(engine);
  const notName = engine.words['not-name'];
  return [...doc.norm.matchAll(/“([^“”\n]{2,30})”/g)].flatMap((m): Mention[] => {
    const inner = m[1] ?? '';
    if (notName.has(inner)) return [];
    const start = m.index;
    const close = start + m[0].length;
    const sentence = sentenceAt(doc.sentences, start);
    if (sentence < 0) return [];
    const behind = doc.norm.slice(close, close + 16).match(noun);
    const entry = behind?.[2] === undefined ? undefined : byNoun.get(behind[2]);
    if (entry && behind && !/[的和与、]/.test(behind[1] ?? '')) {
      const end = entry.keep ? close + behind[0].length : close;
      const span = entry.keep ? ([start, end] as const) : ([start + 1, close - 1] as const);
      return [
        {
          type: entry.type,
          name: doc.report.text.slice(...span),
          span,
          sentence,
          rule: entry.id,
          score: SCORE + (behind[1] === '' ? 4 : 0),
        },
      ];
    }
    // 深化“甲”“乙”: a quotation right after a verb of doing is a coinage of a campaign.
    if (
      verb.test(doc.norm.slice(Math.max(0, start - 6), start)) &&
      inner.length <= 12 &&
      !/[,。]/.test(inner)
    ) {
      const span = [start + 1, close - 1] as const;
      return [
        {
          type: 'Program',
          name: doc.report.text.slice(...span),
          span,
          sentence,
          rule: 'program.quoted-after-verb',
          score: SCORE - 14,
        },
      ];
    }
    return [];
  });
};
