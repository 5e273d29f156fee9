/** Types and relations as numbers, counted from 1 in the order of the ontology: part of the model. */
import { ENTITY_TYPES, type EntityType, RELATION_TYPES, type RelationType } from '../schema.js';

const numbered = <T>(list: readonly T[]): ReadonlyMap<T, number> =>
  new Map(list.map((item, i) => [item, i + 1]));

const TYPES = numbered<EntityType>(ENTITY_TYPES);
const RELATIONS = numbered<RelationType>(RELATION_TYPES);

export const typeCode = (type: EntityType): number => TYPES.get(type) ?? 0;
export const relationCode = (relation: RelationType): number => RELATIONS.get(relation) ?? 0;
