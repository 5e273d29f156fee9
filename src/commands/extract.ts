/** `zhentu extract`: exchange files, one set per document; `--stream`: JSON lines in, JSON lines out. */
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ReadError, UsageError, ZhentuError } from '../errors.js';
import { type Parts, partsWithout } from '../extract/engine.js';
import { exchangeOf, jsonLines } from '../extract/exchange.js';
import { extract } from '../extract/index.js';
import { type Knowledge, openKnowledge } from '../knowledge.js';
import { say } from '../messages.js';
import { type ReadOptions, readText } from '../read/index.js';
import { type Failure, listInputs } from './inputs.js';
import { openFolder, writeOutput } from './output.js';
import { readAll } from './read-all.js';
import { faultOf } from './read-one.js';

export interface ExtractOptions {
  readonly out: string;
  readonly lexicon?: string;
  readonly town?: string;
  readonly year?: number;
  readonly quiet?: boolean;
  readonly without?: readonly (keyof Parts)[];
}

export interface ExtractResult {
  readonly documents: number;
  readonly failures: readonly Failure[];
}

const baseName = (file: string): string => path.posix.basename(file).replace(/\.[^.]*$/, '');

/** Writes `DOC.entities.jsonl`, `DOC.relations.jsonl`, `DOC.indicators.jsonl` for every readable report. */
export const runExtract = async (
  paths: readonly string[],
  options: ExtractOptions,
): Promise<ExtractResult> => {
  const { files, failures } = listInputs(paths);
  const done = await readAll(files, options);
  const taken = new Map<string, string>();
  const clashes: Failure[] = [];
  if (done.extractions.length > 0) openFolder(options.out);
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
      writeOutput(options.out, `${doc}.${kind}.jsonl`, jsonLines(rows));
    }
  }
  return { documents: taken.size, failures: [...failures, ...done.failures, ...clashes] };
};

const streamInput = (line: string): { path: string; text: string } => {
  const expected = say('每行应为 {"path","text"}', 'each line must be {"path","text"}');
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    throw new UsageError(say(`不是 JSON；${expected}`, `not JSON; ${expected}`));
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new UsageError(say(`不是 JSON 对象；${expected}`, `not a JSON object; ${expected}`));
  const { path = '', text } = input as { path?: unknown; text?: unknown };
  return { path: String(path), text: typeof text === 'string' ? text : '' };
};

export interface StreamAnswer {
  readonly ok: boolean;
  /** One line of JSON. */
  readonly text: string;
}

/** One JSON object a line: `{"path","text"}` → `{"path",entities,relations,indicators}` or `{"path","error"}`. */
export const streamLine = (
  line: string,
  { engine, atlas }: Knowledge,
  options: ReadOptions = {},
): StreamAnswer => {
  let path = '';
  try {
    const input = streamInput(line);
    path = input.path;
    if (input.text.trim() === '')
      throw new ReadError(
        say(
          'text 缺失或是空的；每行应为 {"path","text"}',
          'text is missing or empty; each line must be {"path","text"}',
        ),
      );
    const report = readText(path, input.text, atlas, options);
    return { ok: true, text: JSON.stringify({ path, ...exchangeOf(extract(report, engine, atlas)) }) };
  } catch (error) {
    const message = error instanceof ZhentuError ? error.message : faultOf(path, error).message;
    return { ok: false, text: JSON.stringify({ path, error: message }) };
  }
};

/** Reads stdin to its end, answers in input order; waits for a slow reader of stdout. */
export const runStream = async (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { lexicon, without, town, year }: Omit<ExtractOptions, 'out'>,
): Promise<{ documents: number; failed: number }> => {
  const knowledge = openKnowledge(lexicon, partsWithout(without));
  const counts = { documents: 0, failed: 0 };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { ok, text } = streamLine(line, knowledge, { town, year });
    if (ok) counts.documents++;
    else counts.failed++;
    if (!output.write(`${text}\n`)) await new Promise((resume) => output.once('drain', resume));
  }
  return counts;
};
