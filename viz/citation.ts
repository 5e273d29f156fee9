/** A sentence as one cites it in a paper: 《报告名》，发布单位，年份年：“原句”。 What is not known is left out. */
import type { PageReport } from '../src/view/page-data.js';

export const citation = ({ title, issuer, year }: PageReport, sentence: string): string => {
  const source = [
    `《${title}》`,
    ...(issuer === null ? [] : [issuer]),
    ...(year === null ? [] : [`${year}年`]),
  ];
  return `${source.join('，')}：“${sentence}”`;
};
