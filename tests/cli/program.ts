/** The real program as a user starts it: own process, built files, pipes for the three streams. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { packageFile } from '../../src/paths.js';

export const CLI = packageFile('dist/cli.js');
export const SAMPLES = packageFile('samples');

if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run npm run build first');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const zhentu = (args: readonly string[], { input = '', cwd, env }: RunOptions = {}): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
};

/** Started and left running, e.g. `view`. */
export const startZhentu = (args: readonly string[]) => spawn(process.execPath, [CLI, ...args]);

/** A folder of this test file's own, gone when it is done. */
export const scratch = (name: string) => {
  const root = mkdtempSync(path.join(tmpdir(), `zhentu-${name}-`));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const at = (...parts: string[]) => path.join(root, ...parts);
  const write = (file: string, content: string | Uint8Array): string => {
    writeFileSync(at(file), content);
    return at(file);
  };
  /** Copies samples there and returns the folder. */
  const samples = (folder: string, ...names: string[]): string => {
    for (const name of names) cpSync(path.join(SAMPLES, name), at(folder, name));
    return at(folder);
  };
  return { root, at, write, samples };
};
