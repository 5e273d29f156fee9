/**
 * What the tagger says of every character. Layers are read apart from each other, so that names of different layers
 * may nest: a town inside a company, a company inside a project. Within a layer a character begins a name of a type,
 * goes on with it, or is none. (Telling the end apart as well doubles the work and reads no better: what follows a
 * name says where it ends.)
 */
import type { EntityType } from '../../schema.js';

export const LAYERS: readonly (readonly EntityType[])[] = [
  ['Region', 'Town', 'Village'],
  ['Company', 'Organization', 'Person'],
  ['Project', 'Park', 'Honour', 'Program', 'Facility', 'Product', 'Event'],
];

/** Labels of a layer: `NONE`, then for each type `beginOf` and `insideOf`. */
export const NONE = 0;
export const beginOf = (type: number): number => 1 + 2 * type;
export const insideOf = (type: number): number => 2 + 2 * type;
export const labelCount = (types: number): number => 1 + 2 * types;

/** First label of every layer, and one past the last. */
export const BASES: readonly number[] = [...LAYERS, []].map((_, layer) =>
  LAYERS.slice(0, layer).reduce((count, types) => count + labelCount(types.length), 0),
);

export const LABEL_COUNT = BASES.at(-1) ?? 0;
