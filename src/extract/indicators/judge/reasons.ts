/** Why a figure is told, and why by that name: the same evidence again, with its weights. For `explain`. */
import type { IndicatorClaim } from '../../../model.js';
import { type Reason, reasonsIn } from '../../reasons.js';
import type { Model } from '../../tagger/model.js';
import { NotingSink } from '../../tagger/sink.js';
import { addKeptEvidence, addNameEvidence } from './evidence.js';
import { namesFor } from './names.js';
import type { Scene } from './scene.js';
import { KEPT_TEMPLATES, NAME_TEMPLATES } from './templates.js';

export interface FigureReasons {
  /** Heaviest first. */
  readonly kept: readonly Reason[];
  /** None for the two figures of 甲、乙均增长8%. */
  readonly name: readonly Reason[];
}

/** Null where the figure is none of the scene's. */
export const reasonsForFigure = (scene: Scene, model: Model, claim: IndicatorClaim): FigureReasons | null => {
  const line = scene.lines.find(({ sentence }) => sentence.span === claim.span);
  for (const candidate of line?.candidates ?? []) {
    const { quantity } = candidate.reading.at;
    if (!line || quantity.unit !== claim.unit || quantity.value !== Math.abs(claim.value)) continue;
    const name = namesFor(scene, candidate).find(({ text }) => text === claim.indicator);
    if (!name) continue;
    const kept = new NotingSink();
    addKeptEvidence(scene, line, candidate, kept);
    const named = new NotingSink();
    addNameEvidence(scene, candidate, name, named);
    return {
      kept: reasonsIn(kept, model.indicators, KEPT_TEMPLATES),
      name: reasonsIn(named, model.indicators, NAME_TEMPLATES),
    };
  }
  return null;
};
