/** `zhentu load`: graph.json of a folder → Neo4j, and what changed there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError, UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { FORMAT, FORMAT_VERSION } from '../schema.js';
import { openStore } from '../store/open.js';
import type { Counts, LoadReport, Store } from '../store/store.js';
import { type Confirm, terminalConfirm } from './confirm.js';
import { openLoadProgress } from './progress.js';
import { type Neo4jOptions, neo4jTarget } from './store-target.js';
import { systemReason } from './system-error.js';

export interface LoadCommandOptions extends Neo4jOptions {
  readonly dryRun?: boolean;
  /** Also remove from Neo4j what earlier loads wrote and the folder's graph no longer holds. */
  readonly prune?: boolean;
  /** Prune without asking. */
  readonly yes?: boolean;
}

const FILE = 'graph.json';

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** Reads graph.json of a folder; throws StoreError where there is none, or one of another format. */
export async function readGraph(dir: string): Promise<Graph> {
  const path = join(dir, FILE);
  const fail = (zh: string, en: string): StoreError =>
    new StoreError(say(`${path}：${zh}；请先运行 zhentu build`, `${path}: ${en}; run zhentu build first`));
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? fail('没有这个文件', 'there is no such file')
      : fail(`读不了（${systemReason(error)}）`, `cannot be read (${systemReason(error)})`);
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

/** Asks before anything is removed, or written; throws UsageError unless somebody says yes. */
async function confirmPrune(store: Store, graph: Graph, confirm: Confirm | null): Promise<void> {
  const plan = await store.load(graph, { dryRun: true, prune: true });
  const [nodes, relationships] = [plan.nodes.removed, plan.relationships.removed];
  if (nodes + relationships === 0) return;
  if (confirm === null) {
    throw new UsageError(
      say(
        `--prune 将删除 ${nodes} 个节点、${relationships} 条关系，此处无法询问，未作任何改动；确认请加 --yes`,
        `--prune would remove ${nodes} nodes and ${relationships} relationships and cannot ask here, nothing was changed; add --yes to agree`,
      ),
    );
  }
  const agreed = await confirm(
    say(
      `将删除 ${nodes} 个节点、${relationships} 条关系，继续吗？[y/N] `,
      `Remove ${nodes} nodes and ${relationships} relationships? [y/N] `,
    ),
  );
  if (agreed) return;
  throw new UsageError(
    say(
      '未确认，未作任何改动；只载入、不删除请去掉 --prune',
      'not confirmed, nothing was changed; leave out --prune to load and remove nothing',
    ),
  );
}

/**
 * Loads the graph of a folder into Neo4j; with `dryRun` only counts.
 *
 * With `prune`, what would be removed is counted and agreed on first, by `yes` or by `confirm` (null: there is
 * nobody to ask); only then is the graph loaded, and the rest removed. Throws UsageError where nobody agrees, and
 * then nothing is written either.
 */
export async function loadGraph(
  dir: string,
  options: LoadCommandOptions,
  confirm: Confirm | null = terminalConfirm(),
): Promise<LoadReport> {
  if (!options.neo4j) {
    throw new UsageError(
      say(
        'load 需要 --neo4j <地址>，如 bolt://localhost:7687',
        'load needs --neo4j <uri>, e.g. bolt://localhost:7687',
      ),
    );
  }
  const { dryRun = false, prune = false, yes = false } = options;
  const graph = await readGraph(dir);
  const store = await openStore(neo4jTarget(options.neo4j, options));
  const progress = openLoadProgress();
  try {
    if (prune && !dryRun && !yes) await confirmPrune(store, graph, confirm);
    return await store.load(graph, { dryRun, prune, progress: progress.show });
  } finally {
    progress.stop();
    await store.close();
  }
}

const line = (what: string, { created, updated, unchanged, removed }: Counts): string =>
  say(
    `${what}：新增 ${created}，更新 ${updated}，未变 ${unchanged}，删除 ${removed}`,
    `${what}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`,
  );

const keptLine = (kept: number): string =>
  say(
    `保留 ${kept} 个图谱中已没有的节点：它们带有他人建立的关系`,
    `${kept} nodes that are no longer in the graph stay: others tied relationships to them`,
  );

/** A corrected report: its old version gives way to the one loaded. The title is the document's own text. */
export function supersededLine({ title, year }: NonNullable<LoadReport['superseded']>[number]): string {
  const name = title.replace(CONTROL, ' ');
  return say(
    `《${name}》${year === null ? '' : `（${year} 年）`}有新版本：只有旧版本支持的内容随之删除`,
    `"${name}"${year === null ? '' : ` (${year})`} has a new version: what only the old one supported is removed`,
  );
}

const LISTED = 20;

/** The first few of what would go, by id: a person can tell whether it is meant. */
function plannedLines(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length - LISTED;
  return [
    say(`将删除${what}：`, `${what} to be removed:`),
    ...ids.slice(0, LISTED).map((id) => `  ${id.replace(CONTROL, ' ')}`),
    ...(more > 0 ? [say(`  ……另有 ${more} 个`, `  … and ${more} more`)] : []),
  ];
}

/** Text for stdout; `confirm` as in loadGraph. */
export async function runLoad(
  dir: string,
  options: LoadCommandOptions,
  confirm: Confirm | null = terminalConfirm(),
): Promise<string> {
  const { nodes, relationships, kept = 0, superseded, plan } = await loadGraph(dir, options, confirm);
  const [ofNodes, ofRelationships] = [say('节点', 'nodes'), say('关系', 'relationships')];
  return `${[
    ...(options.dryRun ? [say('试运行，未写入', 'dry run, nothing written')] : []),
    line(ofNodes, nodes),
    line(ofRelationships, relationships),
    ...(superseded ?? []).map(supersededLine),
    ...(kept > 0 ? [keptLine(kept)] : []),
    ...plannedLines(ofNodes, plan?.nodes ?? []),
    ...plannedLines(ofRelationships, plan?.relationships ?? []),
  ].join('\n')}\n`;
}
