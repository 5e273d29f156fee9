/**
 * Villages in a list that is named once: 「东坝、柳河、石桥三村」, 「东坝等8个村」, 「一里、二里两个社区」. Without 等 the
 * count must be that of the items.
 */
import type { Place } from '../../model.js';
import { COUNT, numeralValue } from '../../text/numerals.js';
import type { PlaceHit } from './place-hit.js';

const NAMED = new RegExp(
  `(?:(等)(?:${COUNT})?|(${COUNT}))个?(?:行政|自然|渔农|中心)?(村(?!民|级|庄|集体|镇|务|规|改)|社区)`,
  'gu',
);
const LIST = /(?:\p{Script=Han}{2,9}、)*\p{Script=Han}{2,9}$/u;
/** Units looked at to the left: some thirty names. */
const REACH = 160;
// What the first item may carry before its name: 推进|东坝, 在|东坝, 青禾镇|东坝
const BEFORE = /[在到于向为是的和与及镇乡道区县市将对让]/;
const LONGEST = 5;

export interface VillageListClues {
  readonly norm: string;
  readonly verbEnds: Int32Array;
  /** Places found already. */
  readonly taken: readonly PlaceHit[];
  /** Stems that are no names: 各, 示范, 薄弱. */
  readonly general: RegExp;
  /** The reporting town's own village of this name, if the place list has it. */
  readonly own: (name: string) => Place | null;
}

export const findVillageLists = ({ norm, verbEnds, taken, general, own }: VillageListClues): PlaceHit[] => {
  const placeEnds = new Set(taken.map((h) => h.span[1]));
  /** Behind the last verb, particle or higher place. */
  const firstStart = (start: number, end: number): number => {
    for (let at = end - 2; at > start; at--) {
      if ((verbEnds[at] ?? -1) >= 0 || placeEnds.has(at) || BEFORE.test(norm[at - 1] ?? '')) return at;
    }
    return start;
  };
  return [...norm.matchAll(NAMED)].flatMap(({ index, 1: etc, 2: count, 3: kind = '村' }): PlaceHit[] => {
    const list = norm.slice(Math.max(0, index - REACH), index).match(LIST)?.[0] ?? '';
    const items = list.split('、');
    if (etc === undefined && (items.length < 2 || numeralValue(count ?? '') !== items.length)) return [];
    let at = index - list.length;
    return items.flatMap((item, i): PlaceHit[] => {
      const end = at + item.length;
      const start = i === 0 ? firstStart(at, end) : at;
      at = end + 1;
      const stem = norm.slice(start, end);
      if (stem.length < 2 || stem.length > LONGEST || general.test(stem)) return [];
      const name = /(?:村|社区)$/.test(stem) ? stem : stem + kind;
      return [{ type: 'Village', span: [start, end], name, place: own(name), rule: 'place.village-list' }];
    });
  });
};
