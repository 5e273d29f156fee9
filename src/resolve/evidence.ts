/** A span of a report's clean text → evidence: the sentence, where it stands in the source, and what it states. */
import type { Evidence, Report, Span } from '../model.js';
import { type Stated, statedOf } from '../stated.js';
import { sourceSpan } from '../text/mapped.js';

export const evidenceOf = (report: Report, span: Span, rule: string, stated: Stated = {}): Evidence => {
  const [start, end] = sourceSpan(report.map, span);
  return { report: report.id, start, end, text: report.text.slice(...span), rule, ...statedOf(stated) };
};
