/** The other commands on the real program: what they print and write, and that stdout carries results only. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLES, scratch, startZhentu, zhentu } from './program.js';

const { at, write } = scratch('commands');
const sample = (name: string) => path.join(SAMPLES, name);
const TITLE = '浙江省云川市青禾镇政府工作报告';

describe('extract', () => {
  test('three files a document, one JSON object a line', () => {
    const run = zhentu(['extract', sample('bailu-2024.txt'), sample('wangtang-2024.txt'), '-o', at('ex')]);
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(at('ex')).sort()).toEqual(
      ['bailu-2024', 'wangtang-2024'].flatMap((doc) =>
        ['entities', 'indicators', 'relations'].map((kind) => `${doc}.${kind}.jsonl`),
      ),
    );
    const rows = (name: string): Record<string, unknown>[] =>
      readFileSync(at('ex', name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const ids = new Set(rows('bailu-2024.entities.jsonl').map((e) => e.id));
    for (const r of rows('bailu-2024.relations.jsonl')) {
      expect([ids.has(r.subj), ids.has(r.obj), typeof r.rule, typeof r.evidence]).toEqual([
        true,
        true,
        'string',
        'string',
      ]);
    }
    for (const i of rows('bailu-2024.indicators.jsonl')) {
      expect([typeof i.indicator, typeof i.value, typeof i.unit]).toEqual(['string', 'number', 'string']);
    }
  });
});

describe('extract --stream', () => {
  const line = (name: string, text: string) => JSON.stringify({ path: name, text });
  const answers = (out: string): Record<string, unknown>[] =>
    out
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer));

  test('answers line by line, in input order, whatever a line holds', () => {
    const input = [
      line('一', `${TITLE}\n东坝村获评省级文明村。\n`),
      '{"path":"二","text":',
      '',
      'null',
      '[]',
      '{"path":"三"}',
      '{"path":"四","text":7}',
      line('五', '  '),
      line('六', '今天天气很好。'),
    ].join('\n');
    const { code, out, err } = zhentu(['extract', '--stream'], { input });
    expect([code, err]).toEqual([3, '']);
    const expected = ['{"path","text"}'];
    const rows = answers(out);
    expect(rows.map((r) => [r.path, 'error' in r])).toEqual([
      ['一', false],
      ['', true],
      ['', true],
      ['', true],
      ['三', true],
      ['四', true],
      ['五', true],
      ['六', false],
    ]);
    for (const r of rows.filter((x) => 'error' in x)) expect(r.error).toContain(expected[0]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['path', 'entities', 'relations', 'indicators']);
  });

  test.each([
    ['all good', [line('a', TITLE)], 0],
    ['all bad', ['x', 'y'], 2],
    ['nothing', [], 0],
  ])('exit code, %s', (_name, lines, code) => {
    expect(zhentu(['extract', '--stream'], { input: lines.join('\n') }).code).toBe(code);
  });

  test('gives what extract gives for the file', () => {
    zhentu(['extract', sample('qinghe-2024.txt'), '-o', at('file')]);
    const text = readFileSync(sample('qinghe-2024.txt'), 'utf8');
    const [answer] = answers(zhentu(['extract', '--stream'], { input: line('qinghe-2024', text) }).out);
    for (const kind of ['entities', 'relations', 'indicators']) {
      const rows = readFileSync(at('file', `qinghe-2024.${kind}.jsonl`), 'utf8');
      const streamed = ((answer?.[kind] ?? []) as object[]).map((row) => `${JSON.stringify(row)}\n`).join('');
      expect(streamed, kind).toBe(rows);
    }
  });

  test('a reader that has enough ends it quietly', async () => {
    const child = startZhentu(['extract', '--stream']);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    const text = readFileSync(sample('qinghe-2024.txt'), 'utf8');
    for (let i = 0; i < 50; i++) child.stdin.write(`${line(`r${i}`, text)}\n`);
    child.stdin.end();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('explain', () => {
  test('--text: names, relations, rules', () => {
    const { code, out, err } = zhentu(['explain', '--text', '东坝村获评省级文明村。']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/框架：2024 · 回顾/);
    expect(out).toMatch(/村社区 东坝村 {2}\[[\w.-]+, [\d.]+\]\n +依据：\S+ [+−]\d\.\d，/);
    expect(out).toMatch(/东坝村 获评 省级文明村 完成.* {2}\[[\w.]+\]/);
  });

  test('--without model: the rules by themselves, without reasons', () => {
    const { code, out } = zhentu(['explain', '--without', 'model', '--text', '东坝村获评省级文明村。']);
    expect(code).toBe(0);
    expect(out).toMatch(/村社区 东坝村 {2}\[place[\w.-]+, \d+\]\n(?! +依据)/);
  });

  test('--without takes a part there is', () => {
    const { code, err } = zhentu(['explain', '--without', 'luck', '--text', '东坝村获评省级文明村。']);
    expect(code).toBe(2);
    expect(err).toMatch(/--without.*“luck”.*knowledge, model, document/);
  });

  test('file --line: the sentences of that line only', () => {
    const text = readFileSync(sample('qinghe-2024.txt'), 'utf8').split('\n');
    const number = text.findIndex((row) => row.includes('禾穗粮油二期')) + 1;
    const { code, out } = zhentu(['explain', sample('qinghe-2024.txt'), '--line', String(number)]);
    expect(code).toBe(0);
    const quoted = [...out.matchAll(/^“(.*)”$/gm)].map((m) => m[1]);
    expect(quoted.length).toBeGreaterThan(1);
    for (const sentence of quoted) expect(text[number - 1]).toContain(sentence);
    expect(zhentu(['explain', sample('qinghe-2024.txt')]).out.length).toBeGreaterThan(out.length);
  });
});

describe('check', () => {
  mkdirSync(at('own', 'names'), { recursive: true });

  test.each([
    [
      'passes',
      '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n',
      0,
      /^$/,
    ],
    [
      'fails with file and line',
      '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n- name: 五彩渔湾\n  examples:\n    - 实施【六彩渔湾】行动\n  not:\n    - 渔湾里五彩灯亮起\n',
      2,
      /^\S*own\/names\/program\.yaml:6：program\.五彩渔湾 没有找到“六彩渔湾”/,
    ],
  ])('own folder: %s', (_name, yaml, code, says) => {
    write('own/names/program.yaml', yaml);
    for (const dir of [at('own'), `${at('own')}/`, path.relative(process.cwd(), at('own'))]) {
      const run = zhentu(['check', dir]);
      expect(run.code).toBe(code);
      expect(run.out).toMatch(/^[12] 个条目，[24] 句例句，[01] 句不通过\n$/);
      expect(run.err).toMatch(says);
    }
  });
});

describe('score', () => {
  const ROW = '{"id":"E1","type":"Town","name":"青禾镇"}\n{"id":"E2","type":"Village","name":"东坝村"}\n';
  const folder = (name: string, entities: string): string => {
    mkdirSync(at(name), { recursive: true });
    write(`${name}/d.entities.jsonl`, entities);
    return at(name);
  };

  test('the layout of the figures', () => {
    const found = '{"id":"T","type":"Town","name":"青禾镇"}\n{"id":"U","type":"Park","name":"云川产业园"}\n';
    const { code, out, err } = zhentu(['score', folder('g', ROW), folder('p', found)]);
    expect([code, err]).toEqual([0, '']);
    const block = (title: string) => `
${title}  (d)
  CORE entities    P 0.500  R 0.500  F1 0.500   tp 1 fp 1 fn 1
  EXT entities     P 0.000  R 0.000  F1 0.000   tp 0 fp 0 fn 0
  RELATIONS        P 0.000  R 0.000  F1 0.000   tp 0 fp 0 fn 0
  INDICATORS       P 0.000  R 0.000  F1 0.000   tp 0 fp 0 fn 0
  · Park           P 0.000  R 0.000  F1 0.000   tp 0 fp 1 fn 0
  · Town           P 1.000  R 1.000  F1 1.000   tp 1 fp 0 fn 0
  · Village        P 0.000  R 0.000  F1 0.000   tp 0 fp 0 fn 1
`;
    expect(out).toBe(`${block('strict')}${block('relaxed')}`);
  });

  test('--errors lists each miss and false find; with --json stdout stays JSON', () => {
    const dirs = [folder('g', ROW), folder('p', '{"id":"T","type":"Town","name":"青禾镇"}\n')];
    expect(zhentu(['score', ...dirs, '--errors']).out).toMatch(/^# d\n- Village 东坝村 {2}«»\n/);
    const both = zhentu(['score', ...dirs, '--errors', '--json']).out;
    expect(JSON.parse(both)).toMatchObject({ docs: ['d'], strict: { core: { tp: 1, fp: 0, fn: 1 } } });
    expect(zhentu(['score', ...dirs, '--errors', 'nope']).err).toMatch(/^没有文档“nope”；可选：d\n$/);
  });
});

test('questions: every one runs as it is, on the built samples', () => {
  expect(zhentu(['build', SAMPLES, '-o', at('built'), '--quiet', '--no-view']).code).toBe(0);
  const { code, out, err } = zhentu(['questions']);
  expect([code, err]).toEqual([0, '']);
  const ids = out.split('\n').filter((row) => /^[a-z][a-z-]*$/.test(row));
  expect(ids.length).toBeGreaterThanOrEqual(20);
  for (const id of ids) {
    const run = zhentu(['query', id, '--on', at('built'), '--format', 'json']);
    expect([id, run.code, run.err]).toEqual([id, 0, '']);
    // What has no evidence is asked for so that it can be seen that there is none.
    if (id.endsWith('-without-evidence')) expect(JSON.parse(run.out), id).toEqual([]);
    else expect(JSON.parse(run.out).length, id).toBeGreaterThan(0);
  }
});

test('view serves the page on 127.0.0.1 until it is stopped', async () => {
  expect(zhentu(['build', sample('bailu-2024.txt'), '-o', at('shown'), '--quiet', '--no-db']).code).toBe(0);
  const child = startZhentu(['view', at('shown'), '--port', '0']);
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').once('data', (chunk: string) => resolve(chunk.trim()));
      child.once('exit', (code) => reject(new Error(`view ended with ${code}`)));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    // The same page, but that it may ask the server it comes from.
    const body = (html: string): string => html.slice(html.indexOf('<meta name="viewport"'));
    const served = await page.text();
    expect(body(served)).toBe(body(readFileSync(at('shown', 'index.html'), 'utf8')));
    expect(served).toContain("connect-src 'self'");
  } finally {
    child.kill();
  }
  await new Promise((resolve) => child.once('close', resolve));
});
