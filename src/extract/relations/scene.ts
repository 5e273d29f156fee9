/** What a relation reader sees of one clause: its mentions as entities, its verbs, its frame, and who acts. */

import type { TriggerEntry } from '../../lexicon/types.js';
import type { Entity, Frame, Mention, Report, Sentence, Span } from '../../model.js';
import type { EntityType } from '../../schema.js';
import { clausesOf, type Document } from '../document.js';
import type { Engine } from '../engine.js';

export interface Named {
  readonly entity: Entity;
  readonly mention: Mention;
  /** Stands inside another name. */
  readonly nested: boolean;
}

export interface Verb {
  readonly entry: TriggerEntry;
  readonly span: Span;
}

export interface Clause {
  readonly span: Span;
  readonly text: string;
  readonly sentence: Sentence;
  readonly frame: Frame;
  readonly named: readonly Named[];
  readonly verbs: readonly Verb[];
  /** The clauses before it in the same sentence, nearest last. */
  readonly before: readonly Clause[];
}

export interface Scene {
  readonly report: Report;
  readonly doc: Document;
  readonly engine: Engine;
  /** The reporting town or region; null where unknown. */
  readonly unit: Entity | null;
  readonly clauses: readonly Clause[];
}

const ACTORS: readonly EntityType[] = ['Company', 'Village', 'Organization', 'Park', 'Person', 'Town'];

export const openScene = (
  doc: Document,
  engine: Engine,
  entities: readonly Entity[],
  unit: Entity | null,
): Scene => {
  const named = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.span[0] - b.mention.span[0] || b.mention.span[1] - a.mention.span[1]);
  const bySentence = new Map<number, Named[]>();
  let reach: Mention | null = null;
  for (const { entity, mention } of named) {
    const nested: boolean =
      reach !== null && mention.span[1] <= reach.span[1] && mention.sentence === reach.sentence;
    if (!nested) reach = mention;
    const list = bySentence.get(mention.sentence) ?? [];
    list.push({ entity, mention, nested });
    bySentence.set(mention.sentence, list);
  }
  const verbs = engine.triggers.find(doc.norm);
  const clauses: Clause[] = [];
  let v = 0;
  for (const sentence of doc.sentences) {
    const before: Clause[] = [];
    while (v < verbs.length && (verbs[v]?.end ?? 0) <= sentence.span[0]) v++;
    let w = v;
    while (w < verbs.length && (verbs[w]?.end ?? 0) <= sentence.span[1]) w++;
    const inSentence = verbs.slice(v, w).filter((h) => h.start >= sentence.span[0]);
    for (const span of clausesOf(doc.norm, sentence.span)) {
      const list = (bySentence.get(sentence.index) ?? []).filter(
        (n) => n.mention.span[0] >= span[0] && n.mention.span[1] <= span[1],
      );
      const clause: Clause = {
        span,
        text: doc.norm.slice(...span),
        sentence,
        frame: sentence.frame,
        named: list,
        verbs: inSentence
          .filter(
            (h) =>
              h.start >= span[0] &&
              h.end <= span[1] &&
              !list.some((n) => h.start >= n.mention.span[0] && h.end <= n.mention.span[1]),
          )
          .map((h) => ({ entry: h.value, span: [h.start, h.end] as const })),
        before: [...before],
      };
      before.push(clause);
      clauses.push(clause);
    }
  }
  return { report: doc.report, doc, engine, unit, clauses };
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
