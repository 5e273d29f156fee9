/** The files of `neo4j-admin database import`: imported for real, and compared with a database that was loaded. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '../../src/commands/export.js';
import { parseParams, questionParams } from '../../src/commands/query.js';
import { StoreError, UsageError } from '../../src/errors.js';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph } from '../../src/model.js';
import { AFTER_IMPORT, IMPORT_COMMAND, neo4jCsv } from '../../src/store/neo4j-csv.js';
import { openStore } from '../../src/store/open.js';
import { loadQuestions } from '../../src/store/questions.js';
import { graphRows } from '../../src/store/rows.js';
import type { Store } from '../../src/store/store.js';
import { newHome, runAdmin, type Started, startServer } from '../neo4j/server.js';
import { type HeldServer, NEO4J_TIMEOUT, useNeo4j, withNeo4j } from '../neo4j/use.js';
import { sampleFiles } from '../samples.js';
import { graph, hostileGraph, QINGHE } from './fixture.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhentu-csv-'));
});
afterAll(() => rm(root, { recursive: true }));

async function folder(of: Graph): Promise<string> {
  const dir = await mkdtemp(join(root, 'out-'));
  await writeFile(join(dir, 'graph.json'), JSON.stringify(of));
  return dir;
}

const text = (of: Graph, name: string): string =>
  [...(neo4jCsv(graphRows(of)).find((file) => file.name === name)?.text ?? [])].join('');

describe('the files', () => {
  test('headers name the property types, rows quote every text', () => {
    expect(text(graph, 'nodes-Town-header.csv')).toBe(
      ':ID(Zhentu),id:string,name:string,aliases:string[],code:string,:LABEL\n',
    );
    const key = graphRows(graph).nodes.findIndex(({ id }) => id === QINGHE);
    expect(text(graph, 'nodes-Town.csv').split('\n')).toContain(
      `${key},"${QINGHE}","青禾镇","青禾","990101100","Town\u001fZhentu"`,
    );
    expect(text(hostileGraph, 'nodes-Project.csv')).toContain('"""双""与\'单\'引号"');
  });

  test('only labels and types that occur are named', () => {
    const args = text({ ...graph, edges: [] }, 'import.args').split('\n');
    expect(args).toContain('--nodes=nodes-Town-header.csv,nodes-Town.csv');
    expect(args.filter((arg) => arg.startsWith('--relationships'))).toEqual([
      '--relationships=提及=edges-提及-header.csv,edges-提及.csv',
    ]);
  });

  test('fields of several lines are announced where there are some: the importer is slow with them', () => {
    expect(text(graph, 'import.args')).toContain('--multiline-fields=false\n');
    expect(text(hostileGraph, 'import.args')).toContain('--multiline-fields=true\n');
    const aliases = (alias: string): Graph => ({
      ...graph,
      nodes: graph.nodes.map((n) => (n.id === QINGHE ? { ...n, aliases: [alias] } : n)),
    });
    expect(text(aliases('青\r禾'), 'import.args')).toContain('--multiline-fields=true\n');
  });

  test('a list with the divider in it is refused, naming the node', () => {
    const nodes = graph.nodes.map((n) => (n.id === QINGHE ? { ...n, aliases: ['青\u001f禾'] } : n));
    expect(() => text({ ...graph, nodes }, 'nodes-Town.csv')).toThrow(/青禾镇：.*U\+001F.*zhentu load/);
  });

  test('the command is said, and what to run afterwards', async () => {
    const out = join(root, 'new', 'csv');
    const said = await runExport(await folder(graph), { format: 'neo4j-csv', out });
    expect(said).toContain(`\n  ${IMPORT_COMMAND}\n`);
    expect(said).toContain('after-import.cypher');
  });

  test.each<[string, string, RegExp]>([
    ['an unknown format', 'xml', /--format xml：应为 neo4j-csv/],
    ['a full disk', 'neo4j-csv', /nodes-Town\.csv：写不了（磁盘已满），导出不完整/],
  ])('%s is one line', async (_name, format, message) => {
    const out = await mkdtemp(join(root, 'full-'));
    // The device that is always full stands in for a disk.
    await symlink('/dev/full', join(out, 'nodes-Town.csv'));
    const error = await runExport(await folder(graph), { format, out }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('\n');
  });
});

describe.runIf(withNeo4j)('imported', () => {
  const samples = buildGraph(sampleFiles(), openKnowledge());
  const all: Graph = {
    ...samples,
    nodes: [...samples.nodes, ...hostileGraph.nodes],
    edges: [...samples.edges, ...hostileGraph.edges],
    reports: [...samples.reports, ...hostileGraph.reports],
  };
  let held: HeldServer;
  let imported: Started;
  let printed = '';
  let home = '';
  const drivers: Driver[] = [];
  const stores: Store[] = [];

  const connect = (server: { uri: string; user: string; password: string }) => {
    const auth = neo4j.auth.basic(server.user, server.password);
    const driver = neo4j.driver(server.uri, auth, { disableLosslessIntegers: true });
    drivers.push(driver);
    return driver;
  };
  const open = async (server: { uri: string; user: string; password: string }): Promise<Store> => {
    const { uri, user, password } = server;
    const store = await openStore({ kind: 'neo4j', uri, user, password });
    stores.push(store);
    return store;
  };
  const everything = async (driver: Driver): Promise<unknown> => {
    const list = async (cypher: string) =>
      (await driver.executeQuery(cypher)).records.map((record) => record.toObject());
    return [
      await list(
        "MATCH (n) RETURN [label IN labels(n) WHERE label <> 'Zhentu'] AS other, n:Zhentu AS own, properties(n) AS p ORDER BY n.id",
      ),
      await list(
        'MATCH (a)-[e]->(b) RETURN a.id AS a, type(e) AS t, properties(e) AS p, b.id AS b ORDER BY e.id',
      ),
    ];
  };

  const importInto = async (folderOfServer: string, of: Graph): Promise<Started> => {
    const csv = await mkdtemp(join(root, 'csv-'));
    await runExport(await folder(of), { format: 'neo4j-csv', out: csv });
    const [, ...args] = IMPORT_COMMAND.split(' ');
    printed = await runAdmin(folderOfServer, [...args, '--verbose'], csv);
    const started = await startServer(folderOfServer);
    // Each by itself, as cypher-shell does: one of them makes its own transactions.
    const session = connect(started.server).session();
    for (const statement of AFTER_IMPORT) await session.run(statement);
    await session.close();
    return started;
  };

  beforeAll(async () => {
    held = await useNeo4j();
    home = await newHome();
    imported = await importInto(home, all);
    await (await open(held)).load(all);
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    for (const store of stores) await store.close();
    for (const driver of drivers) await driver.close();
    await imported?.stop();
    held?.release();
  });

  test('the importer takes every row', () => {
    const { nodes, edges } = graphRows(all);
    expect(printed).toContain(`${nodes.length} nodes`);
    expect(printed).toContain(`${edges.length} relationships`);
  });

  test("the importer's Java is set up by the file beside the arguments, whatever the server's is", () => {
    expect(printed).toMatch(/VM Arguments: .*-XX:TieredStopAtLevel=1, -XX:\+UseParallelGC/);
    expect(printed).not.toMatch(/VM Arguments: .*UseG1GC/);
  });

  test('every node and relationship is the same as in a loaded database', async () => {
    expect(await everything(connect(imported.server))).toEqual(await everything(connect(held)));
  });

  // What every node and relationship shares, every answer does; these few walk, sort and gather.
  test('questions have the same rows', async () => {
    const [one, other] = [await open(imported.server), await open(held)];
    const asked = [
      'shared-programs',
      'honours-of-town',
      'path-between',
      'promised-open',
      'duplicates-suspected',
    ];
    for (const question of (await loadQuestions()).filter(({ id }) => asked.includes(id))) {
      const ask = (store: Store) =>
        store.query(question.cypher.neo4j, questionParams(question, parseParams([])));
      expect(await ask(one), question.id).toEqual(await ask(other));
    }
  }, 180_000);

  test('a load afterwards changes nothing', async () => {
    const { nodes, relationships } = await (await open(imported.server)).load(all);
    const none = { created: 0, updated: 0, removed: 0 };
    expect([nodes, relationships]).toMatchObject([none, none]);
  });

  test('without line breaks within fields, too, it is as loaded', async () => {
    const oneLine = hostileGraph.nodes.filter(({ name }) => !/[\n\r]/.test(name));
    const ids = new Set(oneLine.map(({ id }) => id));
    const plain: Graph = {
      ...samples,
      nodes: [...samples.nodes, ...oneLine],
      edges: [...samples.edges, ...hostileGraph.edges.filter(({ to }) => ids.has(to))],
      reports: [...samples.reports, ...hostileGraph.reports],
    };
    await imported.stop();
    home = await newHome();
    imported = await importInto(home, plain);
    await connect(held).executeQuery('MATCH (n) DETACH DELETE n');
    await (await open(held)).load(plain);
    expect(await everything(connect(imported.server))).toEqual(await everything(connect(held)));
  }, 180_000);

  test('where it may only be read, questions are answered and a load is refused in one line', async () => {
    await imported.stop(true);
    imported = await startServer(home, ['server.databases.read_only=neo4j']);
    const store = await open(imported.server);
    const error = await store.load(graph).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(/用户 neo4j 不能写入数据库“neo4j”（.*--user、--database/);
    expect(String(error)).not.toContain('\n');
    expect((await store.query('MATCH (t:Town) RETURN count(t) > 1')).rows).toEqual([[true]]);
  }, 180_000);
});
