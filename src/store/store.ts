/**
 * One interface over the two engines: embedded (a file, no server) and Neo4j.
 *
 * Loading is idempotent: the same graph twice changes nothing. Queries only read, on both.
 */
import type { Graph } from '../model.js';
import type { LoadReport } from './compare.js';

export type { Counts, LoadReport } from './compare.js';

export interface LoadOptions {
  /** Count what would change, write nothing. */
  readonly dryRun?: boolean;
  /** Remove what earlier loads wrote and this graph no longer holds. The embedded store always does. */
  readonly prune?: boolean;
  /** Told how many of all rows are loaded. */
  readonly progress?: (done: number, total: number) => void;
}

export interface QueryOptions {
  readonly timeoutSeconds?: number;
  /** At most so many rows. */
  readonly limit?: number;
}

/**
 * Integers are JS numbers, nulls are kept. A node is `{label, …}`, a relationship `{type, …}`, a path
 * `{nodes, relationships}`, with the properties that are stated, in order of name.
 */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** There were more rows than `limit`. */
  readonly truncated: boolean;
}

/** Takes rows as they come, in batches; the next batch waits for it. Called at least once, so that columns are known. */
export type Sink = (
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
) => void | Promise<void>;

export const BATCH_OF_ROWS = 500;

export interface StreamEnd {
  /** There were more rows than `limit`. */
  readonly truncated: boolean;
}

export interface Store {
  load(graph: Graph, options?: LoadOptions): Promise<LoadReport>;
  query(
    cypher: string,
    params?: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<QueryResult>;
  /** As `query`, for results that are too large to be held at once. */
  stream(
    cypher: string,
    params: Readonly<Record<string, unknown>>,
    options: QueryOptions,
    sink: Sink,
  ): Promise<StreamEnd>;
  close(): Promise<void>;
}

export interface EmbeddedTarget {
  readonly kind: 'embedded';
  /** The folder `zhentu build` wrote. */
  readonly dir: string;
  /** Refuse `load`. */
  readonly readOnly?: boolean;
}

export interface Neo4jTarget {
  readonly kind: 'neo4j';
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

export type StoreTarget = EmbeddedTarget | Neo4jTarget;
