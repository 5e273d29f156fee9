/** What a relation reader sees of one clause: its mentions as entities, its verbs, its frame, and who acts. */

import type { TriggerEntry } from '../../lexicon/types.js';
import type { Entity, Frame, Mention, Report, Sentence, Span } from '../../model.js';
import type { EntityType } from '../../schema.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import { deniedClauses } from './denial.js';
import { type Later, toldOn } from './told.js';

export interface Named {
  readonly entity: Entity;
  readonly mention: Mention;
  /** The names it stands in, outermost first. */
  readonly around: readonly Named[];
  /** Stands inside another name. */
  readonly nested: boolean;
}

export interface Verb {
  readonly entry: TriggerEntry;
  readonly span: Span;
}

export interface Clause {
  /** Among the clauses of the report. */
  readonly index: number;
  readonly span: Span;
  readonly text: string;
  /** Text of the clause behind it in its sentence; empty for the last. */
  readonly next: string;
  readonly sentence: Sentence;
  readonly frame: Frame;
  readonly named: readonly Named[];
  readonly verbs: readonly Verb[];
}

export interface Scene {
  readonly report: Report;
  readonly doc: Document;
  readonly engine: Engine;
  /** The reporting town or region; null where unknown. */
  readonly unit: Entity | null;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly clauses: readonly Clause[];
  /** Clauses that say of something that it did not happen. */
  readonly denied: ReadonlySet<Clause>;
  /** Of every clause those that go on about the name it ends with. */
  readonly told: readonly (readonly Later[])[];
}

const ACTORS: readonly EntityType[] = ['Company', 'Village', 'Organization', 'Park', 'Person', 'Town'];

/** Mentions in text order, each with the ones it stands in. */
const nestings = (entities: readonly Entity[]): Named[] => {
  let open: readonly Named[] = [];
  return entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.span[0] - b.mention.span[0] || b.mention.span[1] - a.mention.span[1])
    .map(({ entity, mention }): Named => {
      const around = open.filter((n) => mention.span[1] <= n.mention.span[1]);
      const named = { entity, mention, around, nested: around.length > 0 };
      open = [...around, named];
      return named;
    });
};

/**
 * Deals things out to clauses in text order; what crosses the border of one belongs to none. Things are in the order
 * of their starts (`by` 0) or of their ends (`by` 1).
 */
const dealer = <T>(things: readonly T[], spanOf: (thing: T) => Span, by: 0 | 1): ((clause: Span) => T[]) => {
  let next = 0;
  return ([start, end]) => {
    const inside: T[] = [];
    for (; next < things.length; next++) {
      const thing = things[next] as T;
      const span = spanOf(thing);
      if (by === 0 ? span[0] >= end : span[1] > end) break;
      if (span[0] >= start && span[1] <= end) inside.push(thing);
    }
    return inside;
  };
};

/** Verbs that stand in no name: 建设 in 建设路 is none. Both in text order. */
const outside = (verbs: readonly Verb[], named: readonly Named[]): Verb[] => {
  const names: Span[] = [];
  for (const { mention } of named) if (mention.span[1] > (names.at(-1)?.[1] ?? -1)) names.push(mention.span);
  let next = 0;
  return verbs.filter(({ span }) => {
    while (next < names.length && (names[next]?.[1] ?? 0) < span[1]) next++;
    return (names[next]?.[0] ?? Number.POSITIVE_INFINITY) > span[0];
  });
};

export const openScene = (
  doc: Document,
  engine: Engine,
  entities: readonly Entity[],
  unit: Entity | null,
): Scene => {
  const namedIn = dealer(nestings(entities), (n) => n.mention.span, 0);
  const verbs = doc.hits.triggers.map((h): Verb => ({ entry: h.value, span: [h.start, h.end] }));
  const verbsIn = dealer(verbs, (v) => v.span, 1);
  let index = 0;
  const clauses = doc.sentences.flatMap((sentence, i) =>
    (doc.clauses[i] ?? []).map((span, k, spans): Clause => {
      const named = namedIn(span);
      return {
        index: index++,
        span,
        text: doc.norm.slice(...span),
        next: doc.norm.slice(...(spans[k + 1] ?? [0, 0])),
        sentence,
        frame: sentence.frame,
        named,
        verbs: outside(verbsIn(span), named),
      };
    }),
  );
  const denied = deniedClauses(doc.report, clauses, engine);
  return {
    report: doc.report,
    doc,
    engine,
    unit,
    entities: new Map(entities.map((e) => [e.id, e])),
    clauses,
    denied,
    told: toldOn(doc.norm, clauses, denied),
  };
};

/**
 * Who acts in a clause on something at `at`: the names that open it (a list counts as all of its items), else those
 * that opened the clause before, else the reporting unit.
 */
export const actors = (
  scene: Scene,
  clause: Clause,
  at: number,
  types: readonly EntityType[] = ACTORS,
): Entity[] => {
  const here = openers(scene, clause, at, types);
  if (here.length > 0) return here;
  return scene.unit ? [scene.unit] : [];
};

const openers = (scene: Scene, clause: Clause, at: number, types: readonly EntityType[]): Entity[] => {
  const left = clause.named.filter(
    (n) => !n.nested && n.mention.span[1] <= at && types.includes(n.entity.type) && n.entity !== scene.unit,
  );
  const first = left[0];
  if (!first) return [];
  // Only names at the head of the clause act: at most a few characters (全市、其中、镇) before the first one.
  if (first.mention.span[0] - clause.span[0] > 8) return [];
  const list: Entity[] = [];
  let end = first.mention.span[0];
  for (const n of left) {
    const between = scene.doc.norm.slice(end, n.mention.span[0]);
    if (list.length > 0 && !/^[、和与及”“]{1,2}$/.test(between)) break;
    list.push(n.entity);
    end = n.mention.span[1];
  }
  return list;
};
