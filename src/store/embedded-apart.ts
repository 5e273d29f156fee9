/**
 * Writing the embedded file in a process of its own.
 *
 * On a full disk the engine fails twice: it reports the error, and when it is closed after that its log throws where
 * nobody can catch it, which ends the process. So what it reports is passed on, and its process is then ended unclosed.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { StoreError } from '../errors.js';
import { type Language, language, say } from '../messages.js';
import type { Graph } from '../model.js';
import { packageFile } from '../paths.js';
import type { LoadReport } from './compare.js';
import { removeWork } from './embedded-file.js';
import type { LoadOptions } from './store.js';

/**
 * The argument of the process, as JSON. It reads the graph from its standard input, while the engine makes its tables;
 * a message would be copied once more for each of its parts.
 */
export interface WriteRequest {
  readonly dir: string;
  readonly dryRun: boolean;
  readonly language: Language;
}

/** `expected`: an error a user can mend. */
export type WriteAnswer =
  | { readonly kind: 'loaded'; readonly report: LoadReport }
  | { readonly kind: 'error'; readonly expected: boolean; readonly message: string };

const SCRIPT = packageFile('dist/store/embedded-writer.js');

const crashed = (dir: string): StoreError =>
  new StoreError(
    say(
      `${dir}：写图数据库时引擎意外退出，原有的未改动；请检查磁盘与内存后重试，或用 build --no-db`,
      `${dir}: the engine ended unexpectedly while it wrote the graph database, the old one is as it was; check disk and memory and try again, or use build --no-db`,
    ),
  );

const answerOf = (child: ChildProcess, dir: string): Promise<LoadReport> =>
  new Promise((resolve, reject) => {
    child.on('message', (answer: WriteAnswer) => {
      if (answer.kind === 'loaded') resolve(answer.report);
      else reject(answer.expected ? new StoreError(answer.message) : new Error(answer.message));
    });
    child.on('error', reject);
    // Whatever was said before is heard first.
    child.on('exit', () => reject(crashed(dir)));
  });

/** Loads the graph into the file of `dir`; throws StoreError, and then the file is as it was. */
export async function loadApart(dir: string, graph: Graph, options: LoadOptions): Promise<LoadReport> {
  const request: WriteRequest = { dir, dryRun: options.dryRun === true, language: language() };
  const child = fork(SCRIPT, [JSON.stringify(request)], {
    serialization: 'advanced',
    execArgv: [],
    // What the engine says when it breaks down is no line for a user.
    stdio: ['pipe', 'inherit', 'ignore', 'ipc'],
  });
  const exit = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  try {
    const answer = answerOf(child, dir);
    // A process that ended reads nothing: its exit is what is reported.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(graph));
    return await answer;
  } finally {
    child.kill('SIGKILL');
    await exit;
    if (child.pid !== undefined) await removeWork(dir, child.pid);
  }
}
