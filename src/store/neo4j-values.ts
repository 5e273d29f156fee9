/** Values to and from the Neo4j driver: whole numbers travel as its integers, everything comes back plain. */
import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';
import type { Columns } from './columns.js';
import { stated } from './plain.js';
import type { Props } from './rows.js';
import { OWN_LABEL } from './statements.js';

/** A user's parameters: a plain JS number would arrive as a float, which `LIMIT $n` refuses. */
export function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toDriver(item)]));
}

/**
 * A row's properties: integer columns as integers, the others (17.0 among the numbers) as they are. Nulls, which take
 * a value away, are left out of a `fresh` row: there is nothing to take from, and most columns state nothing.
 */
export function propsToDriver(columns: Columns, props: Props, fresh = false): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const name in columns) {
    const value = props[name] ?? null;
    if (value === null && fresh) continue;
    out[name] = columns[name] === 'integer' && typeof value === 'number' ? neo4j.int(value) : value;
  }
  return out;
}

const node = ({ labels, properties }: Node): unknown =>
  stated({ label: labels.find((label) => label !== OWN_LABEL) ?? '' }, plainProps(properties));

const relationship = ({ type, properties }: Relationship): unknown =>
  stated({ type }, plainProps(properties));

const path = ({ start, segments }: Path): unknown => ({
  nodes: [start, ...segments.map((segment) => segment.end)].map((item) => node(item)),
  relationships: segments.map((segment) => relationship(segment.relationship)),
});

const plainProps = (props: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(props).map(([name, item]) => [name, fromDriver(item)]));

/** What the driver returns as plain JSON values; dates and points as text. */
export function fromDriver(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(fromDriver);
  if (neo4j.isNode(value)) return node(value);
  if (neo4j.isRelationship(value)) return relationship(value);
  if (neo4j.isPath(value)) return path(value);
  if (Object.getPrototypeOf(value) === Object.prototype) return plainProps(value);
  return String(value);
}
