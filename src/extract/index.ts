/**
 * Report → Extraction: candidates from all finders, overlap decided, entities, relations, indicators.
 * What other reports say plays no part: a report read alone or among others gives the same.
 */
import type { Extraction, Report } from '../model.js';
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
import { withUnit } from './whose.js';

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
