/** A span of a report's clean text → evidence: the sentence, and where it stands in the source. */
import type { Evidence, Report, Span } from '../model.js';
import { sourceSpan } from '../text/mapped.js';

export const evidenceOf = (report: Report, span: Span, rule: string): Evidence => {
  const [start, end] = sourceSpan(report.map, span);
  return { report: report.id, start, end, text: report.text.slice(...span), rule };
};
