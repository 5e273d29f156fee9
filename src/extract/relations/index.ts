/** All relation readers over all clauses; the same statement twice is one claim. */

import type { Entity, RelationClaim } from '../../model.js';
import type { EntityType } from '../../schema.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import { awardClaims } from './award.js';
import { cooperationClaims, eventClaims, owningClaims, programClaims } from './deeds.js';
import { judgeRelations } from './judge/index.js';
import { type Layout, layoutOf } from './judge/proposals.js';
import { locationClaims } from './places.js';
import { type Clause, openScene, type Scene } from './scene.js';
import { settlingClaims } from './settling.js';
import { stageClaims } from './stage.js';
import { belongingClaims, officeClaims, placeClaims } from './standing.js';
import { withUnderWay } from './under-way.js';

interface Reader {
  readonly read: (scene: Scene, clause: Clause) => RelationClaim[];
  /** It claims something only of clauses that name one of these. */
  readonly of: readonly EntityType[];
}

/** What holds whether or not something came of it. */
const STANDING: readonly Reader[] = [
  { read: placeClaims, of: ['Village', 'Park', 'Town', 'Region'] },
  { read: belongingClaims, of: ['Program'] },
  { read: officeClaims, of: ['Person'] },
];

const DEEDS: readonly Reader[] = [
  { read: awardClaims, of: ['Honour'] },
  { read: stageClaims, of: ['Project'] },
  { read: programClaims, of: ['Program'] },
  { read: eventClaims, of: ['Event'] },
  { read: owningClaims, of: ['Product', 'Organization'] },
  { read: cooperationClaims, of: ['Organization', 'Company', 'Town', 'Region'] },
  { read: settlingClaims, of: ['Company'] },
];

const readAll = (readers: readonly Reader[], scene: Scene, clauses: readonly Clause[]): RelationClaim[] =>
  clauses.flatMap((clause) => {
    const claims: RelationClaim[] = [];
    const named = new Set(clause.named.map(({ entity }) => entity.type));
    for (const { read, of } of readers)
      if (of.some((type) => named.has(type))) claims.push(...read(scene, clause));
    return claims;
  });

/** What makes the id of an edge. */
const same = (a: RelationClaim, b: RelationClaim): boolean =>
  a.subject === b.subject &&
  a.object === b.object &&
  a.relation === b.relation &&
  a.status === b.status &&
  a.year === b.year;

/** By rules alone. */
const ruleClaims = (scene: Scene, entities: readonly Entity[]): RelationClaim[] => {
  // A claim is of two things, one of them named in its clause.
  const naming = scene.clauses.filter((clause) => clause.named.length > 0);
  const claims = [
    ...locationClaims(scene, entities),
    ...readAll(STANDING, scene, naming),
    ...readAll(
      DEEDS,
      scene,
      naming.filter((clause) => !scene.denied.has(clause)),
    ),
  ];
  return once(claims);
};

/** The same statement twice in a sentence is one claim. */
const once = (claims: readonly RelationClaim[]): RelationClaim[] => {
  const said = new Map<number, RelationClaim[]>();
  return claims.filter((c) => {
    const here = said.get(c.span[0]);
    if (here?.some((known) => same(known, c))) return false;
    if (here) here.push(c);
    else said.set(c.span[0], [c]);
    return true;
  });
};

/** A report's scene and what may be claimed in it. */
export const judgedScene = (
  doc: Document,
  engine: Engine,
  entities: readonly Entity[],
  unit: Entity | null,
): { scene: Scene; claims: RelationClaim[]; layout: Layout } => {
  const scene = openScene(doc, engine, entities, unit);
  const claims = ruleClaims(scene, entities);
  return { scene, claims, layout: layoutOf(scene, claims) };
};

/** What is claimed, and what it was decided on. */
export const findRelations = (
  doc: Document,
  engine: Engine,
  entities: readonly Entity[],
  unit: Entity | null,
): { relations: RelationClaim[]; layout: Layout } => {
  const { claims, layout } = judgedScene(doc, engine, entities, unit);
  const { tagger } = engine;
  const likely = tagger === null ? claims : judgeRelations(layout, claims, tagger.model);
  return { relations: once(withUnderWay(layout.scene, likely)), layout };
};
