/**
 * A query with a time limit runs in a process of its own, which is ended when the time is over.
 *
 * The engine's own timeout is looked at between pieces of work, and one piece, such as a list of a thousand million
 * numbers, may be longer than anybody waits; a thread that is in it cannot be stopped. A crash of the engine ends that
 * process only, and is said in one line.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { StoreError } from '../errors.js';
import { type Language, language, say } from '../messages.js';
import { packageFile } from '../paths.js';
import { timeoutError } from './plain.js';
import type { QueryOptions, Sink, StreamEnd } from './store.js';

export interface TimedRequest {
  readonly dir: string;
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: QueryOptions;
  readonly language: Language;
}

/** What the process says: that it begins, rows, the end, or what is wrong. */
export type TimedAnswer =
  | { readonly kind: 'begun' }
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
    }
  | { readonly kind: 'end'; readonly end: StreamEnd }
  | { readonly kind: 'error'; readonly message: string };

const SCRIPT = packageFile('dist/store/embedded-child.js');

const crashed = (): StoreError =>
  new StoreError(
    say(
      '嵌入式数据库引擎意外退出；请简化查询，或载入 Neo4j 后再问（zhentu load）',
      'the embedded engine ended unexpectedly; simplify the query, or load into Neo4j and ask there (zhentu load)',
    ),
  );

/** What a timer of Node can hold; with more it would go off at once. */
const LONGEST_MS = 2 ** 31 - 1;

function follow(child: ChildProcess, seconds: number, sink: Sink): Promise<StreamEnd> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const fail = (error: unknown): void => {
      settled = true;
      clearTimeout(timer);
      reject(error);
    };
    // Rows are handed over one batch after the other; the end waits for the last.
    let handedOver: Promise<void> = Promise.resolve();
    const answer = (message: TimedAnswer): void => {
      if (message.kind === 'begun') {
        timer = setTimeout(() => fail(timeoutError(seconds)), Math.min(seconds * 1000, LONGEST_MS));
      } else if (message.kind === 'rows') {
        handedOver = handedOver.then(() => (settled ? undefined : sink(message.columns, message.rows)));
        handedOver.catch(fail);
      } else if (message.kind === 'end') {
        // What is left is the reader's time, not the query's.
        clearTimeout(timer);
        handedOver.then(() => resolve(message.end), fail);
      } else fail(new StoreError(message.message));
    };
    child.on('message', answer);
    child.on('error', fail);
    child.on('exit', () => {
      clearTimeout(timer);
      handedOver.then(() => fail(crashed()), fail);
    });
  });
}

/** As `ask`, for at most so many seconds, not counting the start. */
export async function askTimed(
  request: Omit<TimedRequest, 'language'>,
  seconds: number,
  sink: Sink,
): Promise<StreamEnd> {
  const child = fork(SCRIPT, [], { serialization: 'advanced', execArgv: [] });
  try {
    child.send({ ...request, language: language() } satisfies TimedRequest);
    return await follow(child, seconds, sink);
  } finally {
    child.kill('SIGKILL');
  }
}
