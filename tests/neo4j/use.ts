/** How a test gets at the shared Neo4j of server.ts. */
import { inject } from 'vitest';
import type { RunningServer } from './server.js';

/** Left out only where somebody says so: `ZHENTU_TEST_SKIP=neo4j`. */
export const withNeo4j = process.env.ZHENTU_TEST_SKIP !== 'neo4j';

/** Starts the server at the first call of the run; the error says what to install. */
export async function useNeo4j(): Promise<RunningServer> {
  const response = await fetch(inject('neo4jStarter'));
  const body = await response.text();
  if (!response.ok) throw new Error(body);
  return JSON.parse(body) as RunningServer;
}
