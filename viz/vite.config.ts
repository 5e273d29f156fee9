// One file that opens from a disk or a server and asks for nothing else: script and style are put into the page.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [
    viteSingleFile({ removeViteModuleLoader: true }),
    // The page is one of many things in dist/, under a name that says what it is.
    {
      name: 'name-of-the-page',
      enforce: 'post',
      generateBundle(_, bundle) {
        const page = bundle['index.html'];
        if (page) page.fileName = 'viewer.html';
      },
    },
  ],
  build: {
    outDir: here('../dist'),
    emptyOutDir: false,
    target: 'es2022',
    copyPublicDir: false,
  },
});
