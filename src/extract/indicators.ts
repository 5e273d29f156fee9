/** Headline figures of the reporting unit: 规上工业增加值17.45亿元，增长5.2%. */
import type { IndicatorClaim } from '../model.js';
import type { Document } from './document.js';
import type { Engine } from './engine.js';

export const findIndicators = (_doc: Document, _engine: Engine): IndicatorClaim[] => [];
