/**
 * Puts the data into the page's template. Whatever reports say is data: nothing in it may end the script
 * element that carries it, so `<` and the two line ends JavaScript once tripped over are written as escapes.
 */
import type { PageData } from './page-data.js';

const OPEN = '<script type="application/json" id="zhentu-data">';
const CLOSE = '</script>';

/** JSON that may stand inside a script element of any HTML page. */
export const scriptSafeJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** The page as one HTML text. Throws a plain Error when `template` has no empty place for the data. */
export const renderPage = (template: string, data: PageData): string => {
  const at = template.indexOf(OPEN + CLOSE);
  if (at < 0) throw new Error('viewer template has no place for the data');
  const from = at + OPEN.length;
  return template.slice(0, from) + scriptSafeJson(data) + template.slice(from);
};
