import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeft } from './home.js';

test('what a killed run left goes, with its server; what belongs to one that runs stays', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'zhentu-homes-'));
  const dead = spawn(process.execPath, ['-e', '0']);
  await once(dead, 'exit');
  const left = join(parent, `zhentu-neo4j-${dead.pid}-abc`);
  const own = join(parent, `zhentu-neo4j-${process.pid}-abc`);
  const other = join(parent, 'zhentu-other');
  const reused = join(parent, `zhentu-neo4j-${dead.pid}-def`);
  for (const dir of [left, own, other, reused]) await mkdir(dir);
  const server = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', left], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await writeFile(join(left, 'server.pid'), String(server.pid));
  // A process that has the number of a server that ended, this one here, is let be.
  await writeFile(join(reused, 'server.pid'), String(process.pid));
  try {
    await removeLeft(parent);
    expect((await ended)[1]).toBe('SIGKILL');
    expect([left, reused, own, other].map((dir) => existsSync(dir))).toEqual([false, false, true, true]);
  } finally {
    server.kill('SIGKILL');
    await rm(parent, { recursive: true });
  }
});
