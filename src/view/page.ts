/**
 * Puts the data into the page's template: JSON, deflated, in base64. A sentence is then a fifth as long, and whatever
 * reports say, none of it is a sign of HTML. Packed in JavaScript, as Node's zlib gives other bytes on other machines.
 */
import { strToU8, zlibSync } from 'fflate';
import type { PageData } from './page-data.js';

const OPEN = '<script type="text/plain" id="zhentu-data">';
const CLOSE = '</script>';

/** The data as the page unpacks it (viz/unpack.ts). */
export const packed = (data: unknown): string =>
  Buffer.from(zlibSync(strToU8(JSON.stringify(data)), { level: 9 })).toString('base64');

/** The page as one HTML text. Throws a plain Error when `template` has no empty place for the data. */
export const renderPage = (template: string, data: PageData): string => {
  const at = template.indexOf(OPEN + CLOSE);
  if (at < 0) throw new Error('viewer template has no place for the data');
  const from = at + OPEN.length;
  return template.slice(0, from) + packed(data) + template.slice(from);
};

/** The rule of the page, as viz/index.html states it: nothing may be asked for. */
const NOTHING = "default-src 'none';";
/** What a served page may ask for: answers of its own server. */
const OWN_SERVER = `${NOTHING} connect-src 'self';`;
/** The same for the header, which alone can keep others from showing the page inside theirs. */
export const SERVED_POLICY = `${OWN_SERVER} script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page as `zhentu view` serves it: it may ask its server, and is told that there is one. */
export const servedPage = (page: string): string =>
  page.replace(NOTHING, OWN_SERVER).replace('<head>', '<head><meta name="zhentu-server" content="1" />');
