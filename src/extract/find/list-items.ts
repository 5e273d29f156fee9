/** Items of a list as names: the first one loses the verb before it, and what is no name is left out. */
import type { Span } from '../../model.js';
import { itemsOf } from '../../text/enumeration.js';
import type { Document } from '../document.js';

const MAX_NAME = 26;

/** The rightmost verb or particle in the first item ends what does not belong to it: 完成|甲、乙等. */
const firstItemStart = (doc: Document, start: number, end: number): number => {
  let from = start;
  for (let at = start + 1; at <= end - 2; at++) {
    if ((doc.verbEnds[at] ?? -1) >= start) from = at;
  }
  for (;;) {
    const lead = doc.leadStarts[from] ?? -1;
    if (lead <= from || end - lead < 2) return from;
    from = lead;
  }
};

/** Spans of the items between two offsets of the folded text that may be names. */
export const listedNames = (
  doc: Document,
  start: number,
  end: number,
  notName: ReadonlySet<string>,
): Span[] =>
  itemsOf(doc.norm.slice(start, end)).flatMap(([s, e], i): Span[] => {
    const to = start + e;
    const from = i === 0 ? firstItemStart(doc, start + s, to) : start + s;
    const name = doc.norm.slice(from, to);
    const plain = name.replace(/[“”]/g, '');
    const fits =
      name.length >= 2 && name.length <= MAX_NAME && !notName.has(plain) && !/[,。的了]/.test(name);
    return fits ? [[from, to]] : [];
  });
