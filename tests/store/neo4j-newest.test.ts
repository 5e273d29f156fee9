/**
 * The same contract on the newest line of Neo4j, where there is a Java for it (21 or newer): loading, questions, and the
 * importer with the settings that `export` writes for it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '../../src/commands/export.js';
import { IMPORT_COMMAND } from '../../src/store/neo4j-csv.js';
import { openStore } from '../../src/store/open.js';
import { graphRows } from '../../src/store/rows.js';
import type { Store } from '../../src/store/store.js';
import { removeHome } from '../neo4j/home.js';
import { newestLine, newHome, runAdmin, type Started, startServer } from '../neo4j/server.js';
import { findNewJava, NEO4J_TIMEOUT, withNeo4j } from '../neo4j/use.js';
import { storeContract } from './contract.js';
import { graph, hostileGraph } from './fixture.js';
import { questionContract } from './questions.js';

const java = withNeo4j ? findNewJava() : undefined;

describe.runIf(java)('the newest Neo4j', () => {
  const line = newestLine(java as string);
  const stores: Store[] = [];
  let started: Started;
  let driver: Driver;
  let root = '';

  const open = async (store: Promise<Store>): Promise<Store> => {
    stores.push(await store);
    return store;
  };
  const empty = async (): Promise<Store> => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    return open(openStore({ kind: 'neo4j', ...started.server }));
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'zhentu-newest-'));
    started = await startServer(await newHome(), [], line);
    const { uri, user, password } = started.server;
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    for (const store of stores) await store.close();
    await driver?.close();
    await started?.stop();
    if (root) await rm(root, { recursive: true });
  });

  test('is the line it is said to be', async () => {
    const { records } = await driver.executeQuery('CALL dbms.components() YIELD versions RETURN versions');
    expect(records[0]?.get('versions')).toEqual([line.version]);
  });

  storeContract(empty);
  questionContract('neo4j', empty, async () =>
    open(openStore({ kind: 'embedded', dir: await mkdtemp(join(root, 'both-')) })),
  );

  test.each([
    ['the small graph', graph],
    ['hostile text', hostileGraph],
  ])('imports %s, its Java set up by the file beside the arguments', async (_, of) => {
    const dir = await mkdtemp(join(root, 'graph-'));
    await writeFile(join(dir, 'graph.json'), JSON.stringify(of));
    const out = join(dir, 'csv');
    await runExport(dir, { format: 'neo4j-csv', out });
    const [, ...args] = IMPORT_COMMAND.split(' ');
    const home = await newHome();
    const printed = await runAdmin(home, [...args, '--verbose'], out, line);
    await removeHome(home);
    const { nodes, edges } = graphRows(of);
    expect(printed).toContain(`${nodes.length} nodes`);
    expect(printed).toContain(`${edges.length} relationships`);
    expect(printed).toMatch(/VM Arguments: .*-XX:TieredStopAtLevel=1, -XX:\+UseParallelGC/);
  });
});
