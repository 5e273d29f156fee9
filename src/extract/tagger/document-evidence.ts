/** Evidence from the whole report: the same name elsewhere, the full form of a place, the other items of a list. */
import type { Span } from '../../model.js';
import { hashText, mix } from '../../text/hash.js';
import { bucketP } from './buckets.js';
import type { Clues } from './clues.js';
import type { Candidate } from './proposals.js';
import type { Sink } from './sink.js';
import { type Surroundings, WHERE } from './surroundings.js';

/** What the finders alone would keep counts as this probable. */
const KEPT = 0.5;
const SURE_MATE = 0.4;
const OPEN = '“'.charCodeAt(0);
const CLOSE = '”'.charCodeAt(0);
/** Items looked at on each side of one. */
const NEAR = 40;

/** The same name elsewhere in the report, and the other items of its list. */
export const addDocumentEvidence = (
  { doc, stems }: Clues,
  surroundings: Surroundings,
  c: Candidate,
  b: number,
  any: number,
  sink: Sink,
): void => {
  const { norm } = doc;
  if (WHERE.has(c.type)) sink.add(104, stems.get(c.name) ?? 0);
  let best = 0;
  let times = 0;
  let other = 0;
  let otherType = 0;
  for (const use of surroundings.names.get(c.name) ?? []) {
    if (use.code === c.code) {
      best = use.best;
      times = use.times;
    } else if (use.best > other) {
      other = use.best;
      otherType = use.code;
    }
  }
  sink.add(80, bucketP(best));
  sink.add(81, Math.min(times, 4));
  sink.add(82, otherType * 16 + bucketP(other));
  sink.add(83, bucketP(best) * 16 + b);

  const place = surroundings.listAt[c.start];
  if (!place) {
    sink.add(89, 0);
    return;
  }
  const { list, item, mates } = place;
  const begins = (m: Candidate, [s]: Span) =>
    m.start === s || (m.start === s + 1 && norm.charCodeAt(s) === OPEN);
  const ends = (m: Candidate, [, e]: Span) =>
    m.end === e || (m.end === e - 1 && norm.charCodeAt(e - 1) === CLOSE);
  const span = list.items[item] as Span;
  const atStart = begins(c, span);
  const atEnd = ends(c, span);
  const position = (atStart ? 1 : 0) + (atEnd ? 2 : 0);
  const tail = norm.charCodeAt(c.end - 1);
  let alike = 0;
  let unlike = 0;
  let tails = 0;
  let strongest = 0;
  let strongestType = 0;
  // A list of hundreds is judged by its neighbourhood.
  const firstItem = Math.max(0, item - NEAR);
  const lastItem = Math.min(list.items.length - 1, item + NEAR);
  for (let i = firstItem; i <= lastItem; i++) {
    if (i === item) continue;
    const itemSpan = list.items[i] as Span;
    let mine = 0;
    let theirs = 0;
    let theirType = 0;
    for (const o of mates[i] ?? []) {
      if (!((atEnd && ends(o, itemSpan)) || (atStart && begins(o, itemSpan)))) continue;
      const p = o.p > 0 ? o.p : o.kept ? KEPT : 0;
      if (o.code === c.code) {
        mine = Math.max(mine, p);
        if (p > 0.3 && norm.charCodeAt(o.end - 1) === tail) tails++;
      } else if (p > theirs) {
        theirs = p;
        theirType = o.code;
      }
    }
    if (mine >= SURE_MATE) alike++;
    if (theirs >= SURE_MATE) {
      unlike++;
      if (theirs > strongest) {
        strongest = theirs;
        strongestType = theirType;
      }
    }
  }
  const others = lastItem - firstItem;
  const share = Math.round((4 * alike) / others);
  const otherShare = Math.round((4 * unlike) / others);
  const end = list.items.at(-1)?.[1] ?? list.end;
  sink.add(90, position);
  sink.add(91, position * 64 + share * 8 + otherShare);
  sink.add(92, position * 512 + Math.min(alike, 3) * 64 + share * 8 + otherShare);
  sink.add(93, Math.min(tails, 3));
  sink.add(94, strongestType * 8 + otherShare);
  sink.add(95, mix(position, hashText(norm, end, Math.min(end + 2, norm.length))));
  sink.add(96, mix(position, hashText(norm, Math.max(0, list.end - 2), list.end)));
  sink.add(98, Math.min(others, 6) * 4 + position);
  sink.addAbout(any, 99, position * 64 + share * 8 + otherShare);
  sink.add(100, b * 64 + share * 8 + otherShare);
};
