/** Names known by their last word, their left edge settled by the sentence: …产业园, …有限公司, …工程. */
import type { Mention } from '../../model.js';
import { type Document, sentenceAt } from '../document.js';
import { leftEdge } from '../edges.js';
import { alternation, type Engine } from '../engine.js';

/** A place, a numbered road, or Latin letters in a name make it a particular thing and not a kind of thing. */
const particular = (doc: Document, start: number, end: number): boolean =>
  doc.places.some((p) => p.span[0] >= start && p.span[1] <= end) ||
  /\d+(?:国|省|县)道|[A-Z]\d+|[一二三四五]期|[路港浜桥河渠库线]/.test(doc.norm.slice(start, end));

export const findSuffixed = (doc: Document, engine: Engine): Mention[] => {
  const notName = engine.words['not-name'];
  const verbBefore = new RegExp(`(?:${alternation(engine.words['program.verb'])})(?:了|好)?[“]?$`);
  return engine.suffixes.find(doc.norm).flatMap((hit) => {
    const { value: entry, start: headStart } = hit;
    const sentence = sentenceAt(doc.sentences, headStart);
    const floor = doc.sentences[sentence]?.span[0];
    if (floor === undefined) return [];
    const start = leftEdge(doc, headStart, floor, entry.min, entry.max);
    if (start < 0) return [];
    const closing = doc.norm[hit.end] === '”' && doc.norm.slice(start, hit.end).includes('“') ? 1 : 0;
    const span = [start, hit.end + closing] as const;
    const folded = doc.norm.slice(...span).replace(/[“”]/g, '');
    if (notName.has(folded) || notName.has(folded.slice(0, headStart - start))) return [];
    if (entry.needs === 'verb' && !verbBefore.test(doc.norm.slice(Math.max(floor, start - 6), start)))
      return [];
    if (entry.needs === 'place' && !particular(doc, start, headStart)) return [];
    const mention: Mention = {
      type: entry.type,
      name: doc.report.text.slice(...span),
      span,
      sentence,
      rule: entry.id,
      score: entry.score,
    };
    return [entry.altTypes.length > 0 ? { ...mention, altTypes: entry.altTypes } : mention];
  });
};
