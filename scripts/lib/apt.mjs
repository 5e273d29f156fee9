// Installing system packages where that is possible without asking anybody: Debian or Ubuntu, as root or by passwordless sudo.
import { ask, excerpt, run } from './run.mjs';
import { tell } from './speak.mjs';

const prefix = () => {
  if (process.getuid?.() === 0) return [];
  return ask('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
};

/** Installs the packages; false when apt or the right to use it is missing, or when apt fails (its output is shown). */
export const installPackages = async (packages) => {
  const asRoot = prefix();
  if (!asRoot || ask('apt-get', ['--version']) === undefined) return false;
  tell(`正在安装系统软件包：${packages.join(' ')} …`, `Installing system packages: ${packages.join(' ')} …`);
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return run(command, rest, { quiet: true });
  };
  // A stale package list is the usual reason for a failing install; a failing update need not be one.
  await apt('update');
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (code !== 0) console.error(excerpt(output));
  return code === 0;
};
