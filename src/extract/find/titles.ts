/**
 * Titles: a stem or head from the lexicon, with the level words, regions, years, editions and grades before it:
 * 【2024年云川市第二批美丽庭院示范村】.
 */
import type { Mention, Span } from '../../model.js';
import { anyOf, closers, opens } from '../any-of.js';
import { clauseStart, type Document, quotedSpan, sentenceAt } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';

const YEAR = /(?:(?:19|20)\d\d年?度?|年度)$/;
const EDITION =
  /(?:第[一二三四五六七八九十百\d]+(?:批次?|届|轮|期|季度)?|首[批届个家]|[首新]一批|(?:半年|[一二三四]季)度)$/;
const GRADE = /(?:\d?A+级?|[一二三四五]星级?|[一二三四五]级|[特甲乙]级|[“”])$/;
/** Last characters of all of these. */
const LASTS = '0123456789年度一二三四五六七八九十百批次届轮期季个家A级星“”';

const patterns = perEngine((engine) => {
  const levels = alternation(engine.words['level.word']);
  return {
    level: new RegExp(`${opens(engine.words['level.word'])}(?:${levels})$`),
    lasts: new Set([...closers(engine.words['level.word']), ...LASTS]),
    ownLevel: new RegExp(`^“?(?:${levels})`),
    verbs: new RegExp(`${anyOf(engine.words['award.verb'])}(?:了|为|成为)?[“]?$`),
  };
});

interface Levels {
  readonly level: RegExp;
  /** Characters that end a level word, an edition, a year or a grade. */
  readonly lasts: ReadonlySet<string>;
}

/** Walks left over level words, regions, years, editions; returns where the title begins and whether any was there. */
const extendLeft = (
  doc: Document,
  at: number,
  floor: number,
  { level, lasts }: Levels,
): { start: number; levelled: boolean } => {
  let start = at;
  let levelled = false;
  for (;;) {
    const region = doc.regionEnds[start] ?? -1;
    if (region >= floor && region >= 0) {
      start = region;
      levelled = true;
      continue;
    }
    const left = doc.norm.slice(Math.max(floor, start - 10), start);
    const stated = statedRegion(doc, floor, start);
    if (stated > 0) {
      start -= stated;
      levelled = true;
      continue;
    }
    if (!lasts.has(left.slice(-1))) break;
    const strong = left.match(level) ?? left.match(EDITION) ?? left.match(YEAR);
    const token = strong ?? left.match(GRADE);
    if (!token || token[0] === '') break;
    start -= token[0].length;
    if (strong || /[A星级]/.test(token[0])) levelled = true;
    // 【嘉禾市】级: the region ends inside the level word.
    const named = /^[省市县区州]级?$/.test(token[0]) ? (doc.regionEnds[start + 1] ?? -1) : -1;
    if (named >= floor && named >= 0) start = named;
  }
  // A closing mark belongs to the quotation before: “甲”“乙”.
  while (start < at && doc.norm[start] === '”') start++;
  return { start, levelled };
};

/** Length of a region name before `at` that only its last character gives away, 0 for none. */
const statedRegion = (doc: Document, floor: number, at: number): number => {
  if (!'市县区'.includes(doc.norm[at - 1] ?? ' ')) return 0;
  for (const length of [3, 4]) {
    const from = at - length;
    if (from < floor || !/^\p{Script=Han}+$/u.test(doc.norm.slice(from, at))) continue;
    if (from === floor || (doc.verbEnds[from] ?? -1) >= 0 || /[,、“:;]/.test(doc.norm[from - 1] ?? ''))
      return length;
  }
  return 0;
};

/** A bracket or closing quotation mark that belongs to the title: 示范村(社区), “…示范村”. */
const extendRight = (doc: Document, end: number, start: number): number => {
  const bracket = doc.norm
    .slice(end, end + 10)
    .match(/^\((?:社区|村|街道|乡|镇|区|市|县|企业|单位|[一-龥]{1,4})\)/);
  let to = bracket ? end + bracket[0].length : end;
  const inside = doc.norm.slice(start, to);
  if (doc.norm[to] === '”' && (inside.match(/“/g)?.length ?? 0) > (inside.match(/”/g)?.length ?? 0)) to++;
  return to;
};

const awardNear = (doc: Document, start: number, floor: number, verbs: RegExp): boolean =>
  verbs.test(doc.norm.slice(Math.max(floor, start - 10), start));

/** A count right behind: 国家高新技术企业17家, 省级未来乡村2个. */
const counted = (doc: Document, end: number): boolean =>
  /^(?:称号)?[”)]?\d+(?:家|个|项|名|人|件|所|条|处)/.test(doc.norm.slice(end, end + 8)) ||
  /^(?:称号|荣誉|创建|培育|认定|验收|名单|名录)/.test(doc.norm.slice(end, end + 3));

export const findTitles = (doc: Document, engine: Engine): Mention[] => {
  const levels = patterns(engine);
  const { ownLevel, verbs } = levels;
  const mentions: Mention[] = [];
  const add = (span: Span, rule: string, score: number, name?: string) => {
    const sentence = sentenceAt(doc.sentences, span[0]);
    if (sentence >= 0 && span[1] - span[0] >= 2) {
      mentions.push({
        type: 'Honour',
        name: name ?? doc.report.text.slice(...span),
        span,
        sentence,
        rule,
        score,
      });
    }
  };
  for (const plain of engine.titles.find(doc.plain.text)) {
    const stem = quotedSpan(doc, plain.start, plain.end);
    if (stem === null) continue;
    const hit = { start: stem[0], end: stem[1], value: plain.value };
    const floor = clauseStart(doc, hit.start);
    const left = extendLeft(doc, hit.start, floor, levels);
    const { start } = left;
    const levelled = left.levelled || ownLevel.test(doc.norm.slice(hit.start, hit.end));
    const awarded = awardNear(doc, start, floor, verbs) || counted(doc, hit.end);
    if (hit.value.level === 'required' && !levelled && !awarded) continue;
    add(
      [start, extendRight(doc, hit.end, start)],
      hit.value.id,
      60 + (levelled ? 15 : 0) + (awarded ? 12 : 0),
    );
  }
  for (const hit of doc.hits.heads) {
    const span = headSpan(doc, hit.start, hit.end, levels);
    if (span === null) continue;
    const floor = clauseStart(doc, hit.start);
    const awarded = awardNear(doc, span.start, floor, verbs) || counted(doc, hit.end);
    if (!span.levelled && (hit.value.level === 'required' || !awarded) && !(awarded && span.modified))
      continue;
    if (!awarded && !span.levelled) continue;
    add(
      [span.start, extendRight(doc, hit.end, span.start)],
      hit.value.id,
      40 + (span.levelled ? 15 : 0) + (awarded ? 18 : 0) + Math.min(hit.end - hit.start, 9) / 10,
    );
  }
  return mentions;
};

/** Level words, up to 14 characters of modifier without punctuation or verb, head. */
const headSpan = (
  doc: Document,
  headStart: number,
  headEnd: number,
  levels: Levels,
): { start: number; levelled: boolean; modified: boolean } | null => {
  const floor = Math.max(clauseStart(doc, headStart), headStart - 22);
  let best: { start: number; levelled: boolean; modified: boolean } | null = null;
  for (let at = headStart; at >= floor; at--) {
    const { start, levelled } = extendLeft(doc, at, floor, levels);
    if (levelled) best = { start, levelled: true, modified: at < headStart };
    if (levelled) break;
    const char = doc.norm[at - 1] ?? '';
    if (/[,。;:、!?\n《》]/.test(char)) break;
    if ((doc.verbEnds[at] ?? -1) >= floor && doc.norm[at] !== '”') break;
    if (at < headStart && best === null) best = { start: at, levelled: false, modified: true };
    else if (best !== null) best = { start: at, levelled: false, modified: true };
  }
  if (best && headEnd - best.start > 30) return null;
  return best;
};
