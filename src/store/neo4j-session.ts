/** One managed transaction on Neo4j: what loading, removing and asking have in common. */
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

/** Runs one writing statement over `$rows`. */
export const write = (link: Link, statement: string, rows: readonly unknown[]): Promise<ResultSummary> =>
  inSession(link, neo4j.session.WRITE, async (tx) => (await tx.run(statement, { rows })).summary);
