/** `zhentu load`: graph.json of a folder → Neo4j, and what changed there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError, UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { FORMAT, FORMAT_VERSION } from '../schema.js';
import { openStore } from '../store/open.js';
import type { Counts, LoadReport } from '../store/store.js';
import { type Neo4jOptions, neo4jTarget } from './store-target.js';

export interface LoadCommandOptions extends Neo4jOptions {
  readonly dryRun?: boolean;
}

const FILE = 'graph.json';

/** Reads graph.json of a folder; throws StoreError where there is none, or one of another format. */
export async function readGraph(dir: string): Promise<Graph> {
  const path = join(dir, FILE);
  const fail = (zh: string, en: string): StoreError =>
    new StoreError(say(`${path}：${zh}；请先运行 zhentu build`, `${path}: ${en}; run zhentu build first`));
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? fail('没有这个文件', 'there is no such file')
      : fail(`读不了（${error.code}）`, `cannot be read (${error.code})`);
  });
  let value: Partial<Graph> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail('不是 JSON', 'not JSON');
  }
  if (value?.format !== FORMAT || value.version !== FORMAT_VERSION) {
    throw fail(
      `应为 ${FORMAT} 第 ${FORMAT_VERSION} 版，实为 ${value?.format} ${value?.version}`,
      `expected ${FORMAT} version ${FORMAT_VERSION}, found ${value?.format} ${value?.version}`,
    );
  }
  if (![value.reports, value.nodes, value.edges].every(Array.isArray)) {
    throw fail('缺少 reports、nodes 或 edges', 'reports, nodes or edges are missing');
  }
  return value as Graph;
}

/** Loads the graph of a folder into Neo4j; with `dryRun` only counts. */
export async function loadGraph(dir: string, options: LoadCommandOptions): Promise<LoadReport> {
  if (!options.neo4j) {
    throw new UsageError(
      say(
        'load 需要 --neo4j <地址>，如 bolt://localhost:7687',
        'load needs --neo4j <uri>, e.g. bolt://localhost:7687',
      ),
    );
  }
  const graph = await readGraph(dir);
  const store = await openStore(neo4jTarget(options.neo4j, options));
  try {
    return await store.load(graph, { dryRun: options.dryRun ?? false });
  } finally {
    await store.close();
  }
}

const line = (what: string, { created, updated, unchanged, removed }: Counts): string =>
  say(
    `${what}：新增 ${created}，更新 ${updated}，未变 ${unchanged}，删除 ${removed}`,
    `${what}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`,
  );

/** Text for stdout. */
export async function runLoad(dir: string, options: LoadCommandOptions): Promise<string> {
  const { nodes, relationships } = await loadGraph(dir, options);
  const plan = options.dryRun ? [say('试运行，未写入', 'dry run, nothing written')] : [];
  return `${[
    ...plan,
    line(say('节点', 'nodes'), nodes),
    line(say('关系', 'relationships'), relationships),
  ].join('\n')}\n`;
}
