/** All relation readers over all clauses; the same statement twice is one claim. */

import { edgeId } from '../../identity.js';
import type { Entity, RelationClaim } from '../../model.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import { awardClaims } from './award.js';
import {
  belongingClaims,
  cooperationClaims,
  eventClaims,
  officeClaims,
  owningClaims,
  programClaims,
  settlingClaims,
} from './deeds.js';
import { deniedClauses } from './denial.js';
import { locationClaims } from './places.js';
import { type Clause, openScene, type Scene } from './scene.js';
import { stageClaims } from './stage.js';

type Reader = (scene: Scene, clause: Clause) => RelationClaim[];

/** What holds whether or not something came of it. */
const STANDING: readonly Reader[] = [belongingClaims, officeClaims];

const DEEDS: readonly Reader[] = [
  awardClaims,
  stageClaims,
  programClaims,
  eventClaims,
  owningClaims,
  cooperationClaims,
  settlingClaims,
];

export const findRelations = (
  doc: Document,
  engine: Engine,
  entities: readonly Entity[],
  unit: Entity | null,
): RelationClaim[] => {
  const scene = openScene(doc, engine, entities, unit);
  const denied = deniedClauses(doc.report, scene.clauses, engine);
  const claims = [
    ...locationClaims(scene, entities),
    ...scene.clauses.flatMap((clause) => STANDING.flatMap((read) => read(scene, clause))),
    ...scene.clauses
      .filter((clause) => !denied.has(clause))
      .flatMap((clause) => DEEDS.flatMap((read) => read(scene, clause))),
  ];
  const seen = new Set<string>();
  return claims.filter((c) => {
    const key = `${edgeId(c.relation, c.subject, c.object, c.status, c.year)} ${c.span[0]}`;
    return seen.has(key) ? false : seen.add(key);
  });
};
