/** Names the lexicon knows beforehand: programmes, agencies, campaigns. The longest at each place wins. */
import type { Mention } from '../../model.js';
import { type Document, sentenceAt } from '../document.js';
import type { Engine } from '../engine.js';

export const KNOWN_SCORE = 80;

/** Quotation marks may stand inside a known name: 新时代“枫桥经验”, “污水零直排区”创建. */
const unquoted = (norm: string): { text: string; offsets: Int32Array } => {
  const offsets = new Int32Array(norm.length + 1);
  let text = '';
  for (let i = 0; i < norm.length; i++) {
    const char = norm[i] ?? '';
    if ('“”"‘’'.includes(char)) continue;
    offsets[text.length] = i;
    text += char;
  }
  offsets[text.length] = norm.length;
  return { text, offsets };
};

export const findKnown = (doc: Document, engine: Engine): Mention[] => {
  const { text, offsets } = unquoted(doc.norm);
  const province = doc.report.town?.path.split('/')[0] ?? '';
  return engine.names.find(text).flatMap(({ start, end, value }) => {
    const span = [offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1] as const;
    // A quotation mark between two names is a border: “甲”“乙”
    if (/”“/.test(doc.norm.slice(...span))) return [];
    const sentence = sentenceAt(doc.sentences, span[0]);
    if (sentence < 0) return [];
    const foreign =
      value.scope.length > 0 && province !== '' && !value.scope.some((s) => province.startsWith(s));
    return [
      {
        type: value.type,
        name: doc.report.text.slice(...span),
        canonical: value.name,
        span,
        sentence,
        rule: value.id,
        score: KNOWN_SCORE - (foreign ? 15 : 0),
        ...(value.level ? { props: { level: value.level } } : {}),
      },
    ];
  });
};
