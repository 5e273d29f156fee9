/**
 * Left edges. Chinese names have no spaces; a name that is known by its last word begins after the nearest
 * punctuation, verb or particle to its left: 「加快推进|青禾冷链物流中心」.
 */
import type { Document } from './document.js';

const MAX_QUOTED = 16;
/** (一)、(2) number a heading and are no part of a name. */
const NUMBERING = /^\([一二三四五六七八九十\d]+\)$/;
const HARD: ReadonlySet<string> = new Set(',。;:!?、\n()《》“”‘’<>|—~');
/** A particle between its neighbours that is no particle there: 物流|中心, 有限公司, 研究所. */
const IN_WORD =
  /.(?:中[心学医药转枢]|有[限机色]|家[庭具电居园装]|处[理置]|时[代尚]|上市|内[河涝]|后勤|前沿|名[镇村城])|(?:[高初集]中|[线水]上|地下|[室城]内|[邻故]里|[专国农]家|[究务]所)./;

/**
 * Where the name that ends with the word at [headStart, …) begins; -1 where fewer than `min` characters are left, or
 * where no edge is found within `max`: a name cut by a window is no name.
 * Quoted modifiers belong to the name: 「“清河净岸”工程」.
 */
export const leftEdge = (
  doc: Document,
  headStart: number,
  floor: number,
  min: number,
  max: number,
): number => {
  const { norm } = doc;
  const low = headStart - max - 2;
  let at = headStart;
  while (at > floor) {
    if (at < low) return -1;
    const char = norm[at - 1] ?? '';
    if (char === '”' || char === ')') {
      const from = Math.max(floor, at - MAX_QUOTED);
      const open = norm.slice(from, at).lastIndexOf(char === '”' ? '“' : '(');
      if (open < 0 || NUMBERING.test(norm.slice(from + open, at))) break;
      at = from + open;
      continue;
    }
    // An edge word that ends right at the head leaves no modifier: 推进|项目
    if (HARD.has(char) || (doc.verbEnds[at] ?? -1) >= floor || isParticle(doc, at, floor)) break;
    at--;
  }
  if (at === headStart) return -1;
  at = skipLead(doc, at, headStart, min);
  return headStart - at >= min ? at : -1;
};

/** A particle parts words only with something on its left: 和 in 和润制药 at the beginning of a stretch does not. */
const isParticle = (doc: Document, at: number, low: number): boolean => {
  const start = doc.particleEnds[at] ?? -1;
  if (start < low) return false;
  const single = at - start === 1;
  if (!single) return true;
  const char = doc.norm[start] ?? '';
  if ('的了把被让使将'.includes(char)) return true;
  if (IN_WORD.test(doc.norm.slice(start - 1, at + 1))) return false;
  const left = doc.norm.slice(Math.max(low, start - 2), start);
  return left.length === 2 && ![...left].some((c) => HARD.has(c));
};

/** Skips verbs, adverbs, amounts and times that open a stretch: 新建、投资3亿元、全年. */
const skipLead = (doc: Document, from: number, headStart: number, min: number): number => {
  let at = from;
  for (;;) {
    const rest = doc.norm.slice(at, headStart);
    const amount = rest.match(
      /^(?:总?(?:计划)?投资(?:约|超|近)?)?\d+(?:\.\d+)?(?:余|多)?(?:万|亿|千)?(?:元|美元|公里|亩|平方米|米|个|家|条|处|座|名|吨|户|人|台|套|km)+(?:以上)?(?:的)?|^(?:20\d\d年|全年|今年|去年|明年|年内|上半年|下半年|\d+月份?|[一二三四五]是|[一二三四五六七八九十]要)/,
    );
    const word = doc.leadStarts[at] ?? -1;
    const next = amount ? at + amount[0].length : word;
    if (next <= at || headStart - next < min) return at;
    at = next;
  }
};
