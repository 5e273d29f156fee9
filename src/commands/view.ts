/**
 * `zhentu view <dir>`: serves the built page on this machine. One file, reading only, no other address:
 * the page is self-contained, so there is nothing else to serve.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';

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
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '/').split('?');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (path !== '/' && path !== '/index.html') {
      response.writeHead(404).end();
      return;
    }
    // Read anew each time: after another build a reload shows the new graph.
    readFile(file).then(
      (page) => {
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Length': page.byteLength,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        });
        response.end(request.method === 'HEAD' ? undefined : page);
      },
      () => response.writeHead(404).end(),
    );
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
