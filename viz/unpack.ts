/**
 * The data as the build packed it (src/view/page.ts). Unpacked in JavaScript: a town hall's browser may be too old for
 * DecompressionStream, and there is nothing to wait for.
 */
import { strFromU8, unzlibSync } from 'fflate';
import type { PageData } from '../src/view/page-data.js';

export const unpack = (text: string): PageData => {
  const signs = atob(text.trim());
  const bytes = new Uint8Array(signs.length);
  // A callback a sign, as of Uint8Array.from, takes longer than all the rest.
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return JSON.parse(strFromU8(unzlibSync(bytes))) as PageData;
};
