/** Real reports from files to all outputs: evidence at its place, rules named, the same bytes twice. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.js';
import { runQuery } from '../../src/commands/query.js';
import type { Graph } from '../../src/model.js';
import { decode } from '../../src/read/decode.js';
import { SETS } from './data.js';

const root = mkdtempSync(path.join(tmpdir(), 'zhentu-data-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const out = path.join(root, 'out');
const load = (dir: string): Graph => JSON.parse(readFileSync(path.join(dir, 'graph.json'), 'utf8'));

let graph: Graph;
beforeAll(async () => {
  const { failures } = await runBuild([SETS.gold.texts], { out, view: true, db: true, quiet: true });
  expect(failures).toEqual([]);
  graph = load(out);
});

test('all four outputs', () => {
  const files = readdirSync(out).filter((name) => !name.endsWith('.wal'));
  expect(files.sort()).toEqual(['graph.json', 'graph.lbug', 'index.html', 'summary.md']);
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  expect(graph.reports).toHaveLength(readdirSync(SETS.gold.texts).length);
  for (const { path: file, town, year } of graph.reports) {
    expect([file, names.get(town ?? ''), year]).toEqual([file, expect.any(String), expect.any(Number)]);
  }
});

test('shared-programs names programmes that at least two of the towns carry out', async () => {
  const rows: Record<string, unknown>[] = JSON.parse(
    await runQuery('shared-programs', { on: out, format: 'json' }),
  );
  expect(rows.length).toBeGreaterThan(0);
  const towns = new Set(graph.reports.map((r) => r.town));
  const byName = new Map<string, Set<string>>();
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  for (const e of graph.edges.filter((edge) => edge.type === '实施' && towns.has(edge.from))) {
    const name = names.get(e.to) ?? '';
    byName.set(name, (byName.get(name) ?? new Set()).add(e.from));
  }
  for (const row of rows) {
    const values = Object.values(row).filter((value) => typeof value === 'string');
    expect(
      values.some((value) => (byName.get(value)?.size ?? 0) >= 2),
      JSON.stringify(row),
    ).toBe(true);
  }
});

describe.each(['gold', 'wild'] as const)('%s: every fact can be looked up', (set) => {
  let built: Graph;
  beforeAll(async () => {
    const dir = path.join(root, set);
    await runBuild([SETS[set].texts], { out: dir, view: false, db: false, quiet: true });
    built = load(dir);
  });

  const convert = (
    createRequire(import.meta.url)('opencc-js/t2cn') as {
      Converter: (o: object) => (text: string) => string;
    }
  ).Converter({ from: 't', to: 'cn' });
  /** What cleaning may change: bracketed pinyin, spaces and invisible marks, doubled commas, script. */
  const bare = (text: string): string =>
    [
      ...text
        .replace(/[(（]\p{Script=Latin}{1,6}[)）]/gu, '')
        .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, ''),
    ]
      .map((char) => convert(char))
      .join('')
      .replace(/[,，]+/g, '，');

  /**
   * A reading whose opening bracket the mirror site broke, `?dù)`: some characters behind it are damaged as well,
   * and reading mends them. There, what lies before, between and behind the damaged stretches has to agree.
   */
  const DAMAGE = /\?\p{Script=Latin}{1,6}\)/u;
  const REACH = 16;
  const sameText = (slice: string, text: string): boolean => {
    const [before = '', ...rest] = slice.split(DAMAGE);
    if (rest.length === 0) return slice === text;
    if (!text.startsWith(before)) return false;
    let at = before.length;
    for (const part of rest.map((p) => p.slice(REACH))) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.endsWith((rest.at(-1) ?? '').slice(REACH));
  };

  test('evidence stands at its offsets in the source, and names its rule', () => {
    const sources = new Map(
      built.reports.map((r) => [r.id, decode({ path: r.path, bytes: readFileSync(r.path) })]),
    );
    const wrong = built.edges.flatMap((edge) =>
      edge.evidence.flatMap(({ report, start, end, text }) => {
        const slice = sources.get(report)?.slice(start, end) ?? '';
        return text !== '' && sameText(bare(slice), bare(text)) ? [] : [{ edge: edge.id, text, slice }];
      }),
    );
    expect(wrong).toEqual([]);
    const unruled = built.edges.filter(
      (e) => e.evidence.length === 0 || e.evidence.some(({ rule }) => !/^[\p{L}\p{N}…][^\s]*$/u.test(rule)),
    );
    expect(unruled).toEqual([]);
  });

  test('mentions stand inside the source', () => {
    const sources = new Map(
      built.reports.map((r) => [r.id, decode({ path: r.path, bytes: readFileSync(r.path) })]),
    );
    const outside = built.nodes.flatMap((n) =>
      n.mentions.filter(({ report, start, end }) => {
        const length = sources.get(report)?.length ?? 0;
        return !(start >= 0 && start < end && end <= length);
      }),
    );
    expect(outside).toEqual([]);
  });

  test('edges join nodes that are there', () => {
    const ids = new Set(built.nodes.map((n) => n.id));
    expect(built.edges.filter((e) => !ids.has(e.from) || !ids.has(e.to))).toEqual([]);
  });
});

test('twice, and in threads: the same bytes', async () => {
  const bytes = (dir: string, name: string) => readFileSync(path.join(dir, name));
  for (const jobs of [1, 3]) {
    const dir = path.join(root, `again${jobs}`);
    await runBuild([SETS.gold.texts], { out: dir, view: true, db: false, quiet: true, jobs });
    for (const name of ['graph.json', 'index.html', 'summary.md'])
      expect(bytes(dir, name).equals(bytes(out, name)), `${name}, ${jobs} threads`).toBe(true);
  }
});
