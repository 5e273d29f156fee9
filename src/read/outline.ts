/**
 * Headings → sections. 「一、…」「(一)…」「1.…」 by their numbering, and short lines such as 「2024年工作回顾」 by
 * their words. A paragraph may begin with its heading (「(一)突出稳进提质。一是…」): the heading ends at the full stop.
 */
import type { Section, Span } from '../model.js';
import { foldWidth } from '../text/width.js';
import { headingFrame, NO_FRAME } from './frame.js';

export interface Paragraph {
  readonly span: Span;
}

const LEVELS: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、)/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}(?:[.、．](?!\d)|\s(?=\p{Script=Han}))/u,
  /^\(\d{1,2}\)/,
];
const WORDED =
  /(?:工作)?(?:回顾|总结)$|(?:20\d\d年|上半年|下半年|今年|明年|今后|下步|下一步).{0,12}(?:安排|目标|任务|计划|打算|思路|部署|重点|举措|情况|工作)$/;

/** Level of a heading line (0 = highest), or -1. */
const levelOf = (line: string): number => {
  const numbered = LEVELS.findIndex((p) => p.test(line));
  if (numbered >= 0) return numbered;
  return line.length <= 32 && !/[。;!?,]/.test(line) && WORDED.test(line) ? 0 : -1;
};

/** End of the heading within its paragraph: the first full stop or colon, where what follows is text. */
const headingLength = (line: string): number => {
  const stop = line.search(/[。:]/);
  return stop >= 0 && stop < 60 ? stop : Math.min(line.length, 60);
};

/** Non-empty lines of the clean text. */
export const paragraphsOf = (text: string): Paragraph[] =>
  [...text.matchAll(/[^\n]+/g)]
    .filter((m) => m[0].trim() !== '')
    .map((m) => ({ span: [m.index, m.index + m[0].length] as const }));

/** Sections in text order; each runs to the next heading and inherits what its own heading leaves open. */
export const outline = (text: string, paragraphs: readonly Paragraph[], year: number | null): Section[] => {
  const heads = paragraphs.flatMap(({ span }) => {
    const line = foldWidth(text.slice(...span)).trim();
    const level = levelOf(line);
    // A long numbered paragraph without a full stop near its start is a list item, not a heading.
    const heading = line.slice(0, headingLength(line));
    return level < 0 || (heading.length >= 60 && level >= 2) ? [] : [{ start: span[0], level, heading }];
  });
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const [i, head] of heads.entries()) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= head.level) open.pop();
    const parent = open.at(-1)?.frame ?? { ...NO_FRAME, year: null };
    const section: Section = {
      heading: head.heading,
      level: head.level,
      span: [head.start, heads[i + 1]?.start ?? text.length],
      frame: headingFrame(head.heading, parent, year),
    };
    sections.push(section);
    open.push(section);
  }
  return sections;
};
