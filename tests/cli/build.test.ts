import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/model.js';
import { SAMPLES, scratch, zhentu } from './program.js';

const { at, samples, write } = scratch('build');
const bytes = (dir: string, name = 'graph.json') => readFileSync(path.join(dir, name));
const graphOf = (dir: string) => JSON.parse(bytes(dir).toString('utf8')) as Graph;
const reports = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));
const QUICK = ['--no-db', '--no-view', '--quiet'];

beforeAll(() => {
  expect(zhentu(['build', SAMPLES, '-o', at('all'), '--quiet'])).toEqual({ code: 0, out: '', err: '' });
});

describe('what build writes', () => {
  test('all four outputs', () => {
    expect(
      readdirSync(at('all'))
        .filter((name) => !name.endsWith('.wal'))
        .sort(),
    ).toEqual(['graph.json', 'graph.lbug', 'index.html', 'summary.md']);
    const graph = graphOf(at('all'));
    expect(graph.reports.map((r) => path.basename(r.path)).sort()).toEqual(reports);
    expect(graph.edges.length).toBeGreaterThan(100);
    expect(bytes(at('all'), 'summary.md').toString('utf8')).toContain(`${reports.length} 份报告`);
    expect(bytes(at('all'), 'index.html').toString('utf8')).toMatch(/^<!doctype html>/i);
  });

  test('the database answers what the graph holds', () => {
    const { code, out } = zhentu([
      'query',
      'MATCH (r:Report) RETURN count(r) AS n',
      '--on',
      at('all'),
      '--format',
      'json',
    ]);
    expect([code, JSON.parse(out)]).toEqual([0, [{ n: reports.length }]]);
  });

  test.each([
    ['--no-view', ['graph.json', 'graph.lbug', 'summary.md']],
    ['--no-db', ['graph.json', 'index.html', 'summary.md']],
  ])('%s', (option, expected) => {
    const dir = at(option);
    const run = zhentu(['build', path.join(SAMPLES, 'bailu-2024.txt'), '-o', dir, option]);
    expect([run.code, run.out]).toEqual([0, '']);
    expect(
      readdirSync(dir)
        .filter((name) => !name.endsWith('.wal'))
        .sort(),
    ).toEqual(expected);
  });

  test('a page of an earlier build does not outlive a build without one', () => {
    const dir = at('stale');
    mkdirSync(dir);
    cpSync(path.join(at('all'), 'index.html'), path.join(dir, 'index.html'));
    zhentu(['build', path.join(SAMPLES, 'bailu-2024.txt'), '-o', dir, ...QUICK]);
    expect(existsSync(path.join(dir, 'index.html'))).toBe(false);
  });

  test('one line on stderr without --quiet, none with it, no colours either way', () => {
    const file = path.join(SAMPLES, 'bailu-2024.txt');
    const loud = zhentu(['build', file, '-o', at('loud'), '--no-db', '--no-view'], {
      env: { NO_COLOR: '1' },
    });
    expect(loud.err).toMatch(/^\S+loud：1 份报告，\d+ 个节点，\d+ 条关系\n$/);
    expect(loud.err).not.toContain('\u001b');
  });
});

describe('same input, same bytes', () => {
  test.each([
    ['a second run', [SAMPLES]],
    ['files named in reverse order', reports.map((name) => path.join(SAMPLES, name)).reverse()],
    ['a file named twice, as itself and by its folder', [path.join(SAMPLES, '.', reports[0] ?? ''), SAMPLES]],
    ['one thread', [SAMPLES, '--jobs', '1']],
    ['three threads', [SAMPLES, '--jobs', '3']],
    ['more threads than files', [SAMPLES, '--jobs', '16']],
  ])('%s', (name, args) => {
    const dir = at(`same ${name}`);
    expect(zhentu(['build', ...args, '-o', dir, ...QUICK])).toEqual({ code: 0, out: '', err: '' });
    expect(bytes(dir).equals(bytes(at('all')))).toBe(true);
  });

  test('a second run also gives the same page and summary', () => {
    zhentu(['build', SAMPLES, '-o', at('again'), '--quiet', '--no-db']);
    for (const name of ['index.html', 'summary.md'])
      expect(bytes(at('again'), name).equals(bytes(at('all'), name)), name).toBe(true);
  });
});

describe('what the user says instead of the report', () => {
  const build = (name: string, ...args: string[]): Graph => {
    expect(
      zhentu(['build', path.join(SAMPLES, 'bailu-2024.txt'), '-o', at(name), ...QUICK, ...args]).code,
    ).toBe(0);
    return graphOf(at(name));
  };

  test('--town', () => {
    const graph = build('town', '--town', '新禾镇');
    expect(graph.nodes.find((n) => n.id === graph.reports[0]?.town)?.name).toBe('新禾镇');
  });

  test('--year', () => {
    const plain = build('plain').reports[0]?.year;
    expect([plain, build('year', '--year', '2019').reports[0]?.year]).toEqual([2023, 2019]);
  });

  test('the same in threads', () => {
    const two = [
      ...['bailu-2024.txt', 'heting-2024.txt'].map((name) => path.join(SAMPLES, name)),
      '--year',
      '2019',
    ];
    for (const jobs of ['1', '2'])
      zhentu(['build', ...two, '-o', at(`year${jobs}`), ...QUICK, '--jobs', jobs]);
    expect(graphOf(at('year2')).reports.map((r) => r.year)).toEqual([2019, 2019]);
    expect(bytes(at('year2')).equals(bytes(at('year1')))).toBe(true);
  });

  test('--lexicon adds entries, in threads too', () => {
    mkdirSync(at('mine', 'names'), { recursive: true });
    write(
      'mine/names/program.yaml',
      '- name: 三色稻田\n  examples:\n    - 实施【三色稻田】行动\n  not:\n    - 稻田里种了三色堇\n',
    );
    write('rice.txt', '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n实施三色稻田行动。\n');
    const found = ['0', '1', '2'].map((jobs) => {
      const own = jobs === '0' ? [] : ['--lexicon', at('mine'), '--jobs', jobs];
      const inputs = [at('rice.txt'), path.join(SAMPLES, 'bailu-2024.txt')];
      expect(zhentu(['build', ...inputs, '-o', at(`rice${jobs}`), ...QUICK, ...own]).code).toBe(0);
      return graphOf(at(`rice${jobs}`)).nodes.some((n) => n.name === '三色稻田');
    });
    expect(found).toEqual([false, true, true]);
  });
});

describe('a folder that mixes good and bad', () => {
  test.each(['1', '2'])('%s threads: the good are done, the bad are listed', (jobs) => {
    const dir = samples(`mixed${jobs}`, 'bailu-2024.txt', 'heting-2024.txt');
    write(`mixed${jobs}/empty.txt`, '');
    write(`mixed${jobs}/picture.txt`, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    write(`mixed${jobs}/notes.md`, 'not a report');
    const { code, out, err } = zhentu(['build', dir, '-o', at(`half${jobs}`), ...QUICK, '--jobs', jobs]);
    expect([code, out]).toEqual([3, '']);
    const lines = err.trimEnd().split('\n');
    expect(lines).toEqual([
      `${dir}/empty.txt：文件是空的；请给出有正文的报告`,
      expect.stringMatching(/picture\.txt：这是 PNG 文件/),
    ]);
    expect(graphOf(at(`half${jobs}`)).reports).toHaveLength(2);
    const summary = bytes(at(`half${jobs}`), 'summary.md').toString('utf8');
    for (const line of lines) expect(summary).toContain(line);
  });
});
