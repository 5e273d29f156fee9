// `npm run bench -- load`: loading into Neo4j, in rows a second, beside a plain loop over the driver.
//   load        the program's own, twice: into an empty database, and again
//   plain       UNWIND … MERGE of the same rows and properties in the same run, twice
//   import      neo4j-admin database import of the exported files: its own reported time, and the wall clock
//   embedded    the file beside graph.json
// The graph is made here, its size in nodes and relationships: 10k/40k, and 100k/400k with `--large`. Needs Java and
// Maven, as the tests do.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Table from 'cli-table3';
import neo4j from 'neo4j-driver';
import { createServer } from 'vite';
import { root } from './lib/run.mjs';

const run = promisify(execFile);
const COUNTY = '东海省/云川市/临水县';
const REPORT = 'Report:0123456789abcdef';
const PLAIN_ROWS = 5000;
// Of each time the median, of each ratio the median of the rounds' own: another program may take the machine for a while.
const ROUNDS = 3;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const many = (n) => Math.round(n).toLocaleString('en-US');
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);

/** Towns with villages; companies and honours; four facts a node, each with its sentence. */
function makeGraph(size) {
  const towns = Math.max(1, Math.round(size / 100));
  const id = (i) =>
    i < towns
      ? `Town:${COUNTY}/第${i}镇`
      : i % 2
        ? `Village:${COUNTY}/第${i % towns}镇/第${i}村`
        : `Project:${COUNTY}/第${i}工程`;
  const nodes = Array.from({ length: size - 1 }, (_, i) => ({
    id: id(i),
    label: id(i).split(':')[0],
    name: id(i).split('/').at(-1),
    aliases: i % 3 ? [] : [`别名${i}`],
    props: {},
    mentions: [{ report: REPORT, start: i, end: i + 4, rule: 'bench' }],
  }));
  const edges = [];
  for (let i = towns; i < nodes.length && edges.length < size * 3; i++) {
    const town = id((i * 7) % towns);
    const village = nodes[i].label === 'Village';
    for (const year of [2021, 2022, 2023]) {
      const text = `${nodes[i].name}于${year}年在全镇范围内完成验收并交付使用，群众满意度继续位居前列。`;
      const [type, from, to] = village ? ['位于', id(i), town] : ['竣工', town, id(i)];
      edges.push({
        id: `${type}|${from}|${to}|done|${year}`,
        type,
        from,
        to,
        status: 'done',
        year,
        evidence: [{ report: REPORT, start: i, end: i + text.length, text, rule: 'bench' }],
      });
    }
  }
  const report = {
    id: REPORT,
    path: 'bench.txt',
    title: '报告',
    issuer: null,
    published: null,
    year: 2023,
    town: id(0),
  };
  return { format: 'zhentu-graph', version: 1, reports: [report], nodes, edges };
}

const timed = async (work) => {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
};

/** What somebody would write in an afternoon: constraint, then UNWIND … MERGE, one managed transaction a batch. */
async function plainLoad(driver, { nodes, edges }, { groupRows, nodeColumns, edgeColumns, toDriver }) {
  await driver.executeQuery('CREATE CONSTRAINT plain IF NOT EXISTS FOR (n:Zhentu) REQUIRE n.id IS UNIQUE');
  const session = driver.session({ database: 'neo4j' });
  const send = async (rows, statement) => {
    for (let at = 0; at < rows.length; at += PLAIN_ROWS) {
      const batch = rows.slice(at, at + PLAIN_ROWS);
      await session.executeWrite((tx) => tx.run(statement, { rows: batch }));
    }
  };
  for (const [label, group] of groupRows(nodes, (row) => row.label)) {
    const rows = group.map(({ id, props }) => ({ id, props: toDriver(nodeColumns[label], props) }));
    await send(rows, `UNWIND $rows AS row MERGE (n:Zhentu {id: row.id}) SET n:\`${label}\`, n += row.props`);
  }
  for (const [type, group] of groupRows(edges, (row) => row.type)) {
    const rows = group.map(({ id, from, to, props }) => ({
      id,
      from,
      to,
      props: toDriver(edgeColumns, props),
    }));
    await send(
      rows,
      `UNWIND $rows AS row MATCH (a:Zhentu {id: row.from}) MATCH (b:Zhentu {id: row.to}) MERGE (a)-[e:\`${type}\` {id: row.id}]->(b) SET e += row.props`,
    );
  }
  await session.close();
}

async function clear(driver) {
  const session = driver.session({ database: 'neo4j' });
  // A report names every node: deleted with all that hangs on it, it would not fit into a transaction.
  await session.run('MATCH ()-[e]->() CALL (e) { DELETE e } IN TRANSACTIONS OF 10000 ROWS');
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  const drop = async (list, kind) => {
    const { records } = await session.run(list);
    for (const record of records) await session.run(`DROP ${kind} \`${record.get('name')}\``);
  };
  await drop('SHOW CONSTRAINTS YIELD name RETURN name', 'CONSTRAINT');
  await drop("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", 'INDEX');
  await session.close();
}

/** Into an empty folder: the time the importer reports, and the wall clock, in milliseconds. */
async function importOnce(csv, { runAdmin, newHome }) {
  const { IMPORT_COMMAND } = await built('store/neo4j-csv.js');
  const home = await newHome();
  const [, ...args] = IMPORT_COMMAND.split(' ');
  const { ms: wall, value } = await timed(() => runAdmin(home, args, csv));
  await rm(home, { recursive: true });
  const told = /IMPORT DONE in (?:(\d+)m )?(?:(\d+)s )?(?:(\d+)ms)?/.exec(value);
  if (!told) throw new Error(`the importer does not say how long it took: ${value.slice(-500)}`);
  const [, minutes, s, ms] = told;
  return { wall, reported: Number(minutes ?? 0) * 60_000 + Number(s ?? 0) * 1000 + Number(ms ?? 0) };
}

/** What a server is asked to do twice, into an empty database and again, by the plain loop and by `load`, in turn. */
async function loadRounds(server, graph, rows) {
  const [{ openStore }, { graphRows, groupRows }, columns, { propsToDriver }] = await Promise.all([
    built('store/open.js'),
    built('store/rows.js'),
    built('store/columns.js'),
    built('store/neo4j-values.js'),
  ]);
  const helpers = {
    groupRows,
    nodeColumns: columns.NODE_COLUMNS,
    edgeColumns: columns.EDGE_COLUMNS,
    toDriver: propsToDriver,
  };
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const store = await openStore({ kind: 'neo4j', ...server });
  try {
    // The server's own warm-up must fall on nobody: every statement is sent before, first load and second.
    const warm = makeGraph(2000);
    for (let i = 0; i < 2; i++) await plainLoad(driver, graphRows(warm), helpers);
    await clear(driver);
    for (let i = 0; i < 3; i++) await store.load(warm);
    const twice = async (work) => {
      await clear(driver);
      return [(await timed(work)).ms, (await timed(work)).ms];
    };
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) {
      rounds.push({
        plain: await twice(() => plainLoad(driver, rows, helpers)),
        own: await twice(() => store.load(graph)),
      });
    }
    return ['first', 'second'].map((which, i) => ({
      which,
      plain: median(rounds.map(({ plain }) => plain[i])),
      own: median(rounds.map(({ own }) => own[i])),
      ratio: median(rounds.map(({ plain, own }) => plain[i] / own[i])),
    }));
  } finally {
    await store.close();
    await driver.close();
  }
}

async function benchSize(size, { startServer, runAdmin, newHome }) {
  const [{ openStore }, { graphRows }, { runExport }] = await Promise.all([
    built('store/open.js'),
    built('store/rows.js'),
    built('commands/export.js'),
  ]);
  const graph = makeGraph(size);
  const rows = graphRows(graph);
  const total = rows.nodes.length + rows.edges.length;
  const results = [];
  const note = (what, ms, remark = '') =>
    results.push([what, seconds(ms), `${many((total / ms) * 1000)} /s`, remark]);
  // Stopped before the import: so its users run it.
  const started = await startServer(await newHome());
  const times = await loadRounds(started.server, graph, rows).finally(() => started.stop());
  for (const { which, plain } of times) note(`plain loop, ${which}`, plain);
  for (const { which, own, ratio } of times) note(`load, ${which}`, own, `${ratio.toFixed(2)} × plain`);
  const dir = await mkdtemp(join(tmpdir(), 'zhentu-bench-'));
  try {
    await writeFile(join(dir, 'graph.json'), JSON.stringify(graph));
    const csv = join(dir, 'csv');
    note('export of neo4j-csv', (await timed(() => runExport(dir, { format: 'neo4j-csv', out: csv }))).ms);
    const imports = [];
    for (let i = 0; i < ROUNDS; i++) imports.push(await importOnce(csv, { runAdmin, newHome }));
    const reported = median(imports.map((each) => each.reported));
    note('import, as it reports', reported, `${(times[0].plain / reported).toFixed(1)} × plain`);
    note('import, with the JVM', median(imports.map((each) => each.wall)));
    const embedded = await openStore({ kind: 'embedded', dir });
    note('embedded file', (await timed(() => embedded.load(graph))).ms);
    await embedded.close();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  const head = [
    `${many(rows.nodes.length)} nodes, ${many(rows.edges.length)} relationships`,
    'time',
    'rows',
    '',
  ];
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...results);
  console.log(`${table}\n`);
}

/** The tests' own server; written in TypeScript, which Node 20 does not read by itself. */
async function serverTools() {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true },
  });
  return { tools: await vite.ssrLoadModule('/tests/neo4j/server.ts'), close: () => vite.close() };
}

export async function benchLoad(large) {
  await run('java', ['-version']);
  const { tools, close } = await serverTools();
  try {
    for (const size of large ? [10_000, 100_000] : [10_000]) {
      await benchSize(size, tools);
    }
  } finally {
    await close();
  }
}
