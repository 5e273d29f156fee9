/** `zhentu extract`: exchange files, one set per document; `--stream`: JSON lines in, JSON lines out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { UsageError, ZhentuError } from '../errors.js';
import { exchangeOf, jsonLines } from '../extract/exchange.js';
import { extract } from '../extract/index.js';
import { type Knowledge, openKnowledge } from '../knowledge.js';
import { say } from '../messages.js';
import { readText } from '../read/index.js';
import { type Failure, listInputs } from './inputs.js';
import { readAll } from './read-all.js';

export interface ExtractOptions {
  readonly out: string;
  readonly lexicon?: string;
  readonly town?: string;
  readonly year?: number;
  readonly quiet?: boolean;
}

export interface ExtractResult {
  readonly documents: number;
  readonly failures: readonly Failure[];
}

const baseName = (file: string): string => path.posix.basename(file).replace(/\.[^.]*$/, '');

/** Writes `DOC.entities.jsonl`, `DOC.relations.jsonl`, `DOC.indicators.jsonl` for every readable report. */
export const runExtract = (paths: readonly string[], options: ExtractOptions): ExtractResult => {
  const { files, failures } = listInputs(paths);
  const done =
    files.length === 0
      ? { extractions: [], failures: [] }
      : readAll(files, openKnowledge(options.lexicon), options);
  const taken = new Map<string, string>();
  const clashes: Failure[] = [];
  if (done.extractions.length > 0) mkdirSync(options.out, { recursive: true });
  for (const extraction of done.extractions) {
    const { path: file } = extraction.report;
    const doc = baseName(file);
    const other = taken.get(doc);
    if (other !== undefined) {
      clashes.push({
        path: file,
        message: say(
          `${file}：与 ${other} 同名，结果会互相覆盖；请改名`,
          `${file}: has the same base name as ${other}; rename one of them`,
        ),
      });
      continue;
    }
    taken.set(doc, file);
    const { entities, relations, indicators } = exchangeOf(extraction);
    for (const [kind, rows] of Object.entries({ entities, relations, indicators })) {
      writeFileSync(path.join(options.out, `${doc}.${kind}.jsonl`), jsonLines(rows));
    }
  }
  return { documents: taken.size, failures: [...failures, ...done.failures, ...clashes] };
};

/** One JSON object a line, in input order: `{"path","text"}` → `{"path",entities,relations,indicators}` or `{"path","error"}`. */
export const streamLine = (line: string, { engine, atlas }: Knowledge): string => {
  let path = '';
  try {
    const input = JSON.parse(line) as { path?: unknown; text?: unknown };
    path = String(input.path ?? '');
    if (typeof input.text !== 'string')
      throw new UsageError(
        say('缺少 text 字段；每行应为 {"path","text"}', 'no text; each line must be {"path","text"}'),
      );
    return JSON.stringify({ path, ...exchangeOf(extract(readText(path, input.text, atlas), engine, atlas)) });
  } catch (error) {
    const known = error instanceof ZhentuError || error instanceof SyntaxError;
    if (!known) throw error;
    return JSON.stringify({ path, error: (error as Error).message });
  }
};

/** Reads stdin to its end; waits for a slow reader of stdout. */
export const runStream = async (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  lexicon?: string,
): Promise<void> => {
  const knowledge = openKnowledge(lexicon);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!output.write(`${streamLine(line, knowledge)}\n`))
      await new Promise((resume) => output.once('drain', resume));
  }
};
