/**
 * A real Neo4j for the tests, without Docker: jars from Maven (pom.xml), kept in .cache, run by Java.
 *
 * A vitest globalSetup. The server starts at the first request of a test, so runs that need none start none.
 * Test files share it, one at a time, and it is stopped and its data removed at the end.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import type { TestProject } from 'vitest/node';
import { newHome, noteServer, removeHome } from './home.js';

export { newHome };

export interface RunningServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Ask this address for the server; see use.ts. */
    neo4jStarter: string;
  }
}

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
const VERSIONS = new Map(
  [...readFileSync(POM, 'utf8').matchAll(/<(neo4j\.[\w.]+)>([^<]+)</g)].map(([, name, version]) => [
    name,
    version,
  ]),
);
const versionOf = (property: string): string => {
  const version = VERSIONS.get(property);
  if (!version) throw new Error(`${POM}: no property ${property}`);
  return version;
};

/** A line of Neo4j's releases: which of it, and what runs it. */
export interface Line {
  readonly version: string;
  readonly java: string;
  readonly mainClass: string;
}
/** The one with long-time support: what the tests share. */
const LTS: Line = {
  version: versionOf('neo4j.version'),
  java: 'java',
  mainClass: 'org.neo4j.server.CommunityEntryPoint',
};
/** The newest one, which wants Java 21: `java` of such a version. */
export const newestLine = (java: string): Line => ({
  version: versionOf('neo4j.newest.version'),
  java,
  mainClass: 'org.neo4j.server.Neo4jCommunity',
});
const cacheOf = ({ version }: Line): string =>
  fileURLToPath(new URL(`../../.cache/neo4j-${version}/`, import.meta.url));
const USER = 'neo4j';
const PASSWORD = 'only-for-tests';
// A machine that is busy with other things may take minutes.
const START_MS = 240_000;
// Java 17 guards these; the server's own start script opens them the same way.
const OPENS = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

const run = promisify(execFile);

async function need(command: string, args: string[], install: string): Promise<void> {
  try {
    await run(command, args);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      `the Neo4j tests need ${command}: install ${install}, or set ZHENTU_TEST_SKIP=neo4j to leave these tests out`,
    );
  }
}

/** The folder of jars; fetched once per version. */
async function jars(line: Line): Promise<string> {
  const cache = cacheOf(line);
  const lib = join(cache, 'lib');
  if (existsSync(lib)) return lib;
  await need('mvn', ['-v'], 'Maven 3.8 or newer (Debian: apt install maven)');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'fetch-'));
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${work}`];
  const which = `-Dneo4j.version=${line.version}`;
  await run('mvn', ['-q', '-B', '-f', POM, which, ...goal], { maxBuffer: 1 << 26 });
  await rename(work, lib);
  return lib;
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const settings = (port: number): string =>
  [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=128m',
  ].join('\n');

/** Sets the password, if it is not yet set, as soon as Bolt answers; before that every attempt fails. */
async function setPassword(uri: string, child: ChildProcess, home: string, again: boolean): Promise<void> {
  const log = join(home, 'logs', 'neo4j.log');
  const until = Date.now() + START_MS;
  for (;;) {
    const driver = neo4j.driver(uri, neo4j.auth.basic(USER, again ? PASSWORD : USER), {
      connectionTimeout: 2000,
    });
    const session = driver.session({ database: 'system' });
    try {
      if (again) await session.run('SHOW CURRENT USER');
      else
        await session.run('ALTER CURRENT USER SET PASSWORD FROM $old TO $new', { old: USER, new: PASSWORD });
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) {
        const tail = (await readFile(log, 'utf8').catch(() => '')).slice(-2000);
        throw new Error(`Neo4j did not start: ${String(error)}\n${tail}`);
      }
      await sleep(250);
    } finally {
      await session.close();
      await driver.close();
    }
  }
}

export interface Started {
  readonly server: RunningServer;
  /** Stops it and removes its folder, unless that shall be started again. */
  stop(keep?: boolean): Promise<void>;
}

/** `neo4j-admin …` of the same jars on a server that does not run; returns what it prints. */
export async function runAdmin(
  home: string,
  args: readonly string[],
  cwd: string,
  line = LTS,
): Promise<string> {
  const conf = join(home, 'conf');
  // The collector is what the settings that ship with the server name.
  await writeFile(join(conf, 'neo4j.conf'), `${settings(0)}\nserver.jvm.additional=-XX:+UseG1GC`);
  const main = ['-cp', join(await jars(line), '*'), 'org.neo4j.server.startup.Neo4jAdminCommand'];
  // The importer starts a Java of its own: the one of JAVA_HOME, else the one that runs it.
  const { JAVA_HOME: _, ...others } = process.env;
  const env = { ...others, NEO4J_HOME: home, NEO4J_CONF: conf };
  const { stdout } = await run(line.java, [...main, ...args], { cwd, env, maxBuffer: 1 << 26 });
  return stdout;
}

/** Starts a server on a folder of `newHome`, with further lines of its settings. */
export async function startServer(
  home: string,
  further: readonly string[] = [],
  line = LTS,
): Promise<Started> {
  await need(line.java, ['-version'], 'Java 17 (Debian: apt install openjdk-17-jre-headless)');
  const lib = await jars(line);
  // Made at the first start, not by an import.
  const again = existsSync(join(home, 'data', 'databases', 'system'));
  const port = await freePort();
  await writeFile(join(home, 'conf', 'neo4j.conf'), [settings(port), ...further].join('\n'));
  const main = ['-cp', join(lib, '*'), line.mainClass];
  const child = spawn(
    line.java,
    ['-Xmx768m', ...OPENS, ...main, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
    { stdio: 'ignore' },
  );
  await noteServer(home, child.pid);
  const stop = async (keep = false): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    if (!keep) await removeHome(home);
  };
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await setPassword(uri, child, home, again);
  } catch (error) {
    await stop();
    throw error;
  }
  return { server: { uri, user: USER, password: PASSWORD }, stop };
}

/** vitest calls this once a run, and what it returns at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Started> | null = null;
  // One test file at a time: Community has one database. A file holds it while its request stays open,
  // so one that dies gives it back too.
  let free: Promise<unknown> = Promise.resolve();
  const starter: Server = createServer((_request, response) => {
    const closed = once(response, 'close');
    const turn = free;
    free = turn.then(() => closed);
    started ??= newHome().then((home) => startServer(home));
    Promise.all([started, turn]).then(
      ([{ server }]) => response.write(JSON.stringify(server)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  }).listen(0, '127.0.0.1');
  await once(starter, 'listening');
  project.provide('neo4jStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`);
  return async () => {
    starter.close();
    starter.closeAllConnections();
    const running = await started?.catch(() => null);
    await running?.stop();
  };
}
