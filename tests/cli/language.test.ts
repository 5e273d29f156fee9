/** Chinese by default, English with --lang en: in help, in errors, in results; never a mixture of sentences. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLES, scratch, zhentu } from './program.js';

const { at, root } = scratch('language');
const COMMANDS = [
  'build',
  'extract',
  'explain',
  'check',
  'score',
  'load',
  'query',
  'export',
  'questions',
  'view',
];
const HAN = /\p{Script=Han}/u;
// Three English words in a row are a sentence; names of options, values and formats stand alone.
const ENGLISH = /\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/;

describe('help', () => {
  test.each([[[] as string[]], ...COMMANDS.map((name) => [[name]])])('%s', (command) => {
    for (const flag of ['--help', '-h']) {
      const zh = zhentu([...command, flag]);
      expect([zh.code, zh.err]).toEqual([0, '']);
      expect(zh.out).toMatch(/^用法：/);
      expect(zh.out).toMatch(/选项：/);
      expect(zh.out).not.toMatch(ENGLISH);
      const en = zhentu([...command, flag, '--lang', 'en']);
      expect([en.code, en.err]).toEqual([0, '']);
      expect(en.out).toMatch(/^Usage: zhentu/);
      expect(en.out).not.toMatch(HAN);
      expect(zh.out).not.toContain('\u001b');
    }
  });

  test('lists every command, each with a description', () => {
    const { out } = zhentu(['--help']);
    for (const name of COMMANDS)
      expect(out).toMatch(new RegExp(`^ {2}${name}( .*)? {2,}\\S*\\p{Script=Han}`, 'mu'));
  });

  test('without a command it goes to stderr, and nothing was done', () => {
    const { code, out, err } = zhentu([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^用法：/);
  });

  test('--version prints that of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(SAMPLES, '../package.json'), 'utf8'));
    expect(zhentu(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('errors', () => {
  const GOOD = path.join(SAMPLES, 'bailu-2024.txt');
  test.each([
    [['frobnicate']],
    [['build']],
    [['build', '--frob', GOOD]],
    [['build', GOOD, '--year', 'x']],
    [['build', GOOD, '-o']],
    [['build', 'nope.txt']],
    [['build', GOOD, '-o', GOOD]],
    [['build', GOOD, '--lexicon', 'nope']],
    [['extract']],
    [['explain']],
    [['explain', 'nope.txt']],
    [['explain', GOOD, '--line', '9999']],
    [['check', 'nope']],
    [['score', 'nope', 'nope']],
    [['load', 'nope']],
    [['query', 'shared-programs', '--on', 'nope']],
    [['query', 'nope', '--on', 'nope']],
    [['view', 'nope']],
    [['questions', 'too many']],
  ])('%j', (args) => {
    const strip = (text: string) => text.replaceAll(SAMPLES, '').replaceAll('青禾镇', '');
    const zh = zhentu(args, { cwd: root });
    expect([zh.code, zh.out]).toEqual([2, '']);
    expect(strip(zh.err)).toMatch(HAN);
    expect(strip(zh.err)).not.toMatch(ENGLISH);
    for (const english of [
      ['--lang', 'en', ...args],
      ['--lang=en', ...args],
    ]) {
      const en = zhentu(english, { cwd: root });
      expect([en.code, en.out]).toEqual([2, '']);
      expect(strip(en.err)).not.toMatch(HAN);
      expect(en.err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test('a damaged stream line', () => {
    const [zh, en] = [[], ['--lang', 'en']].map((lang) => {
      const { out } = zhentu(['extract', '--stream', ...lang], { input: '{"path":' });
      return (JSON.parse(out) as { error: string }).error;
    });
    expect(zh).toMatch(HAN);
    expect(zh).not.toMatch(ENGLISH);
    expect(en).toBe('not JSON; each line must be {"path","text"}');
  });
});

describe('results', () => {
  test('summary and closing line', () => {
    const GOOD = path.join(SAMPLES, 'bailu-2024.txt');
    const en = zhentu(['build', GOOD, '-o', at('en'), '--no-db', '--no-view', '--lang', 'en', '--jobs', '1']);
    expect(en.err).toMatch(/: 1 reports, \d+ nodes, \d+ edges\n$/);
    const summary = readFileSync(at('en', 'summary.md'), 'utf8');
    expect(summary).toMatch(/^# zhentu: what was read$/m);
    expect(summary).toMatch(/^\| Village \| \d+ \|$/m);
    const zh = zhentu(['build', GOOD, '-o', at('zh'), '--no-db', '--no-view', '--quiet']);
    expect([zh.code, zh.err]).toEqual([0, '']);
    expect(readFileSync(at('zh', 'summary.md'), 'utf8')).not.toMatch(ENGLISH);
    // The facts are the same in either language.
    expect(readFileSync(at('zh', 'graph.json'), 'utf8')).toBe(readFileSync(at('en', 'graph.json'), 'utf8'));
  });

  test('bad files read in threads are told in the language asked for', () => {
    const { err } = zhentu(
      [
        'build',
        'nope1',
        path.join(SAMPLES, '../data/places.bin'),
        path.join(SAMPLES, '../package-lock.json'),
      ].concat(['-o', at('threads'), '--jobs', '2', '--lang', 'en', '--no-db', '--no-view', '--quiet']),
      { cwd: root },
    );
    expect(err).toMatch(/places\.bin: /);
    expect(err).not.toMatch(HAN);
  });

  test('explain', () => {
    const { out } = zhentu(['explain', '--lang', 'en', '--text', '东坝村获评省级文明村。']);
    expect(out).toMatch(/^ {2}frame: 2024 · looks back$/m);
    expect(out).toMatch(/Village 东坝村/);
  });
});
