/** The title of a report and the year it looks back on. */
import type { Paragraph } from './outline.js';

const TITLE = /报告|总结|要点|小结|汇报|工作(?:计划|思路|安排|情况|打算)/;

/** First line that reads like a title, without 「全文」; empty for an excerpt that has none. */
export const titleOf = (text: string, paragraphs: readonly Paragraph[]): string => {
  const lines = paragraphs.slice(0, 8).map(({ span }) => text.slice(...span).trim());
  const at = lines.findIndex((l) => l.length <= 60 && TITLE.test(l) && !/^[(一二三]|各位|[。;]/.test(l));
  if (at < 0) return '';
  const line = lines[at] ?? '';
  // 「中江县仓山镇人民政府」 on a line of its own above 「关于2024年工作总结的报告」
  const above = at > 0 && /^关于/.test(line) ? (lines[at - 1] ?? '') : '';
  return `${above}${line}`.replace(/[-—]*全文$/, '');
};

const years = (text: string): number[] => [...text.matchAll(/(?<!\d)(20\d\d)年/g)].map((m) => Number(m[1]));

/**
 * The year looked back on: a heading or title says it (2024年工作回顾; 2024年上半年工作报告); a report given in the
 * first months of a year looks back on the year before.
 */
export const reviewYear = (text: string, title: string, published: string | null): number | null => {
  const review = text.match(
    /(?:^|\n)[^\n。]{0,20}?(20\d\d)年?(?:度|上半年|全年)?(?:主要)?(?:政府)?工作(?:的)?(?:回顾|总结|情况|完成情况|开展情况)/,
  );
  if (review) return Number(review[1]);
  const half = `${title}\n`.match(
    /(20\d\d)年(?:度|上半年|前三季度|第[一二三]季度)?工作总结|(20\d\d)年(?:上半年|前三季度)/,
  );
  if (half) return Number(half[1] ?? half[2]);
  const held =
    text.slice(0, 400).match(/(20\d\d)年(1[0-2]|[1-9])月\d{1,2}日/) ?? published?.match(/^(20\d\d)-0?(\d+)/);
  if (held) return Number(held[2]) <= 4 ? Number(held[1]) - 1 : Number(held[1]);
  // An excerpt: the year it begins with.
  return years(title)[0] !== undefined && /计划|安排|要点|思路/.test(title)
    ? (years(title)[0] ?? 0) - 1
    : (years(text.slice(0, 200))[0] ?? null);
};

/** What to call a text without a title: how it begins. */
export const beginningOf = (text: string): string => {
  const line = text.trim().split(/[\n。;]/)[0] ?? '';
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
};
