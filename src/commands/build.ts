/** `zhentu build`: reports → graph.json, embedded database, viewer page and summary.md in one folder. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Graph } from '../model.js';
import { resolve } from '../resolve/index.js';
import { EMBEDDED_FILE } from '../store/embedded-file.js';
import { type Failure, listInputs } from './inputs.js';
import { openFolder, writeOutput } from './output.js';
import { readAll } from './read-all.js';
import { summaryOf } from './summary.js';

export interface BuildOptions {
  readonly out: string;
  readonly lexicon?: string;
  readonly jobs?: number;
  readonly town?: string;
  readonly year?: number;
  readonly quiet?: boolean;
  readonly view: boolean;
  readonly db: boolean;
}

export interface BuildResult {
  readonly graph: Graph;
  readonly failures: readonly Failure[];
  readonly written: readonly string[];
}

export const GRAPH_FILE = 'graph.json';
export const PAGE_FILE = 'index.html';
export const SUMMARY_FILE = 'summary.md';

/** One line an element, so that two graphs can be compared with diff. Same graph, same bytes. */
export const graphJson = (graph: Graph): string => {
  const list = (rows: readonly object[]) =>
    rows.length === 0 ? '[]' : `[\n${rows.map((r) => JSON.stringify(r)).join(',\n')}\n]`;
  return `{"format":"${graph.format}","version":${graph.version},\n"reports":${list(graph.reports)},\n"nodes":${list(graph.nodes)},\n"edges":${list(graph.edges)}}\n`;
};

// Both are loaded when needed: the engine's native part and the layout take time to start.
const fillStore = async (graph: Graph, dir: string): Promise<void> => {
  const { openStore } = await import('../store/open.js');
  const store = await openStore({ kind: 'embedded', dir });
  try {
    await store.load(graph);
  } finally {
    await store.close();
  }
};

const makePage = async (graph: Graph): Promise<string> => (await import('../view/index.js')).buildPage(graph);

/** Throws UsageError for no input at all; bad files are in `failures`, and nothing is written when all are bad. */
export const runBuild = async (paths: readonly string[], options: BuildOptions): Promise<BuildResult> => {
  const { files, failures } = listInputs(paths);
  const read = await readAll(files, options);
  const graph = resolve(read.extractions);
  const all = [...failures, ...read.failures];
  if (read.extractions.length === 0) return { graph, failures: all, written: [] };
  openFolder(options.out);
  const written: string[] = [];
  const write = (name: string, text: string) => {
    writeOutput(options.out, name, text);
    written.push(name);
  };
  write(GRAPH_FILE, graphJson(graph));
  // The engine works in threads of its own, so the page is laid out meanwhile.
  const [page] = await Promise.all([
    options.view ? makePage(graph) : null,
    options.db ? fillStore(graph, options.out) : null,
  ]);
  // What an earlier build left would answer for other reports.
  if (!options.db) rmSync(path.join(options.out, EMBEDDED_FILE), { recursive: true, force: true });
  if (page === null) rmSync(path.join(options.out, PAGE_FILE), { force: true });
  else write(PAGE_FILE, page);
  write(SUMMARY_FILE, summaryOf(graph, all));
  return { graph, failures: all, written };
};
