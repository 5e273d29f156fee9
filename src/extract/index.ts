/**
 * Report → Extraction: candidates from all finders, overlap decided, entities, relations, indicators.
 * What other reports say plays no part: a report read alone or among others gives the same.
 */
import { entityId } from '../identity.js';
import type { Entity, Extraction, Report } from '../model.js';
import type { Atlas } from '../read/atlas.js';
import { openDocument } from './document.js';
import type { Engine } from './engine.js';
import { entitiesOf } from './entities.js';
import { findIndicators } from './indicators.js';
import { findMentions } from './mentions.js';
import { findRelations } from './relations/index.js';

/** The reporting unit as an entity of its report, also where the clean text never spells its full name. */
const unitEntity = (report: Report, entities: readonly Entity[]): Entity | null => {
  const unit = report.town;
  if (unit === null) return null;
  const id = entityId(unit.type, unit.name, unit, report.id, unit.path);
  return entities.find((e) => e.id === id) ?? null;
};

export const extract = (report: Report, engine: Engine, atlas: Atlas): Extraction => {
  const doc = openDocument(report, engine, atlas);
  const { kept } = findMentions(doc, engine);
  const entities = entitiesOf(report, kept, doc.places);
  const unit = unitEntity(report, entities);
  return {
    report,
    entities,
    relations: findRelations(doc, engine, entities, unit),
    indicators: findIndicators(doc, engine),
  };
};
