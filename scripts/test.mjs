// `npm test`: everything the tests need, then the tests that need the repository only.
// Further arguments go to vitest: `npm test -- tests/read -t pinyin`.
import { buildProgram, installDependencies, requireNode } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';
import { end } from './lib/speak.mjs';
import { announceSkipped, findBrowser, provideParts, skippedParts } from './lib/test-parts.mjs';

await end(async () => {
  requireNode();
  const skipped = skippedParts();
  announceSkipped(skipped);
  await installDependencies();
  await provideParts(skipped);
  await buildProgram();
  // A machine-readable copy of the result for whoever counts, beside what is shown.
  const json = process.env.ZHENTU_TEST_JSON;
  const reporters = json ? ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`] : [];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'repo'];
  const { code } = await runNode([...vitest, ...reporters, ...process.argv.slice(2)], {
    env: { ZHENTU_CHROMIUM: findBrowser() },
  });
  return code;
});
