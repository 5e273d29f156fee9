// Starting other programs: shown to the user as they go, or quietly with the output kept for the case of failure.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, wherever the command was called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program in the repository's root.
 * `quiet` collects stdout and stderr instead of showing them; `env` is added to the present environment.
 * Resolves to `{ code, output }`; a program that is not there gives code 127.
 */
export const run = (command, args, { quiet = false, env = {}, shell = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(chunks).toString('utf8') }),
    );
  });

/** Runs this Node on a script of the repository. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs npm: the one that started us where there is one, so that its version and settings stay the same. */
export const runNpm = (args, options) => {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return runNode([npm, ...args], options);
  // On Windows npm is a .cmd file, which only a shell can start; the arguments are ours, never a user's.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
};

/** What a short question to a program answers, stdout and stderr together; undefined when it is absent or fails. */
export const ask = (command, args) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return error || status !== 0 ? undefined : `${stdout}${stderr}`;
};

/** What went wrong in a program's output: npm and compilers say it first or last, never in the middle. */
export const excerpt = (output, lines = 20) => {
  const all = output.trimEnd().split('\n');
  return (all.length <= 2 * lines ? all : [...all.slice(0, lines), '…', ...all.slice(-lines)]).join('\n');
};
