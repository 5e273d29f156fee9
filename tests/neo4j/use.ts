/** How a test file gets at the shared Neo4j of server.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import type { RunningServer } from './server.js';

/** Left out only where somebody says so: `ZHENTU_TEST_SKIP=neo4j`. */
export const withNeo4j = !(process.env.ZHENTU_TEST_SKIP ?? '').split(',').includes('neo4j');

/** Which Java an executable is: 17, 21, …; 0 where it is none. */
const javaVersion = (java: string): number =>
  Number(/version "(\d+)/.exec(spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr ?? '')?.[1] ?? 0);

const NEW_JAVA = 21;

/**
 * A Java for the newest Neo4j: `ZHENTU_JAVA`, which must be one; else that of JAVA_HOME or of the path, if it is one.
 * `undefined` where there is none.
 */
export const findNewJava = (): string | undefined => {
  const { ZHENTU_JAVA: named, JAVA_HOME: home } = process.env;
  if (named) {
    const version = javaVersion(named);
    if (version >= NEW_JAVA) return named;
    throw new Error(
      `ZHENTU_JAVA=${named}: found ${version ? `Java ${version}` : 'no Java'}, expected 21 or newer`,
    );
  }
  return [...(home ? [join(home, 'bin', 'java')] : []), 'java'].find((java) => javaVersion(java) >= NEW_JAVA);
};

/** For the beforeAll that calls useNeo4j: it may have to fetch the server, and to wait for other files. */
export const NEO4J_TIMEOUT = 600_000;

export interface HeldServer extends RunningServer {
  /** Lets the next test file have it. */
  release(): void;
}

/** Starts the server at the first call of the run, waits until it is free, empties it. */
export async function useNeo4j(): Promise<HeldServer> {
  const holding = new AbortController();
  const response = await fetch(inject('neo4jStarter'), { signal: holding.signal });
  if (!response.ok) throw new Error(await response.text());
  const first = await response.body?.getReader().read();
  const server = JSON.parse(new TextDecoder().decode(first?.value)) as RunningServer;
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  await driver.close();
  return { ...server, release: () => holding.abort() };
}
