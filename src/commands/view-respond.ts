/** The two kinds of responses of `zhentu view`: the page, and a JSON answer to what the page asks. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZhentuError } from '../errors.js';
import { say } from '../messages.js';
import { SERVED_POLICY, servedPage } from '../view/page.js';
import type { Answer } from './view-answers.js';

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** The page, at `/` and by its name; nothing else of the folder. */
export const sendPage = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  file: string,
): void => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  if (path !== '/' && path !== '/index.html') {
    response.writeHead(404).end();
    return;
  }
  // Read anew each time: after another build a reload shows the new graph.
  readFile(file, 'utf8').then(
    (text) => {
      const page = Buffer.from(servedPage(text));
      response.writeHead(200, {
        ...HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': page.byteLength,
        'Content-Security-Policy': SERVED_POLICY,
      });
      response.end(request.method === 'HEAD' ? undefined : page);
    },
    () => response.writeHead(404).end(),
  );
};

/** A question is shorter; what is longer is not from the page. */
const MOST_BYTES = 64 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | null> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).byteLength;
    if (size > MOST_BYTES) return null;
    pieces.push(piece as Buffer);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** Known errors are told to the page in one line; the answer to an unknown one is its message, too. */
export const sendAnswer = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> => {
  const send = (status: number, value: unknown): void => {
    response.writeHead(status, { ...HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  };
  if (request.method !== 'POST') {
    response.writeHead(405, { Allow: 'POST' }).end();
    return;
  }
  try {
    const body = await bodyOf(request);
    if (body === null) send(400, { error: say('请求有误', 'wrong request') });
    else send(200, await answer(body));
  } catch (error) {
    send(error instanceof ZhentuError ? 400 : 500, {
      error: error instanceof Error ? error.message : String(error),
    });
  }
};
