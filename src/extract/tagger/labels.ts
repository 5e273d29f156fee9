/**
 * What the tagger says of every character. Layers are read apart from each other, so that names of different layers
 * may nest: a town inside a company, a company inside a project. Within a layer a name is begin, middle, end, or a
 * single character.
 */
import type { EntityType } from '../../schema.js';

export const LAYERS: readonly (readonly EntityType[])[] = [
  ['Region', 'Town', 'Village'],
  ['Company', 'Organization', 'Person'],
  ['Project', 'Park', 'Honour', 'Program', 'Facility', 'Product', 'Event'],
];

/** Within a type; a label is `base + 1 + 4 * type + part`, `base` alone is “no name”. */
export const PARTS = { begin: 0, middle: 1, end: 2, single: 3 } as const;

/** First label of every layer, and one past the last. */
export const BASES: readonly number[] = [...LAYERS, []].map((_, layer) =>
  LAYERS.slice(0, layer).reduce((count, types) => count + 1 + 4 * types.length, 0),
);

export const LABEL_COUNT = BASES.at(-1) ?? 0;

export const layerOf = (type: EntityType): number => LAYERS.findIndex((types) => types.includes(type));
