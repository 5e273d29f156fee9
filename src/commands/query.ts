/** `zhentu query`: a named question or Cypher text, asked of the embedded store or of Neo4j; reads only. */
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { openStore } from '../store/open.js';
import { loadQuestions, type Question } from '../store/questions.js';
import { parametersOf } from '../store/readonly.js';
import type { QueryOptions, QueryResult, Store, StoreTarget } from '../store/store.js';
import {
  openWriter,
  RESULT_FORMATS,
  type ResultFormat,
  type ResultWriter,
  type Titles,
} from './result-text.js';
import { type Neo4jOptions, neo4jTarget } from './store-target.js';

export interface QueryCommandOptions extends Neo4jOptions {
  /** Folder of the embedded store; `zhentu-out` where neither this nor `neo4j` is given. */
  readonly on?: string;
  /** `key=value`, as often as wanted. */
  readonly param?: readonly string[];
  readonly format?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly limit?: number;
}

const DEFAULT_DIR = 'zhentu-out';

interface Asked {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** JSON where it reads as a number, truth value, null or list; otherwise the text itself. */
function paramValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : value;
  } catch {
    return text;
  }
}

/** `key=value` → names and texts. */
export function parseParams(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) {
        throw new UsageError(
          say(
            `-p ${text}：应为 名称=值，如 -p town=青禾镇`,
            `-p ${text}: expected name=value, e.g. -p town=青禾镇`,
          ),
        );
      }
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function refuseUnknown(given: Iterable<string>, known: readonly string[]): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    const list = known.length > 0 ? known.join(', ') : say('没有参数', 'no parameters');
    throw new UsageError(
      say(`-p ${name}：没有这个参数；可用：${list}`, `-p ${name}: no such parameter; known: ${list}`),
    );
  }
}

/** A question has defaults; Cypher has none. */
function refuseMissing(known: readonly string[], given: ReadonlyMap<string, string>): void {
  const missing = known.filter((name) => !given.has(name));
  if (missing.length === 0) return;
  const list = missing.map((name) => `-p ${name}=…`).join(' ');
  throw new UsageError(
    say(`Cypher 中的参数没有给值；请加 ${list}`, `the Cypher has parameters without a value; add ${list}`),
  );
}

/** What a question is asked with: given or default. Its text parameters stay text: 2023 may be a name. */
export function questionParams(
  question: Question,
  given: ReadonlyMap<string, string>,
): Record<string, unknown> {
  refuseUnknown(
    given.keys(),
    question.parameters.map((parameter) => parameter.name),
  );
  return Object.fromEntries(
    question.parameters.map(({ name, default: standard }) => {
      const text = given.get(name);
      if (text === undefined) return [name, standard];
      const value = typeof standard === 'string' ? text : paramValue(text);
      if (typeof value !== typeof standard) {
        throw new UsageError(
          say(
            `-p ${name}=${text}：应为${typeof standard === 'number' ? '数字' : ` ${typeof standard}`}，如 ${JSON.stringify(standard)}`,
            `-p ${name}=${text}: expected a ${typeof standard}, e.g. ${JSON.stringify(standard)}`,
          ),
        );
      }
      return [name, value];
    }),
  );
}

/** Questions that share a word with what was typed, singular or plural. */
function alike(id: string, known: readonly string[]): string[] {
  const words = (name: string): string[] => name.split('-').map((word) => word.replace(/s$/, ''));
  const typed = words(id.toLowerCase());
  return known.filter((name) => words(name).some((word) => word.length > 2 && typed.includes(word)));
}

async function findQuestion(id: string): Promise<Question> {
  const questions = await loadQuestions();
  const question = questions.find((item) => item.id === id);
  if (question) return question;
  const near = alike(
    id,
    questions.map((item) => item.id),
  ).join(', ');
  throw new UsageError(
    say(
      `没有问题“${id}”；${near && `相近的有：${near}；`}全部问题见 zhentu questions，也可以直接写 Cypher（MATCH … RETURN …）`,
      `no question "${id}"; ${near && `similar ones: ${near}; `}see zhentu questions for all, or write Cypher (MATCH … RETURN …)`,
    ),
  );
}

async function asked(
  text: string,
  given: ReadonlyMap<string, string>,
  engine: StoreTarget['kind'],
): Promise<Asked> {
  // One word is a question: no Cypher that reads is a single word.
  if (/^\S*$/.test(text.trim())) {
    const question = await findQuestion(text.trim());
    return { cypher: question.cypher[engine], params: questionParams(question, given) };
  }
  refuseUnknown(given.keys(), parametersOf(text));
  refuseMissing(parametersOf(text), given);
  return {
    cypher: text,
    params: Object.fromEntries([...given].map(([name, value]) => [name, paramValue(value)])),
  };
}

function target(options: QueryCommandOptions): StoreTarget {
  if (options.neo4j !== undefined && options.on !== undefined) {
    throw new UsageError(say('--on 与 --neo4j 只能用一个', 'use either --on or --neo4j, not both'));
  }
  if (options.neo4j !== undefined) return neo4jTarget(options.neo4j, options);
  if ([options.user, options.database, options.passwordFile].some((option) => option !== undefined)) {
    throw new UsageError(
      say(
        '--user、--database、--password-file 只用于 Neo4j；请加 --neo4j <地址>',
        '--user, --database and --password-file are for Neo4j only; add --neo4j <uri>',
      ),
    );
  }
  return { kind: 'embedded', dir: options.on ?? DEFAULT_DIR, readOnly: true };
}

function formatOf(format = 'table'): ResultFormat {
  const known = RESULT_FORMATS.find((item) => item === format);
  if (known) return known;
  const list = RESULT_FORMATS.join(', ');
  throw new UsageError(
    say(`--format ${format}：应为 ${list} 之一`, `--format ${format}: expected one of ${list}`),
  );
}

function positive(option: string, value: number): number {
  if (value > 0) return value;
  throw new UsageError(
    say(`${option} ${value}：应为大于 0 的数`, `${option} ${value}: expected a number above 0`),
  );
}

interface Prepared extends Asked {
  readonly from: StoreTarget;
  readonly limits: QueryOptions;
}

async function prepare(text: string, options: QueryCommandOptions): Promise<Prepared> {
  const limits = {
    ...(options.timeout !== undefined && { timeoutSeconds: positive('--timeout', options.timeout) }),
    ...(options.limit !== undefined && { limit: positive('--limit', options.limit) }),
  };
  const from = target(options);
  return { ...(await asked(text, parseParams(options.param ?? []), from.kind)), from, limits };
}

/** Columns and rows; throws UsageError or StoreError, one line. */
export async function query(text: string, options: QueryCommandOptions): Promise<QueryResult> {
  const { cypher, params, from, limits } = await prepare(text, options);
  const store = await openStore(from);
  try {
    return await store.query(cypher, params, limits);
  } finally {
    await store.close();
  }
}

/** Evidence names its report by id; people know it by its title. */
async function reportTitles(store: Store): Promise<Titles> {
  const { rows } = await store.query('MATCH (r:Report) RETURN r.id, r.title');
  return new Map(rows.map(([id, title]) => [String(id), String(title)]));
}

/** Hands the text to `print` as the rows come; a result may be larger than memory. */
export async function printQuery(
  text: string,
  options: QueryCommandOptions,
  print: (text: string) => void | Promise<void>,
): Promise<void> {
  const format = formatOf(options.format);
  const { cypher, params, from, limits } = await prepare(text, options);
  const store = await openStore(from);
  try {
    const titles = format === 'table' ? await reportTitles(store) : undefined;
    let writer: ResultWriter | undefined;
    const { truncated } = await store.stream(cypher, params, limits, async (columns, rows) => {
      writer ??= openWriter(columns, format, titles);
      await print(writer.rows(rows));
    });
    await print(writer?.end(truncated) ?? '');
  } finally {
    await store.close();
  }
}

/** Text for stdout, in one piece. */
export async function runQuery(text: string, options: QueryCommandOptions): Promise<string> {
  const pieces: string[] = [];
  await printQuery(text, options, (piece) => void pieces.push(piece));
  return pieces.join('');
}
