/**
 * A query with a time limit runs in a process of its own, which is ended when the time is over.
 *
 * The engine's own timeout is looked at between pieces of work, and one piece, such as a list of a thousand million
 * numbers, may be longer than anybody waits; a thread that is in it cannot be stopped. A crash of the engine ends that
 * process only, and is said in one line.
 */
import { fork } from 'node:child_process';
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

/** What the process says: that it begins, rows (the next only when it is told `more`), the end, or what is wrong. */
export type TimedAnswer =
  | { readonly kind: 'begun' }
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
    }
  | { readonly kind: 'end'; readonly end: StreamEnd }
  | { readonly kind: 'error'; readonly message: string };

/** Said to the process when rows have been read. */
export const MORE = 'more';

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

/** Counts what the query takes, not what its reader takes. */
function openClock(seconds: number, over: () => void): { run(): void; stop(): void } {
  let left = seconds * 1000;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    run() {
      since = performance.now();
      timer = setTimeout(over, Math.min(left, LONGEST_MS));
    },
    stop() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    },
  };
}

/** Of a process what is needed to follow it. */
interface Followed {
  on(event: 'message', listener: (message: TimedAnswer) => void): unknown;
  on(event: 'error' | 'exit', listener: (reason: unknown) => void): unknown;
  send(message: string): unknown;
}

/** Hands rows to `sink` as the process tells them; one batch after the other, so that they pile up nowhere. */
export function follow(child: Followed, seconds: number, sink: Sink): Promise<StreamEnd> {
  return new Promise((resolve, reject) => {
    const clock = openClock(seconds, () => fail(timeoutError(seconds)));
    const fail = (error: unknown): void => {
      clock.stop();
      reject(error);
    };
    const handOver = async (rows: Extract<TimedAnswer, { kind: 'rows' }>): Promise<void> => {
      await sink(rows.columns, rows.rows);
      clock.run();
      child.send(MORE);
    };
    const answer = (message: TimedAnswer): void => {
      clock.stop();
      if (message.kind === 'begun') clock.run();
      else if (message.kind === 'rows') handOver(message).catch(fail);
      else if (message.kind === 'end') resolve(message.end);
      else fail(new StoreError(message.message));
    };
    child.on('message', answer);
    child.on('error', fail);
    // Whatever was said before is heard first.
    child.on('exit', () => fail(crashed()));
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
