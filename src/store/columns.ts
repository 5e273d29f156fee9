/**
 * What the stores keep of a node and of an edge: one closed list of properties per label, and one for edges.
 *
 * DDL, MERGE statements and rows are all derived from these tables, so the two engines cannot drift apart.
 * A property keeps one type under every label: the embedded engine unites columns of several labels by name.
 */
import { ENTITY_TYPES, NODE_LABELS, type NodeLabel, RELATIONS, type StoreEdgeType } from '../schema.js';

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'strings';
export type Columns = Readonly<Record<string, ColumnType>>;

const OWN: Readonly<Record<NodeLabel, Columns>> = {
  Region: { level: 'string', code: 'string' },
  Town: { code: 'string' },
  Village: { code: 'string', kind: 'string' },
  Company: {},
  Project: { amount: 'string', kind: 'string' },
  Park: { kind: 'string' },
  Honour: { level: 'string', grantor: 'string' },
  Program: {},
  Organization: {},
  Facility: {},
  Person: {},
  Product: {},
  Event: {},
  Indicator: {
    value: 'number',
    unit: 'string',
    yoy: 'number',
    year: 'integer',
    period: 'string',
    status: 'string',
  },
  Report: {
    title: 'string',
    issuer: 'string',
    published: 'string',
    year: 'integer',
    path: 'string',
    town: 'string',
  },
};

const columnsOf = (own: Columns): Columns => ({ id: 'string', name: 'string', aliases: 'strings', ...own });

/** Every property of a node, by label; `id` first. */
export const NODE_COLUMNS = Object.fromEntries(
  NODE_LABELS.map((label) => [label, columnsOf(OWN[label])]),
) as Readonly<Record<NodeLabel, Columns>>;

/** What an edge takes from the newest evidence that states it. */
export const STATED_COLUMNS: Columns = {
  amount: 'string',
  // The amount as a number of yuan, so that amounts can be compared and added; derived, see rows.ts.
  yuan: 'integer',
  count: 'integer',
  level: 'string',
  role: 'string',
};

/** Every property of an edge, the same for all types; `id` first. */
export const EDGE_COLUMNS: Columns = {
  id: 'string',
  status: 'string',
  year: 'integer',
  ...STATED_COLUMNS,
  derived: 'boolean',
  evidence: 'strings',
};

export interface EdgeEnds {
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
}

/** Which labels an edge of the stores may join: the ontology's relations, and the two types that join them. */
export const EDGE_ENDS: Readonly<Record<StoreEdgeType, EdgeEnds>> = {
  ...RELATIONS,
  // A county's or city's own report states indicators of a Region.
  指标: { from: ['Town', 'Region'], to: ['Indicator'] },
  提及: { from: ['Report'], to: [...ENTITY_TYPES, 'Indicator'] },
};
