import { defineConfig } from 'vitest/config';

// Two projects: `repo` needs the repository only; `data` needs real reports (ZHENTU_DATA) and fails without them.
// What a machine cannot run is left out by folder: ZHENTU_TEST_SKIP=neo4j,browser (scripts/test.mjs checks the names).
const skipped = (process.env.ZHENTU_TEST_SKIP ?? '')
  .split(',')
  .map((part) => part.trim())
  .filter(Boolean)
  .map((part) => `tests/${part}/**`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'repo',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/data/**', ...skipped],
          globalSetup: ['tests/neo4j/server.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          globalSetup: ['tests/neo4j/server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
