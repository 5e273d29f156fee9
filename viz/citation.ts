/** A sentence as one cites it: 《报告名》，发布单位，年份年，“章节”：“原句”。 What is not known is left out. */
import type { PageReport } from '../src/view/page-data.js';
import { BETWEEN_HEADINGS, headingsOf } from './section.js';

export const citation = (report: PageReport, { text, start }: { text: string; start: number }): string => {
  const { title, issuer, year } = report;
  const headings = headingsOf(report, start);
  const source = [
    `《${title}》`,
    ...(issuer === null ? [] : [issuer]),
    ...(year === null ? [] : [`${year}年`]),
    ...(headings.length === 0 ? [] : [`“${headings.join(BETWEEN_HEADINGS)}”`]),
  ];
  return `${source.join('，')}：“${text}”`;
};
