/** What the evidence of one candidate needs of the others: lists, the same names, places beside it, rivals. */
import type { EntityType } from '../../schema.js';
import { typeCode } from '../codes.js';
import type { Clues, List } from './clues.js';
import { PLACE_KINDS } from './features.js';
import type { Candidate } from './proposals.js';

export const WHERE: ReadonlySet<EntityType> = new Set(['Region', 'Town', 'Village']);

interface ListPlace {
  readonly list: List;
  readonly item: number;
  /** Candidates that begin in each item. */
  readonly mates: Candidate[][];
}

/** How a name is used as one of a type in the whole report: the best probability, and how often it is proposed. */
export interface NameUse {
  readonly code: number;
  best: number;
  times: number;
}

/** What evidence of one candidate needs of the others. */
export interface Surroundings {
  /** In text order. */
  readonly inOrder: readonly Candidate[];
  /** Of every candidate the last end of those up to it. */
  readonly reach: Int32Array;
  /** By name, each type once. */
  readonly names: ReadonlyMap<string, readonly NameUse[]>;
  /** By offset; nothing outside lists. */
  readonly listAt: readonly (ListPlace | undefined)[];
  readonly placeKindAt: ReadonlyMap<number, number>;
  /** Types of places the finders are sure of, by their ends and by their starts. */
  readonly placeEnds: ReadonlyMap<number, number>;
  readonly placeStarts: ReadonlyMap<number, number>;
}

const namesIn = (list: readonly Candidate[]): Map<string, NameUse[]> => {
  const names = new Map<string, NameUse[]>();
  for (const { name, code, p } of list) {
    const uses = names.get(name);
    const use = uses?.find((u) => u.code === code);
    if (use) {
      use.best = Math.max(use.best, p);
      use.times++;
    } else if (uses) uses.push({ code, best: p, times: 1 });
    else names.set(name, [{ code, best: p, times: 1 }]);
  }
  return names;
};

const reachOf = (list: readonly Candidate[]): Int32Array => {
  let last = 0;
  return Int32Array.from(list, ({ end }) => {
    last = Math.max(last, end);
    return last;
  });
};

export const surroundingsOf = (clues: Clues, list: readonly Candidate[]): Surroundings => {
  const places = clues.rules.kept.filter((m) => WHERE.has(m.type));
  const listAt: ListPlace[] = new Array(clues.doc.norm.length);
  for (const found of clues.lists) {
    const mates: Candidate[][] = found.items.map(() => []);
    found.items.forEach(([s, e], item) => {
      listAt.fill({ list: found, item, mates }, s, e);
    });
  }
  for (const c of list) {
    const place = listAt[c.start];
    place?.mates[place.item]?.push(c);
  }
  return {
    inOrder: list,
    reach: reachOf(list),
    names: namesIn(list),
    listAt,
    placeKindAt: new Map(
      clues.placeNames.map(({ start, end, kind }) => [start * 4096 + (end - start), PLACE_KINDS[kind]]),
    ),
    placeEnds: new Map(places.map(({ type, span }) => [span[1], typeCode(type)])),
    placeStarts: new Map(places.map(({ type, span }) => [span[0], typeCode(type)])),
  };
};

/** Candidates that overlap with one, in text order. */
export const rivalsOf = ({ inOrder, reach }: Surroundings, c: Candidate): Candidate[] => {
  let first = c.index;
  while (first > 0 && (reach[first - 1] as number) > c.start) first--;
  const rivals: Candidate[] = [];
  for (let i = first; i < inOrder.length; i++) {
    const o = inOrder[i] as Candidate;
    if (o.start >= c.end) break;
    if (o !== c && o.end > c.start && o.sentence === c.sentence) rivals.push(o);
  }
  return rivals;
};
