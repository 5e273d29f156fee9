/** Paragraphs → sentences, each with its section and frame. A sentence ends at 。！？ and at the end of its line. */
import type { Frame, Section, Sentence } from '../model.js';
import { foldWidth } from '../text/width.js';
import { isInPassing, NO_FRAME, sentenceFrame } from './frame.js';
import type { Paragraph } from './outline.js';

/**
 * Nobody writes a sentence this long; a text that lost its stops (or a hostile one) is cut between clauses, so that
 * what compares the parts of a sentence with one another ends in good time.
 */
export const LONGEST = 2000;

/** Where to cut within the first LONGEST units: after the last mark between clauses, or anywhere but inside a character. */
const cutOf = (text: string): number => {
  const at = Math.max(...['；', ';', '，', ',', '、'].map((mark) => text.lastIndexOf(mark, LONGEST - 1)));
  if (at > LONGEST / 2) return at + 1;
  return /[\ud800-\udbff]/.test(text[LONGEST - 1] ?? '') ? LONGEST - 1 : LONGEST;
};

// A closing quotation mark or bracket after the stop belongs to the sentence.
const END = /[。！？!?]+[”’」』）)]*/g;

/** Sentences in text order. `start` is the frame of a text that has no headings, `reviewYear` what it looks back on. */
export const sentencesOf = (
  text: string,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  start: Frame = NO_FRAME,
  reviewYear: number | null = null,
): Sentence[] => {
  const sentences: Sentence[] = [];
  // What the text spoke of last, as the first sentences of paragraphs say it, and within a paragraph.
  let carried = start;
  let within = start;
  let section = -1;
  for (const { span } of paragraphs) {
    const line = text.slice(...span);
    let from = 0;
    const push = (to: number) => {
      while (to - from > LONGEST) add(from + cutOf(line.slice(from, to)));
      add(to);
    };
    const add = (to: number) => {
      const raw = line.slice(from, to);
      const lead = raw.length - raw.trimStart().length;
      const body = raw.trim();
      if (body !== '') {
        const at = span[0] + from + lead;
        // Sections and sentences are both in text order: one walk over each.
        while ((sections[section + 1]?.span[0] ?? Infinity) <= at) section++;
        const folded = foldWidth(body);
        if (from === 0) within = carried;
        const frame = sentenceFrame(folded, sections[section]?.frame ?? NO_FRAME, within, reviewYear);
        if (frame.year !== null && !isInPassing(folded)) within = { ...frame, period: null };
        if (from === 0) carried = within;
        sentences.push({ index: sentences.length, span: [at, at + body.length], section, frame });
      }
      from = to;
    };
    for (const m of line.matchAll(END)) push(m.index + m[0].length);
    push(line.length);
  }
  return sentences;
};
