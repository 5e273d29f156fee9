/** Headline figures of the reporting unit: 规上工业增加值17.45亿元，增长5.2%. */
import type { IndicatorClaim } from '../../model.js';
import type { Document } from '../document.js';
import { type Engine, perEngine } from '../engine.js';
import { contextReader } from './context.js';
import { growthReader } from './growth.js';
import { naming } from './naming.js';
import { quantityReader } from './quantities.js';
import { figuresOf } from './sentence.js';
import { worthReader } from './worth.js';

const lasting = perEngine((engine) => ({
  quantities: quantityReader(engine),
  growth: growthReader(engine),
  names: naming(engine),
  worth: worthReader(engine),
}));

export const findIndicators = (doc: Document, engine: Engine): IndicatorClaim[] => {
  const readers = { ...lasting(engine), context: contextReader(doc, engine) };
  return doc.sentences.flatMap((sentence) => figuresOf(doc.norm, sentence, readers));
};
