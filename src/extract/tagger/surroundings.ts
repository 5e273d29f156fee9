/** What the evidence of one candidate needs of the others: lists, the same names, places beside it, rivals. */
import type { EntityType } from '../../schema.js';
import type { Clues, List } from './clues.js';
import { PLACE_KINDS, typeCode } from './features.js';
import type { Candidate } from './proposals.js';

export const WHERE: ReadonlySet<EntityType> = new Set(['Region', 'Town', 'Village']);

interface ListPlace {
  readonly list: List;
  readonly item: number;
  /** Candidates that begin in each item. */
  readonly mates: Candidate[][];
}

/** How a name is used in the whole report. */
export interface NameUse {
  best: number;
  times: number;
}

/** What evidence of one candidate needs of the others. */
export interface Surroundings {
  /** In text order, and where each stands in it. */
  readonly inOrder: readonly Candidate[];
  readonly indexes: ReadonlyMap<Candidate, number>;
  readonly longest: number;
  readonly names: ReadonlyMap<string, ReadonlyMap<EntityType, NameUse>>;
  readonly listAt: ReadonlyMap<number, ListPlace>;
  readonly placeKindAt: ReadonlyMap<number, number>;
  /** Types of places the finders are sure of, by their ends and by their starts. */
  readonly placeEnds: ReadonlyMap<number, number>;
  readonly placeStarts: ReadonlyMap<number, number>;
}

/** Of every name in the report: by type, the best probability and how often it is proposed. */
const namesIn = (list: readonly Candidate[]): Map<string, Map<EntityType, NameUse>> => {
  const names = new Map<string, Map<EntityType, NameUse>>();
  for (const { name, type, p } of list) {
    const uses = names.get(name) ?? new Map<EntityType, NameUse>();
    names.set(name, uses);
    const use = uses.get(type);
    if (use === undefined) uses.set(type, { best: p, times: 1 });
    else {
      use.best = Math.max(use.best, p);
      use.times++;
    }
  }
  return names;
};

export const surroundingsOf = (clues: Clues, list: readonly Candidate[]): Surroundings => {
  const places = clues.rules.kept.filter((m) => WHERE.has(m.type));
  const listAt = new Map<number, ListPlace>();
  for (const found of clues.lists) {
    const mates: Candidate[][] = found.items.map(() => []);
    found.items.forEach(([s, e], item) => {
      for (let i = s; i < e; i++) listAt.set(i, { list: found, item, mates });
    });
  }
  for (const c of list) {
    const place = listAt.get(c.start);
    place?.mates[place.item]?.push(c);
  }
  return {
    inOrder: list,
    indexes: new Map(list.map((c, i) => [c, i])),
    longest: list.reduce((n, c) => Math.max(n, c.end - c.start), 0),
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
export const rivalsOf = ({ inOrder, indexes, longest }: Surroundings, c: Candidate): Candidate[] => {
  const at = indexes.get(c) ?? 0;
  let first = at;
  while (first > 0 && (inOrder[first - 1] as Candidate).start > c.start - longest) first--;
  const rivals: Candidate[] = [];
  for (let i = first; i < inOrder.length; i++) {
    const o = inOrder[i] as Candidate;
    if (o.start >= c.end) break;
    if (o !== c && o.end > c.start && o.sentence === c.sentence) rivals.push(o);
  }
  return rivals;
};
