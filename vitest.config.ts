import { defineConfig } from 'vitest/config';

// Two projects: `repo` needs the repository only; `data` needs real reports (ZHENTU_DATA) and fails without them.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'repo',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/data/**'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'data', include: ['tests/data/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
