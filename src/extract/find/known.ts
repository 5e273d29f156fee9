/** Names the lexicon knows beforehand: programmes, agencies, campaigns. The longest at each place wins. */
import type { Mention } from '../../model.js';
import { matchesOf } from '../../text/matches.js';
import { anyOf } from '../any-of.js';
import { type Document, quotedSpan, sentenceAt } from '../document.js';
import { type Engine, perEngine } from '../engine.js';

export const KNOWN_SCORE = 80;
/** A provincial programme named in another province is more likely a turn of phrase. */
const ABROAD = 15;

/** Words that would be cut by the border of a hit: 林长制|定 is 林长 + 制定. */
const straddled = (text: string, start: number, end: number, words: RegExp): boolean => {
  const low = Math.max(0, start - 2);
  const around = text.slice(low, end + 2);
  return matchesOf(around, words).some((m) => {
    const from = low + m.index;
    const to = from + m[0].length;
    return (from < start && to > start) || (from < end && to > end);
  });
};

const straddling = perEngine((engine) => new RegExp(anyOf(engine.words.straddle) || '$^', 'g'));

export const findKnown = (doc: Document, engine: Engine): Mention[] => {
  const { text } = doc.plain;
  const province = doc.report.town?.path.split('/')[0] ?? '';
  const words = straddling(engine);
  return engine.names.find(text).flatMap(({ start, end, value }) => {
    const span = straddled(text, start, end, words) ? null : quotedSpan(doc, start, end);
    const sentence = span === null ? -1 : sentenceAt(doc.sentences, span[0]);
    if (span === null || sentence < 0) return [];
    const abroad =
      value.scope.length > 0 && province !== '' && !value.scope.some((s) => province.startsWith(s));
    return [
      {
        type: value.type,
        name: doc.report.text.slice(...span),
        canonical: value.name,
        span,
        sentence,
        rule: value.id,
        score: KNOWN_SCORE - (abroad ? ABROAD : 0),
        ...(value.level ? { props: { level: value.level } } : {}),
      },
    ];
  });
};
