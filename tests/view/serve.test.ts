import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningView, runView } from '../../src/commands/view.js';
import { UsageError } from '../../src/errors.js';

let folder: string;
let view: RunningView;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhentu-view-'));
  await writeFile(join(folder, 'index.html'), '<p>镇图</p>');
  await writeFile(join(folder, 'graph.json'), '{}');
  view = await runView(folder, { port: 0, open: false });
});

afterAll(async () => {
  await view.close();
  await rm(folder, { recursive: true });
});

/** The path goes out as it is written; `fetch` would tidy it. */
const ask = (path: string, method = 'GET'): Promise<{ status: number | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(view.url);
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    sent.on('error', reject).end();
  });

describe('runView', () => {
  it('listens on this machine only', () => {
    expect(view.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each(['/', '/index.html', '/?a=1', '/index.html?x=../graph.json'])(
    'serves the page at %s',
    async (path) => {
      expect(await ask(path)).toEqual({ status: 200, body: '<p>镇图</p>' });
    },
  );

  it.each([
    '/graph.json',
    '/../graph.json',
    '/%2e%2e/graph.json',
    '//',
    '/index.html/',
    'http://a/graph.json',
  ])('serves nothing else: %s', async (path) => {
    expect(await ask(path)).toEqual({ status: 404, body: '' });
  });

  it('takes GET and HEAD only', async () => {
    expect(await ask('/', 'HEAD')).toEqual({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', method)).status).toBe(405);
  });

  it('shows the new page after another build', async () => {
    await writeFile(join(folder, 'index.html'), '<p>again</p>');
    expect((await ask('/')).body).toBe('<p>again</p>');
    await writeFile(join(folder, 'index.html'), '<p>镇图</p>');
  });

  it('says in one line what to do about a taken port', async () => {
    const port = Number(new URL(view.url).port);
    const error = await runView(folder, { port, open: false }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(new RegExp(`${port}.*--port 0`));
  });

  it('says in one line what to do about a folder without a page', async () => {
    const error = await runView(join(folder, 'none'), { port: 0, open: false }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain('zhentu build');
  });
});
