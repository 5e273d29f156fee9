/** Headline figures of the reporting unit: 规上工业增加值17.45亿元，增长5.2%. */
import type { IndicatorClaim, Mention } from '../../model.js';
import type { Segmentation } from '../../words/index.js';
import type { Document } from '../document.js';
import { type Engine, perEngine } from '../engine.js';
import type { Decision } from '../overlap.js';
import { contextReader } from './context.js';
import { growthReader } from './growth.js';
import { judgeIndicators } from './judge/index.js';
import { openScene, type Scene } from './judge/scene.js';
import { naming } from './naming.js';
import { quantityReader } from './quantities.js';
import { readingsOf } from './sentence.js';
import { worthReader } from './worth.js';

const lasting = perEngine((engine) => ({
  quantities: quantityReader(engine),
  growth: growthReader(engine),
  names: naming(engine),
  worth: worthReader(engine),
}));

/** All quantities of a document as rules read them. `words` are for the model alone. */
export const indicatorScene = (
  doc: Document,
  engine: Engine,
  mentions: readonly Mention[],
  words: Segmentation | null,
): Scene => {
  const own = lasting(engine);
  const readers = { ...own, context: contextReader(doc, engine) };
  const read = doc.sentences.map((s) => [s, readingsOf(doc.norm, s, readers)] as const);
  return openScene(doc, own.names, read, mentions, words);
};

/** By rules alone. */
const worthTelling = ({ lines }: Scene): IndicatorClaim[] =>
  lines.flatMap(({ sentence, candidates }) =>
    candidates.flatMap(({ reading: { figures, context } }) =>
      figures
        .filter(({ worth }) => worth)
        .map(({ indicator, value, unit, yoy, rule }) => ({
          kind: 'indicator' as const,
          indicator,
          value,
          unit,
          yoy,
          ...context,
          span: sentence.span,
          rule,
        })),
    ),
  );

/** What is told, and what it was decided on. */
export const findIndicators = (
  doc: Document,
  engine: Engine,
  { kept, words }: Pick<Decision, 'kept' | 'words'>,
): { indicators: IndicatorClaim[]; scene: Scene } => {
  const scene = indicatorScene(doc, engine, kept, words ?? null);
  const { tagger } = engine;
  return {
    indicators: tagger === null ? worthTelling(scene) : judgeIndicators(scene, tagger.model),
    scene,
  };
};
