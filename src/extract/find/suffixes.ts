/** Names known by their last word, their left edge settled by the sentence: …产业园, …有限公司, …工程. */
import type { Mention } from '../../model.js';
import type { EntityType } from '../../schema.js';
import { anyOf } from '../any-of.js';
import { type Document, sentenceAt } from '../document.js';
import { leftEdge } from '../edges.js';
import { type Engine, perEngine } from '../engine.js';

/** A place, a numbered road, or Latin letters in a name make it a particular thing and not a kind of thing. */
const particular = (doc: Document, start: number, end: number): boolean =>
  placeWithin(doc, start, end) ||
  /\d+(?:国|省|县)道|[A-Z]\d+|[一二三四五]期|[路街道巷港浜桥河渠库线湖溪江塘坝堤站馆院校苑]/.test(
    doc.norm.slice(start, end),
  );

const placeWithin = ({ places }: Document, start: number, end: number): boolean => {
  let lo = 0;
  let hi = places.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((places[mid]?.span[0] ?? 0) < start) lo = mid + 1;
    else hi = mid;
  }
  return (places[lo]?.span[1] ?? Number.POSITIVE_INFINITY) <= end;
};

/** Types whose names must say more than what kind of thing they are: 重大产业|项目 is none. */
const PARTICULAR: readonly EntityType[] = ['Project', 'Park', 'Facility', 'Organization', 'Company'];

const patterns = perEngine((engine) => ({
  general: new RegExp(
    `${anyOf(engine.words['generic.modifier'])}|\\d+(?:\\.\\d+)?(?:亿|万|千|余|多)*(?:美元|元|个|家|条|处|座|村|公里|亩|年|号)?|[、和与及等的了“”()]`,
    'g',
  ),
  verbBefore: new RegExp(`${anyOf(engine.words['program.verb'])}(?:了|好)?[“]?$`),
}));

export const findSuffixed = (doc: Document, engine: Engine): Mention[] => {
  const notName = engine.words['not-name'];
  const { general, verbBefore } = patterns(engine);
  return doc.hits.suffixes.flatMap((hit) => {
    const { value: entry, start: headStart } = hit;
    const sentence = sentenceAt(doc.sentences, headStart);
    const floor = doc.sentences[sentence]?.span[0];
    if (floor === undefined) return [];
    const start = leftEdge(doc, headStart, floor, entry.min, entry.max);
    if (start < 0) return [];
    const closing = doc.norm[hit.end] === '”' && doc.norm.slice(start, hit.end).includes('“') ? 1 : 0;
    const span = [start, hit.end + closing] as const;
    if (entry.needs === 'verb' && !verbBefore.test(doc.norm.slice(Math.max(floor, start - 6), start)))
      return [];
    if (entry.needs === 'place' && !particular(doc, start, headStart)) return [];
    const folded = doc.norm.slice(...span).replace(/[“”]/g, '');
    if (notName.has(folded) || notName.has(folded.slice(0, headStart - start))) return [];
    if (PARTICULAR.includes(entry.type) && doc.norm.slice(start, headStart).replace(general, '').length < 2)
      return [];
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
