/**
 * Folders of servers, which hold hundreds of megabytes: removed when the run ends, however it ends.
 *
 * A run that is killed removes nothing and leaves its server running. A folder is named after the process it belongs
 * to, so the next run finds those whose process is gone.
 */
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'zhentu-neo4j-';
const SERVER_FILE = 'server.pid';
const homes = new Set<string>();

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ends the server of a folder, if the process that has its number now is still that server (told where there is /proc). */
function endServer(home: string): void {
  try {
    const pid = Number(readFileSync(join(home, SERVER_FILE), 'utf8'));
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home)) process.kill(pid, 'SIGKILL');
  } catch {
    // None was started, or it has ended.
  }
}

/** Removes what killed runs left in `parent`. */
export async function removeLeft(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, owner] = /^zhentu-neo4j-(\d+)-/.exec(name) ?? [];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const home = join(parent, name);
    endServer(home);
    await rm(home, { recursive: true, force: true });
  }
}

/** A folder for a server of its own. */
export async function newHome(): Promise<string> {
  if (homes.size === 0) {
    await removeLeft(tmpdir());
    process.once('exit', () => {
      for (const home of homes) {
        endServer(home);
        rmSync(home, { recursive: true, force: true });
      }
    });
  }
  const home = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  homes.add(home);
  await mkdir(join(home, 'conf'));
  return home;
}

/** Notes which process serves a folder. */
export const noteServer = (home: string, pid: number | undefined): Promise<void> =>
  writeFile(join(home, SERVER_FILE), String(pid));

export const removeHome = (home: string): Promise<void> => rm(home, { recursive: true, force: true });
