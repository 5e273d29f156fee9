/** One managed transaction on Neo4j: what loading, removing and asking have in common. */
import { setImmediate } from 'node:timers/promises';
import neo4j, {
  type Driver,
  type ManagedTransaction,
  type ResultSummary,
  type SessionMode,
} from 'neo4j-driver';

export interface Link {
  readonly driver: Driver;
  readonly uri: string;
  readonly database: string | undefined;
}

/** The driver may run `work` again after a transient error: it must bear that. */
export async function inSession<T>(
  { driver, database }: Link,
  mode: SessionMode,
  work: (tx: ManagedTransaction) => Promise<T>,
  timeoutSeconds?: number,
  fetchSize?: number,
): Promise<T> {
  const session = driver.session({
    defaultAccessMode: mode,
    ...(database && { database }),
    ...(fetchSize !== undefined && { fetchSize }),
  });
  const config = timeoutSeconds ? { timeout: Math.ceil(timeoutSeconds * 1000) } : {};
  try {
    return mode === neo4j.session.READ
      ? await session.executeRead(work, config)
      : await session.executeWrite(work, config);
  } finally {
    await session.close();
  }
}

/**
 * Runs one writing statement over each batch, all in one transaction. The next is made ready and sent while the server
 * works on the one before, for making it takes about half as long as storing it.
 */
export const writeBatches = <T>(
  link: Link,
  statement: string,
  group: readonly (readonly T[])[],
  value: (row: T) => object,
): Promise<void> =>
  inSession(link, neo4j.session.WRITE, async (tx) => {
    const sent: Promise<unknown>[] = [];
    for (const batch of group) {
      const result = tx.run(statement, { rows: batch.map(value) });
      // Whoever awaits all of them below is told; until then a failure has no listener.
      result.catch(() => undefined);
      sent.push(result);
      // What is sent leaves when this program pauses.
      await setImmediate();
    }
    await Promise.all(sent);
  });

/** Runs one writing statement over `$rows`. */
export const write = (link: Link, statement: string, rows: readonly unknown[]): Promise<ResultSummary> =>
  inSession(link, neo4j.session.WRITE, async (tx) => (await tx.run(statement, { rows })).summary);
