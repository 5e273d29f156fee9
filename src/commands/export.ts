/** `zhentu export`: the graph of a folder in the files of other programs. */
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { type CsvFile, IMPORT_COMMAND, neo4jCsv } from '../store/neo4j-csv.js';
import { graphRows } from '../store/rows.js';
import { readGraph } from './load.js';
import { openFolder } from './output.js';
import { systemReason } from './system-error.js';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
}

interface Exported {
  readonly files: readonly CsvFile[];
  /** What to do with the files. */
  readonly next: string;
}

const FORMATS: Readonly<Record<string, (graph: Graph) => Exported>> = {
  'neo4j-csv': (graph) => ({
    files: neo4jCsv(graphRows(graph)),
    next: say(
      `先停止 Neo4j，在该文件夹中运行（会覆盖数据库 neo4j 的全部内容）：\n  ${IMPORT_COMMAND}\n启动后运行一次（约束、索引、空列表）：\n  cypher-shell -d neo4j -f after-import.cypher`,
      `Stop Neo4j, and in that folder run (replaces everything in database neo4j):\n  ${IMPORT_COMMAND}\nOnce it is started, run (constraint, indexes, empty lists):\n  cypher-shell -d neo4j -f after-import.cypher`,
    ),
  }),
};

/** Characters written at once. */
const PIECE = 1 << 20;

function writeFile(file: string, text: Iterable<string>): void {
  try {
    const handle = openSync(file, 'w');
    try {
      let waiting = '';
      for (const piece of text) {
        waiting += piece;
        if (waiting.length < PIECE) continue;
        writeWhole(handle, waiting);
        waiting = '';
      }
      writeWhole(handle, waiting);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(
      say(
        `${file}：写不了（${systemReason(error)}），导出不完整；请检查权限和磁盘，或用 -o 换一个文件夹`,
        `${file}: cannot be written (${systemReason(error)}), the export is incomplete; check rights and disk, or choose another folder with -o`,
      ),
    );
  }
}

/** A disk that fills up takes a part of what it is given. */
function writeWhole(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** Text for stdout. Throws UsageError or StoreError, one line. */
export async function runExport(dir: string, { format, out }: ExportOptions): Promise<string> {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!write) {
    const list = Object.keys(FORMATS).join(', ');
    throw new UsageError(say(`--format ${format}：应为 ${list}`, `--format ${format}: expected ${list}`));
  }
  const { files, next } = write(await readGraph(dir));
  openFolder(out);
  for (const { name, text } of files) writeFile(path.join(out, name), text);
  return say(
    `${out}：写出 ${files.length} 个文件\n${next}\n`,
    `${out}: ${files.length} files written\n${next}\n`,
  );
}
