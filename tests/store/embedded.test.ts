import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StoreError } from '../../src/errors.js';
import type { Graph } from '../../src/model.js';
import { EMBEDDED_FILE, openFile } from '../../src/store/embedded-file.js';
import { follow, MORE } from '../../src/store/embedded-timed.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { dump, storeContract } from './contract.js';
import { edge, graph, HOSTILE_NAMES, node, QINGHE, REPORT_A } from './fixture.js';
import { questionContract } from './questions.js';

const root = await mkdtemp(join(tmpdir(), 'zhentu-embedded-'));
const stores: Store[] = [];

async function open(dir: string, readOnly = false): Promise<Store> {
  const store = await openStore({ kind: 'embedded', dir, readOnly });
  stores.push(store);
  return store;
}

const newDir = (): Promise<string> => mkdtemp(join(root, 'out-'));

afterAll(async () => {
  for (const store of stores.splice(0)) await store.close();
});
afterAll(() => rm(root, { recursive: true, force: true }));

const empty = async (): Promise<Store> => open(await newDir());
storeContract(empty);
questionContract('embedded', empty);

const failure = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('the file', () => {
  test('is the only thing a load leaves', async () => {
    const dir = await newDir();
    const store = await open(dir);
    await store.load(graph);
    await store.query('RETURN 1');
    expect(await readdir(dir)).toEqual([EMBEDDED_FILE]);
  });

  test('a load that fails leaves the old graph whole', async () => {
    const dir = await newDir();
    const store = await open(dir);
    await store.load(graph);
    const before = await dump(store);
    expect(await failure(store.load({ ...graph, edges: [edge('位于', QINGHE, 'Town:x')] }))).toBeInstanceOf(
      StoreError,
    );
    expect(await readdir(dir)).toEqual([EMBEDDED_FILE]);
    expect(await dump(store)).toEqual(before);
  });

  test('counts what a new graph leaves out as removed', async () => {
    const store = await open(await newDir());
    await store.load(graph);
    const report = await store.load({ ...graph, edges: graph.edges.slice(1) });
    expect([report.nodes.removed, report.relationships.removed]).toEqual([0, 1]);
  });

  test.each([
    ['no file', async () => undefined, /没有图数据库.*zhentu build/],
    [
      'not a database',
      (dir: string) => writeFile(join(dir, EMBEDDED_FILE), 'x'.repeat(5000)),
      /不是本版本.*zhentu build/,
    ],
    [
      'a database of somebody else',
      async (dir: string) => {
        const file = await openFile(join(dir, EMBEDDED_FILE), false);
        await file.connection.query('CREATE NODE TABLE Report(id STRING, PRIMARY KEY(id))');
        await file.connection.query('CHECKPOINT');
        await file.close();
      },
      /不是本版本.*zhentu build/,
    ],
  ])('%s: one line says what to do, and a load mends it', async (_name, prepare, message) => {
    const dir = await newDir();
    await prepare(dir);
    const store = await open(dir);
    const error = await failure(store.query('RETURN 1'));
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(message);
    await store.load(graph);
    expect((await store.query('MATCH (t:Town) RETURN count(*)')).rows).toEqual([[3]]);
  });

  test('opened read-only it takes no load', async () => {
    const store = await open(await newDir(), true);
    expect(String(await failure(store.load(graph)))).toMatch(/只读/);
  });
});

test('a time limit stops what the engine cannot be interrupted in, and rows come whole within it', async () => {
  const store = await open(await newDir());
  await store.load(graph);
  const endless = 'UNWIND range(1, 100000000000) AS x RETURN count(x) AS n';
  expect(String(await failure(store.query(endless, {}, { timeoutSeconds: 0.5 })))).toMatch(/超过 0\.5 秒/);
  const { rows } = await store.query('UNWIND range(1, 2000) AS x RETURN x', {}, { timeoutSeconds: 60 });
  expect(rows).toEqual(Array.from({ length: 2000 }, (_, i) => [i + 1]));
  const limited = await store.query(
    'MATCH (n) RETURN n.id ORDER BY n.id',
    {},
    { timeoutSeconds: 60, limit: 2 },
  );
  expect([limited.rows.length, limited.truncated]).toEqual([2, true]);
  expect(String(await failure(store.query('RETURN', {}, { timeoutSeconds: 60 })))).toMatch(/Cypher 有误/);
  expect(String(await failure(store.query('CREATE (:Town {id: "x"})', {}, { timeoutSeconds: 60 })))).toMatch(
    /只读/,
  );
});

test('a time limit is the query’s, not its reader’s, and may be longer than a timer', async () => {
  const store = await open(await newDir());
  await store.load(graph);
  const all = 'UNWIND range(1, 2000) AS x RETURN x';
  let read = 0;
  // Only the reader lets time pass.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    await store.stream(all, {}, { timeoutSeconds: 3 }, (_columns, rows) => {
      vi.advanceTimersByTime(60_000);
      read += rows.length;
    });
  } finally {
    vi.useRealTimers();
  }
  expect(read).toBe(2000);
  expect((await store.query(all, {}, { timeoutSeconds: 2 ** 31 })).rows).toHaveLength(2000);
});

test('under a time limit the next rows are asked for when the last are read', async () => {
  const said: unknown[] = [];
  const child = Object.assign(new EventEmitter(), { send: (message: unknown) => said.push(message) > 0 });
  const done: (() => void)[] = [];
  const following = follow(child, 60, () => new Promise<void>((resolve) => done.push(resolve)));
  child.emit('message', { kind: 'begun' });
  for (const i of [1, 2]) {
    child.emit('message', { kind: 'rows', columns: ['x'], rows: [[i]] });
    await setImmediate();
    expect(said).toHaveLength(i - 1);
    done.at(-1)?.();
    await setImmediate();
    expect(said).toEqual(Array(i).fill(MORE));
  }
  child.emit('message', { kind: 'end', end: { truncated: true } });
  expect(await following).toEqual({ truncated: true });
});

test('a reader that fails is handed no further rows', async () => {
  const store = await open(await newDir());
  await store.load(graph);
  let batches = 0;
  const failing = store.stream(
    'UNWIND range(1, 5000) AS x RETURN x',
    {},
    { timeoutSeconds: 60 },
    async () => {
      batches += 1;
      throw new Error('full');
    },
  );
  expect(String(await failure(failing))).toMatch(/full/);
  await setImmediate();
  expect(batches).toBe(1);
});

describe('large groups, which go by way of CSV', () => {
  const many = 700;
  /** Every value of row i is `text(i)`; its list is empty, of one or of two. */
  const large = (text: (i: number) => string): Graph => {
    const projects = Array.from({ length: many }, (_, i) =>
      node(`Project:多/${i}`, text(i), { amount: text(i) }, [text(i), 'x'].slice(0, i % 3)),
    );
    const edges = projects.map(({ id }, i) =>
      edge('开工', QINGHE, id, { status: 'done', ...(i % 2 && { year: 2023, role: text(i) }) }, text(i)),
    );
    const reports = graph.reports.filter((report) => report.id === REPORT_A);
    return { ...graph, reports, nodes: [node(QINGHE, '青禾镇'), ...projects], edges };
  };
  const nasty = HOSTILE_NAMES.map((name) => name.replace(/\p{Surrogate}/gu, '\ufffd'));
  const spoken = nasty.filter((name) => !name.includes('\0'));

  test.each<[string, (i: number) => string]>([
    ['quotes, line breaks, emoji', (i) => spoken[i % spoken.length] as string],
    [
      'signs CSV would take for something',
      (i) => ['NULL', '"', ',', '\r\n', '[a,b]', '\\', "'"][i % 7] as string,
    ],
    // These are left to parameters.
    ['NUL', (i) => nasty[i % nasty.length] as string],
    ['empty texts', (i) => (i % 5 ? '甲' : '')],
    ['the divider of lists', (i) => (i % 5 ? '甲' : '\u001f乙')],
    ['one text of a megabyte', (i) => (i === 3 ? '句'.repeat(400_000) : '甲')],
  ])('%s', async (_name, text) => {
    const store = await open(await newDir());
    await store.load(large(text));
    const { rows } = await store.query(
      'MATCH (t:Town)-[e:开工]->(p:Project) RETURN p.id, p.name, p.amount, p.aliases, e.year, e.role, e.evidence',
    );
    const found = new Map(rows.map(([id, ...values]) => [id, values]));
    expect(found.size).toBe(many);
    for (let i = 0; i < many; i++) {
      const [name, amount, aliases, year, role, evidence] = found.get(`Project:多/${i}`) ?? [];
      const odd = i % 2 === 1;
      expect([name, amount, aliases]).toEqual([text(i), text(i), [text(i), 'x'].slice(0, i % 3)]);
      expect([year, role]).toEqual(odd ? [2023, text(i)] : [null, null]);
      expect(JSON.parse(String((evidence as string[])[0])).text).toBe(text(i));
    }
    expect((await store.load({ ...large(text), edges: [] })).nodes.updated).toBe(0);
  });
});

test.each(['[a]', 'a*', 'a?b', "a'b", '中 文'])('a folder may be called %s', async (name) => {
  const dir = join(await newDir(), name);
  // What the name would stand for, were it a pattern.
  await mkdir(join(dir, '../ab'), { recursive: true });
  const store = await open(dir);
  const projects = Array.from({ length: 600 }, (_, i) => node(`Project:多/${i}`, `工程${i}`));
  await store.load({ ...graph, nodes: [...graph.nodes, ...projects] });
  expect((await store.query('MATCH (p:Project) RETURN count(p)')).rows).toEqual([[601]]);
});

describe('statements that reach beyond the graph are refused', () => {
  let store: Store;
  beforeAll(async () => {
    store = await open(await newDir());
    await store.load(graph);
  });

  test.each([
    ['COPY (MATCH (t:Town) RETURN t.name) TO "towns.csv"'],
    ['EXPORT DATABASE "elsewhere"'],
    ['INSTALL json'],
    ['LOAD FROM "package.json" (file_format="csv") RETURN *'],
    ['MATCH (t:Town) LOAD FROM "package.json" (file_format="csv", header=false) RETURN *'],
    ['LOAD WITH HEADERS (a STRING) FROM "package.json" (file_format="csv") RETURN *'],
    ['// harmless\nATTACH "x.db" AS x (dbtype sqlite)'],
    ['EXPLAIN COPY Town FROM "towns.csv"'],
  ])('%s', async (cypher) => {
    expect(String(await failure(store.query(cypher)))).toMatch(/只读/);
  });

  test('but their words may stand in names and strings', async () => {
    const { rows } = await store.query(
      `MATCH (t:Town) WHERE t.name = 'LOAD FROM' OR t.name = "COPY" RETURN t.name`,
    );
    expect(rows).toEqual([]);
  });
});

const name = fc.string({ unit: 'binary', maxLength: 8 });
const anyGraph: fc.Arbitrary<Graph> = fc
  .record({
    towns: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    programs: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), fc.option(fc.integer({ min: 1990, max: 2030 }))), {
      maxLength: 6,
      selector: String,
    }),
    text: name,
  })
  .map(({ towns, programs, pairs, text }) => ({
    format: 'zhentu-graph',
    version: 1,
    reports: graph.reports.filter((report) => report.id === REPORT_A),
    nodes: [
      ...towns.map((town) => node(`Town:${town}`, town, { code: town }, [text])),
      ...programs.map((program) => node(`Program:${program}`, program)),
    ],
    edges: [
      ...new Map(
        pairs
          .map(([a, b, year]) =>
            edge(
              '实施',
              `Town:${towns[a % towns.length]}`,
              `Program:${programs[b % programs.length]}`,
              year === null ? {} : { year, status: 'done' },
              text,
            ),
          )
          .map((item) => [item.id, item]),
      ).values(),
    ],
  }));

test('loading any graph twice is loading it once, in whatever order it comes', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (any) => {
      const dir = await newDir();
      const store = await openStore({ kind: 'embedded', dir });
      try {
        const first = await store.load(any);
        const before = await dump(store);
        const bytes = await readFile(join(dir, EMBEDDED_FILE));
        const second = await store.load({
          ...any,
          nodes: any.nodes.toReversed(),
          edges: any.edges.toReversed(),
        });
        expect(second.nodes).toEqual({ created: 0, updated: 0, unchanged: first.nodes.created, removed: 0 });
        expect(second.relationships.unchanged).toBe(first.relationships.created);
        expect(bytes.equals(await readFile(join(dir, EMBEDDED_FILE)))).toBe(true);
        // Read back and compared row by row, not by the stamp alone.
        const third = await store.load({ ...any, nodes: [...any.nodes, node('Event:new', 'new')] });
        expect(third.nodes).toEqual({ created: 1, updated: 0, unchanged: first.nodes.created, removed: 0 });
        await store.load(any);
        expect(await dump(store)).toEqual(before);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 5 },
  );
}, 180_000);
