/** Under which headings of its report a sentence stands, outermost first: 二、2025年工作安排 › （一）…. */
import type { PageReport } from '../src/view/page-data.js';

/** `start`: offset of the sentence in the source text. Nothing before the first heading, or where none are known. */
export const headingsOf = (
  { sections = [] }: Pick<PageReport, 'sections'>,
  start: number,
): readonly string[] => {
  const headings: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (const section of [...sections].reverse()) {
    if (section.start > start || section.level >= level) continue;
    headings.unshift(section.heading);
    level = section.level;
  }
  return headings;
};

export const BETWEEN_HEADINGS = ' › ';
