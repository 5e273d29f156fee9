// From a fresh clone to a program that runs: the right Node, the dependencies, the build. What is done is not done again.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh } from './freshness.mjs';
import { excerpt, root, runNpm } from './run.mjs';
import { Stop, tell } from './speak.mjs';

const inRoot = (name) => join(root, name);

/** True for the releases the build tool supports: 20.19 and later 20s, 22.12 and everything after. */
export const supportsNode = (version) => {
  const [major, minor] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
};

export const requireNode = (version = process.versions.node) => {
  if (supportsNode(version)) return;
  throw new Stop(
    `当前 Node.js 版本是 ${version}，需要 20.19 以上（或 22.12 以上）；请到 https://nodejs.org 安装新版本后重试。`,
    `This is Node.js ${version}; 20.19 or newer (22.12 or newer in the 22 line) is needed: install it from https://nodejs.org and try again.`,
  );
};

/** Installs exactly what package-lock.json lists. npm writes node_modules/.package-lock.json last, so its age tells. */
export const installDependencies = async () => {
  if (isFresh(inRoot('node_modules/.package-lock.json'), [inRoot('package-lock.json')])) return;
  tell(
    '正在安装依赖（npm ci，首次约一分钟）…',
    'Installing dependencies (npm ci, about a minute the first time) …',
  );
  // --include=dev: the build needs compilers even where NODE_ENV=production is set.
  const { code, output } = await runNpm(
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      quiet: true,
    },
  );
  if (code === 0) return;
  console.error(excerpt(output));
  throw new Stop(
    '依赖安装失败（npm ci，原因见上）；请检查网络或 npm 镜像设置后重试。',
    'Installing dependencies failed (npm ci, see above): check the network or npm registry settings and try again.',
  );
};

const SOURCES = [
  'src',
  'viz',
  'data',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'bundle.config.ts',
];
// Written after the last build step, so a build that broke off half-way is not taken for a whole one.
const STAMP = 'dist/.complete';

/** Builds library, lexicon and viewer when a source changed since the last complete build. */
export const buildProgram = async () => {
  if (existsSync(inRoot('dist/cli.js')) && isFresh(inRoot(STAMP), SOURCES.map(inRoot))) return;
  tell('正在构建（npm run build）…', 'Building (npm run build) …');
  rmSync(inRoot(STAMP), { force: true });
  const { code, output } = await runNpm(['run', 'build'], { quiet: true });
  if (code === 0) {
    writeFileSync(inRoot(STAMP), '');
    return;
  }
  console.error(excerpt(output));
  throw new Stop('构建失败（npm run build，原因见上）。', 'The build failed (npm run build, see above).');
};
