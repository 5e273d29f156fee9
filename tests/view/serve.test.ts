import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningView, runView } from '../../src/commands/view.js';
import { UsageError } from '../../src/errors.js';
import { openStore } from '../../src/store/open.js';
import type { PageData } from '../../src/view/page-data.js';
import { graph, LIUXI, QINGHE } from './fixture.js';

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

describe('what the served page may ask', () => {
  let dir: string;
  let served: RunningView;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhentu-asked-'));
    await writeFile(
      join(dir, 'index.html'),
      '<head><meta content="default-src \'none\'; x" /></head><p></p>',
    );
    await writeFile(join(dir, 'graph.json'), JSON.stringify(graph));
    const store = await openStore({ kind: 'embedded', dir });
    await store.load(graph);
    await store.close();
    served = await runView(dir, { port: 0, open: false });
  });
  afterAll(async () => {
    await served.close();
    await rm(dir, { recursive: true });
  });

  const JSON_TYPE = { 'content-type': 'application/json' };
  const post = (
    path: string,
    body: string,
    headers: Record<string, string> = JSON_TYPE,
    method = 'POST',
  ): Promise<{ status: number | undefined; body: string; headers: IncomingHttpHeaders }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(served.url);
      const sent = request({ hostname, port, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode, body: text, headers: response.headers }),
        );
      });
      sent.on('error', reject).end(method === 'POST' ? body : undefined);
    });
  const answer = async (path: string, body: object): Promise<[number | undefined, never]> => {
    const { status, body: text } = await post(path, JSON.stringify(body));
    return [status, JSON.parse(text) as never];
  };

  it('the page may ask its server and nobody else, and may not be framed', async () => {
    const { body, headers } = await post('/', '', {}, 'GET');
    expect(body).toContain("default-src 'none'; connect-src 'self'; x");
    expect(body).toContain('<meta name="zhentu-server"');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; connect-src 'self';.*frame-ancestors 'none'$/,
    );
  });

  it('lists the named questions', async () => {
    const [status, questions] = await answer('/api/questions', {});
    expect(status).toBe(200);
    expect(questions).toContainEqual(
      expect.objectContaining({ id: 'shared-programs', zh: expect.any(String), en: expect.any(String) }),
    );
    expect(JSON.stringify(questions)).not.toContain('MATCH');
  });

  it('answers a named question, with its parameters', async () => {
    const [status, result] = await answer('/api/ask', {
      text: 'honours-of-town',
      params: { town: '青禾镇' },
    });
    expect(status).toBe(200);
    expect(result).toMatchObject({
      columns: expect.arrayContaining(['荣誉']),
      rows: expect.arrayContaining([expect.arrayContaining(['东坝村', '云川市文明村'])]),
      truncated: false,
    });
  });

  it('answers a query, whose nodes come with their ids', async () => {
    const [, result] = await answer('/api/ask', { text: 'MATCH (t:Town) RETURN t ORDER BY t.name LIMIT 1' });
    expect(result).toMatchObject({ rows: [[{ label: 'Town', id: LIUXI, name: '柳溪镇' }]] });
  });

  it('never returns more than a page can show, and says so', async () => {
    const [, result] = await answer('/api/ask', { text: 'UNWIND range(1, 5000) AS n RETURN n' });
    expect(result).toMatchObject({ truncated: true });
    expect((result as { rows: unknown[] }).rows).toHaveLength(1000);
  });

  it.each([
    ['MATCH (n) DETACH DELETE n', '只读'],
    ["COPY (MATCH (n) RETURN n.id) TO '/tmp/x.csv'", '只读'],
    ['CREATE (n:Town {id: 1})', '只读'],
    ['MATCH (n RETURN n', 'Cypher 有误'],
    ['no-such-question', '没有问题'],
    ['MATCH (n {name: $name}) RETURN n', ''],
  ])('refuses %s in one line', async (text, message) => {
    const [status, { error }] = (await answer('/api/ask', { text })) as [number, { error: string }];
    expect(status).toBe(400);
    expect(error).toContain(message);
    expect(error).not.toContain('\n');
  });

  it('gives the surroundings of a thing, of one relation where asked', async () => {
    const [status, part] = (await answer('/api/around', { id: QINGHE, relation: '开工' })) as unknown as [
      number,
      PageData,
    ];
    expect(status).toBe(200);
    expect(part.edges.map(({ type }) => type)).toEqual(['开工']);
    expect(part.whole).toEqual({ nodes: graph.nodes.length, edges: graph.edges.length });
    expect((await answer('/api/around', { id: 'Town:nowhere' }))[0]).toBe(400);
    expect((await answer('/api/around', { id: QINGHE, relation: 'x' }))[0]).toBe(400);
  });

  it('finds names and sentences of the whole graph', async () => {
    const [, found] = await answer('/api/find', { text: 'hhj' });
    expect(found).toMatchObject({ total: 1, types: [{ label: 'Event', hits: [{ name: '荷花节' }] }] });
    const [, sentences] = await answer('/api/find', { text: '成功举办' });
    expect(sentences).toMatchObject({ sentences: { hits: [{ about: { name: '柳溪镇' } }] } });
  });

  it.each<[what: string, path: string, headers: Record<string, string>, method: string, status: number]>([
    ['a page of another host', '/api/ask', { ...JSON_TYPE, host: 'evil.example' }, 'POST', 403],
    ['another host, for the page itself', '/', { host: 'evil.example' }, 'GET', 403],
    ['a form of another page', '/api/ask', { 'content-type': 'text/plain' }, 'POST', 415],
    ['a script of another page', '/api/ask', { ...JSON_TYPE, origin: 'http://evil.example' }, 'POST', 403],
    ['a page opened from a disk', '/api/ask', { ...JSON_TYPE, origin: 'null' }, 'POST', 403],
    ['another site', '/api/ask', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 'POST', 403],
    ['asking whether one may', '/api/ask', JSON_TYPE, 'OPTIONS', 405],
    ['GET', '/api/ask', JSON_TYPE, 'GET', 405],
    ['a name that every object has', '/constructor', {}, 'GET', 404],
    ['what is not there', '/api/none', JSON_TYPE, 'POST', 405],
  ])('refuses %s', async (_, path, headers, method, status) => {
    const refused = await post(path, '{"text":"RETURN 1"}', headers, method);
    expect(refused.status).toBe(status);
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    '',
    'null',
    '{',
    '[1]',
    '"x"',
    '{}',
    '{"text":5}',
    '{"text":"RETURN 1","params":[1]}',
    'x'.repeat(70_000),
  ])('refuses the body %.20s', async (body) => {
    expect((await post('/api/ask', body)).status).toBe(400);
  });
});
