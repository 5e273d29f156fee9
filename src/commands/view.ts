/**
 * `zhentu view <dir>`: serves the built page on this machine, and answers what it asks (view-answers.ts). Reading only,
 * no other address.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { openAnswers } from './view-answers.js';
import { refusal } from './view-guard.js';
import { sendAnswer, sendPage } from './view-respond.js';

const HOST = '127.0.0.1';

export interface ViewOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Show it in the user's browser. */
  readonly open: boolean;
}

export interface RunningView {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves `<dir>/index.html` until closed. Throws UsageError without a page, or where the port is taken. */
export const runView = async (dir: string, { port, open }: ViewOptions): Promise<RunningView> => {
  const file = join(dir, 'index.html');
  if (!existsSync(file)) {
    throw new UsageError(
      say(
        `${dir} 里没有 index.html：请先运行 zhentu build <报告> -o ${dir}`,
        `${dir} holds no index.html: run zhentu build <reports> -o ${dir} first`,
      ),
    );
  }
  const answers = openAnswers(dir);
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    const [path = ''] = (request.url ?? '/').split('?');
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    const refused = refusal(request.headers, own, answer !== undefined);
    if (refused !== null) response.writeHead(refused).end();
    else if (answer !== undefined) void sendAnswer(request, response, answer);
    else sendPage(request, response, path, file);
  });
  await listen(server, port);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}/`;
  if (open) openInBrowser(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, HOST, resolve);
  });

const listenError = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === 'EADDRINUSE') {
    return new UsageError(
      say(
        `端口 ${port} 已被占用：请换一个，或用 --port 0 自动选择`,
        `port ${port} is in use: choose another, or --port 0 for any free one`,
      ),
    );
  }
  if (error.code === 'EACCES') {
    return new UsageError(
      say(
        `没有权限使用端口 ${port}：请用 1024 以上的端口`,
        `port ${port} is not allowed: choose one above 1024`,
      ),
    );
  }
  return error;
};

/** A machine without a desktop has no such program; the address is printed anyway, so that is no error. */
const openInBrowser = (url: string): void => {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(program ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
};
