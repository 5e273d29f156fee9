/**
 * Report → Extraction: candidates from all finders, overlap decided, entities, relations, indicators.
 * What other reports say plays no part: a report read alone or among others gives the same.
 */
import { entityId } from '../identity.js';
import type { Entity, Extraction, Report } from '../model.js';
import type { Atlas } from '../read/atlas.js';
import { type Document, openDocument } from './document.js';
import type { Engine } from './engine.js';
import { entitiesOf } from './entities.js';
import { findIndicators } from './indicators/index.js';
import type { Scene } from './indicators/judge/scene.js';
import { findMentions } from './mentions.js';
import type { Decision } from './overlap.js';
import { findRelations } from './relations/index.js';
import type { Layout } from './relations/judge/proposals.js';

/** Where a text does not say whose report it is: the town that opens most of its clauses. */
const townSpokenOf = ({ clauses }: Document, entities: readonly Entity[]): Entity | null => {
  const starts = new Set(clauses.flatMap((spans) => spans.map(([start]) => start)));
  let unit: Entity | null = null;
  let most = 0;
  for (const e of entities) {
    const opened = e.type === 'Town' ? e.mentions.filter(({ span }) => starts.has(span[0])).length : 0;
    if (opened > most) {
      unit = e;
      most = opened;
    }
  }
  return unit;
};

/** The reporting unit is a thing of its report also where the clean text never spells its full name (`--town`). */
export const withUnit = (
  document: Document,
  entities: readonly Entity[],
): { entities: readonly Entity[]; unit: Entity | null } => {
  const { report } = document;
  const { town } = report;
  if (town === null) return { entities, unit: townSpokenOf(document, entities) };
  const id = entityId(town.type, town.name, town, report.id, town.path);
  const known = entities.find((e) => e.id === id);
  if (known) return { entities, unit: known };
  const props: Record<string, string> = town.code === null ? {} : { code: town.code };
  const unit: Entity = { id, type: town.type, name: town.name, aliases: [], mentions: [], props };
  return { entities: [unit, ...entities], unit };
};

/** Everything one sentence or report gives, with what lost against it; `extract` and `explain` share it. */
export interface Reading extends Extraction {
  readonly document: Document;
  readonly decision: Decision;
  readonly layout: Layout;
  readonly figures: Scene;
}

export const readDocument = (report: Report, engine: Engine, atlas: Atlas): Reading => {
  const document = openDocument(report, engine, atlas);
  const decision = findMentions(document, engine);
  const { entities, unit } = withUnit(document, entitiesOf(report, decision.kept, document.places));
  const { relations, layout } = findRelations(document, engine, entities, unit);
  const { indicators, scene: figures } = findIndicators(document, engine, decision);
  return { report, entities, relations, indicators, document, decision, layout, figures };
};

export const extract = (report: Report, engine: Engine, atlas: Atlas): Extraction => {
  const { entities, relations, indicators } = readDocument(report, engine, atlas);
  return { report, entities, relations, indicators };
};
