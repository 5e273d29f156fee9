/** Paragraphs → sentences, each with its section and frame. A sentence ends at 。！？ and at the end of its line. */
import type { Frame, Section, Sentence } from '../model.js';
import { foldWidth } from '../text/width.js';
import { NO_FRAME, sentenceFrame } from './frame.js';
import type { Paragraph } from './outline.js';

// A closing quotation mark or bracket after the stop belongs to the sentence.
const END = /[。！？!?]+[”’」』）)]*/g;

const sectionAt = (sections: readonly Section[], offset: number): number => {
  let found = -1;
  for (const [i, s] of sections.entries()) if (s.span[0] <= offset) found = i;
  return found;
};

/** Sentences in text order. `start` is the frame of a text that has no headings. */
export const sentencesOf = (
  text: string,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  start: Frame = NO_FRAME,
): Sentence[] => {
  const sentences: Sentence[] = [];
  let carried = start;
  for (const { span } of paragraphs) {
    const line = text.slice(...span);
    let from = 0;
    const push = (to: number) => {
      const raw = line.slice(from, to);
      const lead = raw.length - raw.trimStart().length;
      const body = raw.trim();
      if (body !== '') {
        const at = span[0] + from + lead;
        const section = sectionAt(sections, at);
        const frame = sentenceFrame(foldWidth(body), sections[section]?.frame ?? NO_FRAME, carried);
        carried = frame.year === null ? carried : { ...frame, period: null };
        sentences.push({ index: sentences.length, span: [at, at + body.length], section, frame });
      }
      from = to;
    };
    for (const m of line.matchAll(END)) push(m.index + m[0].length);
    push(line.length);
  }
  return sentences;
};
