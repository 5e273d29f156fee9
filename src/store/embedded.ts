/**
 * The embedded store (Ladybug): a file beside graph.json, no server.
 *
 * Loading writes a new file, so it needs no MERGE; queries open it read-only. Where its Cypher differs from
 * Neo4j's is written at statements.ts.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../schema.js';
import { compareEdges, compareNodes, type Existing, type LoadReport, NO_COUNTS } from './compare.js';
import { loadApart } from './embedded-apart.js';
import { EMBEDDED_FILE, type NewFile, type OpenFile, openFile, readAll } from './embedded-file.js';
import { ask, propsOf } from './embedded-query.js';
import { readStamp, stampIsOurs, stampOf } from './embedded-stamp.js';
import { askTimed } from './embedded-timed.js';
import { collecting, firstLine } from './plain.js';
import { readOnlyError, refuseFileAccess } from './readonly.js';
import { graphRows, type Rows } from './rows.js';
import { allEdges, allNodes } from './statements.js';
import type { EmbeddedTarget, LoadOptions, Store } from './store.js';

async function openExisting(dir: string): Promise<OpenFile> {
  const path = join(dir, EMBEDDED_FILE);
  if (!existsSync(path)) {
    throw new StoreError(
      say(
        `${path}：没有图数据库；请先运行 zhentu build <报告…> -o ${dir}`,
        `${path}: no graph database; run zhentu build <reports…> -o ${dir} first`,
      ),
    );
  }
  const other = (found: string): StoreError =>
    new StoreError(
      say(
        `${path}：不是本版本写的图数据库（${found}）；请重新运行 zhentu build`,
        `${path}: not a graph database of this version (${found}); run zhentu build again`,
      ),
    );
  let file: OpenFile;
  try {
    file = await openFile(path, true);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw other(firstLine(error));
  }
  const stamp = await readStamp(file.connection).catch(firstLine);
  if (stampIsOurs(stamp)) return file;
  await file.close();
  throw other(stamp || say('没有版本标记', 'no version mark'));
}

async function existing(file: OpenFile, statements: readonly string[], column: string): Promise<Existing> {
  const found = new Map<string, Record<string, unknown>>();
  for (const statement of statements) {
    for (const row of await readAll(file.connection, statement)) {
      const props = propsOf(row[column] as object);
      found.set(String(props.id), props);
    }
  }
  return found;
}

const allUnchanged = (rows: Rows): LoadReport => ({
  nodes: { ...NO_COUNTS, unchanged: rows.nodes.length },
  relationships: { ...NO_COUNTS, unchanged: rows.edges.length },
});

const allCreated = (rows: Rows): LoadReport => ({
  nodes: { ...NO_COUNTS, created: rows.nodes.length },
  relationships: { ...NO_COUNTS, created: rows.edges.length },
});

function countGone(found: Existing, kept: readonly { readonly id: string }[]): number {
  const ids = new Set(kept.map((row) => row.id));
  return [...found.keys()].filter((id) => !ids.has(id)).length;
}

/** What a new file would change; everything is new where there is none, or one of another version. */
async function compareWithFile(dir: string, rows: Rows): Promise<LoadReport & { readonly same: boolean }> {
  const file = await openExisting(dir).catch((error: unknown) => {
    if (error instanceof StoreError) return null;
    throw error;
  });
  if (!file) return { same: false, ...allCreated(rows) };
  try {
    if ((await readStamp(file.connection)) === stampOf(rows)) return { same: true, ...allUnchanged(rows) };
    const nodes = await existing(file, NODE_LABELS.map(allNodes), 'n');
    const edges = await existing(file, STORE_EDGE_TYPES.map(allEdges), 'e');
    return {
      same: false,
      nodes: { ...compareNodes(rows.nodes, nodes).counts, removed: countGone(nodes, rows.nodes) },
      relationships: { ...compareEdges(rows.edges, edges).counts, removed: countGone(edges, rows.edges) },
    };
  } finally {
    await file.close();
  }
}

/** Loads in this process, which is to be ended afterwards: see embedded-apart.ts. `begun`: null for a dry run. */
export async function loadHere(
  dir: string,
  graph: Graph,
  begun: Promise<NewFile> | null,
): Promise<LoadReport> {
  const rows = graphRows(graph);
  const { same, ...report } = await compareWithFile(dir, rows);
  if (!same) await (await begun)?.write(rows);
  return report;
}

/** Opens the embedded store of a folder; the file itself is opened at the first query. */
export function openEmbedded({ dir, readOnly }: EmbeddedTarget): Store {
  let open: OpenFile | null = null;
  const close = async (): Promise<void> => {
    const file = open;
    open = null;
    await file?.close();
  };
  const stream: Store['stream'] = async (cypher, params, options, sink) => {
    refuseFileAccess(cypher);
    const { timeoutSeconds } = options;
    if (timeoutSeconds === undefined) {
      open ??= await openExisting(dir);
      return ask(open, cypher, params, options, sink);
    }
    // Refused here, before a process is started for nothing.
    if (!open) await (await openExisting(dir)).close();
    return askTimed({ dir, cypher, params, options }, timeoutSeconds, sink);
  };
  return {
    async load(graph: Graph, options: LoadOptions = {}): Promise<LoadReport> {
      if (readOnly) throw readOnlyError();
      await close();
      return loadApart(dir, graph, options);
    },
    query: collecting(stream),
    stream,
    close,
  };
}
