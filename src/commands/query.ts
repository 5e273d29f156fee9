/** `zhentu query`: a named question or Cypher text, asked of the embedded store or of Neo4j; reads only. */
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { openStore } from '../store/open.js';
import { loadQuestions, type Question } from '../store/questions.js';
import { parametersOf } from '../store/readonly.js';
import type { QueryResult, StoreTarget } from '../store/store.js';
import { RESULT_FORMATS, type ResultFormat, resultText } from './result-text.js';
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

async function findQuestion(id: string): Promise<Question> {
  const questions = await loadQuestions();
  const question = questions.find((item) => item.id === id);
  if (question) return question;
  const ids = questions.map((item) => item.id).join(', ');
  throw new UsageError(
    say(
      `没有问题“${id}”；已有：${ids}；也可以直接写 Cypher（MATCH … RETURN …）`,
      `no question "${id}"; there are: ${ids}; or write Cypher (MATCH … RETURN …)`,
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

function positive(option: string, value: number | undefined): number | undefined {
  if (value === undefined || value > 0) return value;
  throw new UsageError(
    say(`${option} ${value}：应为大于 0 的数`, `${option} ${value}: expected a number above 0`),
  );
}

/** Columns and rows; throws UsageError or StoreError, one line. */
export async function query(text: string, options: QueryCommandOptions): Promise<QueryResult> {
  const limits = {
    timeoutSeconds: positive('--timeout', options.timeout),
    limit: positive('--limit', options.limit),
  };
  const from = target(options);
  const { cypher, params } = await asked(text, parseParams(options.param ?? []), from.kind);
  const store = await openStore(from);
  try {
    return await store.query(cypher, params, limits);
  } finally {
    await store.close();
  }
}

/** Text for stdout. */
export async function runQuery(text: string, options: QueryCommandOptions): Promise<string> {
  const format = formatOf(options.format);
  return resultText(await query(text, options), format);
}
