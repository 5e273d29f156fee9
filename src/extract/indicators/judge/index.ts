/**
 * The learned part of figures: of every quantity how likely it is a headline figure of the reporting unit, and of its
 * possible names the one that agrees best with what it may be called.
 */
import type { IndicatorClaim } from '../../../model.js';
import type { Model } from '../../tagger/model.js';
import { Sink } from '../../tagger/sink.js';
import { chooseName } from './choice.js';
import { addKeptEvidence, addNameEvidence } from './evidence.js';
import { type Name, namesFor } from './names.js';
import type { Candidate, Line, Scene } from './scene.js';
import { isWhole } from './whole.js';

/** Figures at least as likely as this are told; set on training texts and gold. */
const LIKELY = 0.3;
/**
 * Ten to sixty figures of a report are its headline figures. Where a text has hardly more, few are left out: most of what
 * is told in whole reports only now and then is told in an excerpt. Set with the figures told in wild in view (nearly all).
 */
const SHORT_TEXT = { quantities: 16, likely: 0.02 };
/** Rule of a figure whose name no other rule gives. */
export const BY_MODEL = 'model.indicator';

const oddsOf = ({ indicators }: Model, sink: Sink): number => indicators.sum(sink.hashes, 0, sink.length);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const nameOf = (scene: Scene, candidate: Candidate, model: Model, sink: Sink): Name | null =>
  chooseName(
    namesFor(scene, candidate)
      .filter((name) => isWhole(scene, candidate, name))
      .map((name) => {
        sink.clear();
        addNameEvidence(scene, candidate, name, sink);
        return { name, odds: oddsOf(model, sink) };
      }),
  );

/** Characters ahead of a quantity in which whose it is may be said. */
const REACH = 60;
const POINTED_AT = /[该此](?:项目|工程|公司|企业|园区)/;

/** 甲项目开工,|总投资|4.8亿元; 该项目|占地|10亩: an amount of that project, and no figure of the unit. */
const isOfAnother = (
  { doc, naming }: Scene,
  { sentence }: Line,
  { reading, near }: Candidate,
  { text }: Name,
): boolean => {
  const [start] = reading.at.quantity.span;
  return (
    POINTED_AT.test(doc.norm.slice(Math.max(sentence.span[0], start - REACH), start)) ||
    (naming.bare(text) &&
      near.some(({ type, span }) => (type === 'Project' || type === 'Company') && span[1] <= start))
  );
};

export const judgeIndicators = (scene: Scene, model: Model): IndicatorClaim[] => {
  const sink = new Sink();
  const likely = scene.count <= SHORT_TEXT.quantities ? SHORT_TEXT.likely : LIKELY;
  return scene.lines.flatMap((line) =>
    line.candidates.flatMap((candidate): IndicatorClaim[] => {
      const { at, figures, context } = candidate.reading;
      sink.clear();
      addKeptEvidence(scene, line, candidate, sink);
      if (sigmoid(oddsOf(model, sink)) < likely) return [];
      const told = {
        kind: 'indicator' as const,
        unit: at.quantity.unit,
        ...context,
        span: line.sentence.span,
      };
      // 甲、乙均增长8%: two figures of one quantity.
      if (figures.length > 1)
        return figures.map(({ indicator, value, yoy, rule }) => ({ ...told, indicator, value, yoy, rule }));
      const name = nameOf(scene, candidate, model, sink);
      if (name === null || isOfAnother(scene, line, candidate, name)) return [];
      const figure = figures[0];
      const { value, yoy } = figure ?? { value: at.quantity.value, yoy: null };
      const rule = figure?.indicator === name.text ? figure.rule : BY_MODEL;
      return [{ ...told, indicator: name.text, value, yoy, rule }];
    }),
  );
};
