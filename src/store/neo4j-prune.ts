/**
 * Removing from Neo4j what a graph no longer holds: first the relationships, then the nodes.
 *
 * Other people's data may hang on ours, so what is removed is only what bears the marks of this program (see
 * statements.ts), and never a node that something of theirs still hangs on.
 */
import neo4j from 'neo4j-driver';
import { STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { batches } from './batches.js';
import type { LoadReport } from './compare.js';
import { inSession, type Link, write } from './neo4j-session.js';
import { groupRows, type Rows } from './rows.js';
import { deleteEdges, deleteNodes, readHeldNodes, readOwnEdges, readOwnNodes } from './statements.js';

export interface EdgeKey {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface PrunePlan {
  readonly edges: ReadonlyMap<StoreEdgeType, readonly EdgeKey[]>;
  /** Ids. */
  readonly nodes: readonly string[];
  /** Nodes that would go as well, were it not for relationships that others made. */
  readonly kept: number;
}

export interface Removed {
  readonly nodes: number;
  readonly relationships: number;
}

/** The rows that are wanted of all that a statement returns; the others are not kept in memory. */
export const select = <T extends object>(
  link: Link,
  statement: string,
  params: object,
  wanted: (row: T) => boolean,
): Promise<T[]> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const rows: T[] = [];
    for await (const record of tx.run(statement, params)) {
      const row = record.toObject() as T;
      if (wanted(row)) rows.push(row);
    }
    return rows;
  });

/** What the database holds of this program's and the rows do not; writes nothing. */
export async function planPrune(link: Link, rows: Rows): Promise<PrunePlan> {
  const edgeIds = new Set(rows.edges.map(({ id }) => id));
  const nodeIds = new Set(rows.nodes.map(({ id }) => id));
  const edges = new Map<StoreEdgeType, EdgeKey[]>();
  for (const type of STORE_EDGE_TYPES) {
    edges.set(type, await select<EdgeKey>(link, readOwnEdges(type), {}, ({ id }) => !edgeIds.has(id)));
  }
  const gone = await select<{ id: string }>(link, readOwnNodes, {}, ({ id }) => !nodeIds.has(id));
  const held = new Set<string>();
  for (const batch of batches(gone.map(({ id }) => id))) {
    const params = { ids: batch, types: STORE_EDGE_TYPES };
    for (const { id } of await select<{ id: string }>(link, readHeldNodes, params, () => true)) held.add(id);
  }
  return { edges, nodes: gone.map(({ id }) => id).filter((id) => !held.has(id)), kept: held.size };
}

export const sizeOf = ({ edges, nodes }: PrunePlan): Removed => ({
  nodes: nodes.length,
  relationships: [...edges.values()].reduce((sum, { length }) => sum + length, 0),
});

/**
 * Carries a plan out; returns what the server removed. What says that there is something to remove goes last: the
 * `提及` of a node with the node, and reports after all, so a load that was interrupted here is finished by the next.
 */
export async function prune(link: Link, plan: PrunePlan): Promise<Removed> {
  const removed = { nodes: 0, relationships: 0 };
  const remove = async (statement: string, rows: readonly unknown[]): Promise<void> => {
    for (const batch of batches(rows)) {
      const { nodesDeleted = 0, relationshipsDeleted = 0 } = (
        await write(link, statement, batch)
      ).counters.updates();
      removed.nodes += nodesDeleted;
      removed.relationships += relationshipsDeleted;
    }
  };
  const isReport = (id: string): boolean => id.startsWith('Report:');
  const nodes = new Set(plan.nodes.filter((id) => !isReport(id)));
  const mentions = plan.edges.get('提及') ?? [];
  const byNode = groupRows(
    mentions.filter(({ to }) => nodes.has(to)),
    ({ to }) => to,
  );
  for (const [type, edges] of plan.edges) if (type !== '提及') await remove(deleteEdges(type), edges);
  await remove(
    deleteNodes,
    [...nodes].map((id) => ({ id, mentions: (byNode.get(id) ?? []).map((edge) => edge.id) })),
  );
  await remove(
    deleteEdges('提及'),
    mentions.filter(({ to }) => !nodes.has(to)),
  );
  await remove(
    deleteNodes,
    plan.nodes.filter(isReport).map((id) => ({ id, mentions: [] })),
  );
  return removed;
}

export const withRemoved = (
  { nodes, relationships }: LoadReport,
  removed: Removed,
  kept: number,
): LoadReport => ({
  nodes: { ...nodes, removed: removed.nodes },
  relationships: { ...relationships, removed: removed.relationships },
  kept,
});
