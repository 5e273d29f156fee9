// Adds to package-lock.json the optional platform packages that its packages list and npm left out of the lock
// (npm writes only those the registry at hand serves), so that `npm ci` finds lock and package.json in step.
// Run after every change of dependencies: node scripts/complete-lock.mjs
import fs from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const byName = {};
for (const [path, pkg] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(pkg.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`;
    if (!path || lock.packages[at] || lock.packages[`${path}/${at}`]) continue;
    const m = /(android|darwin|linux|win32|freebsd)-(arm64|x64)(-musl)?$/.exec(name);
    if (!m) {
      console.log('?', path, name, version);
      continue;
    }
    byName[at] = {
      version,
      cpu: [m[2]],
      ...(pkg.dev ? { dev: true } : {}),
      optional: true,
      os: [m[1]],
      ...(m[3] ? { libc: ['musl'] } : {}),
    };
    console.log('+', at, version);
  }
}
const all = { ...lock.packages, ...byName };
lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
