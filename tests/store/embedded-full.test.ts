/** No room for the embedded file: said in one line, at once, and the old file is as it was. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageFile } from '../../src/paths.js';
import { EMBEDDED_FILE } from '../../src/store/embedded-file.js';
import { sampleFiles } from '../samples.js';

const root = await mkdtemp(join(tmpdir(), 'zhentu-full-'));
afterAll(() => rm(root, { recursive: true }));

/** No file of these runs grows beyond `kilobytes`: as on a full disk, writing fails in the middle of one. */
const build = (reports: readonly string[], kilobytes: number | 'unlimited') => {
  const args = [
    packageFile('dist/cli.js'),
    'build',
    ...reports,
    '-o',
    join(root, 'out'),
    '--no-view',
    '--quiet',
  ];
  const { status, signal, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...args],
    { encoding: 'utf8', timeout: 100_000, env: { ...process.env, LANG: 'zh_CN.UTF-8' } },
  );
  return { status, signal, lines: `${stdout}${stderr}`.trim().split('\n') };
};

test.each([600, 1000, 1400])(
  'where a file may hold %i kB',
  async (kilobytes) => {
    const samples = sampleFiles().map(({ path }) => path);
    expect(build(samples.slice(0, 1), 'unlimited').status).toBe(0);
    const before = await readFile(join(root, 'out', EMBEDDED_FILE));
    const { status, signal, lines } = build(samples, kilobytes);
    expect(signal).toBe(null);
    expect(lines).toEqual([
      expect.stringMatching(/out：图数据库写不下（文件大小受限），原有的未改动；请腾出空间/),
    ]);
    expect(status).toBe(2);
    expect(before.equals(await readFile(join(root, 'out', EMBEDDED_FILE)))).toBe(true);
    expect((await readdir(join(root, 'out'))).filter((name) => name.startsWith('.'))).toEqual([]);
  },
  120_000,
);
