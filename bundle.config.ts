// What a run starts with, as a few files instead of a hundred and more: Node takes longer to open small modules than to
// run what is in them. The library (dist/index.js) stays as it was compiled.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (name: string): string => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));
/** Started by Node itself: the command line, its heaviest command, threads and child processes. */
const ENTRIES = [
  'cli',
  'commands/build',
  'commands/read-worker',
  'store/embedded-child',
  'store/embedded-writer',
];

export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((name) => [name, source(name)])),
      external: (id) => !/^[./]/.test(id) && !/^[A-Za-z]:/.test(id),
      // Right in dist/, where paths.ts looks for the package from.
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
});
