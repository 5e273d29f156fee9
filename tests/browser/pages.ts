/**
 * Pages for browser tests: the template built once a file, a graph put into it, opened from the disk, and everything
 * noted that a reader never sees but would suffer from: errors, and requests for anything but the page itself.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import type { Graph } from '../../src/model.js';
import { packageFile } from '../../src/paths.js';
import { renderPage } from '../../src/view/page.js';
import { pageData } from '../../src/view/payload.js';
import { launchBrowser } from './chromium.js';

export interface OpenPage {
  readonly page: Page;
  /** Errors and requests so far; a test ends by finding none. */
  readonly complaints: readonly string[];
}

export interface Pages {
  /** The page of one of the graphs; `hash` as in the address bar. */
  readonly open: (name: string, hash?: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export const buildPages = async (graphs: Readonly<Record<string, Graph>>): Promise<Pages> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhentu-pages-'));
  const outDir = join(folder, 'dist');
  await build({ configFile: packageFile('viz/vite.config.ts'), logLevel: 'error', build: { outDir } });
  const template = await readFile(join(outDir, 'viewer.html'), 'utf8');
  for (const [name, graph] of Object.entries(graphs)) {
    await writeFile(join(folder, `${name}.html`), renderPage(template, pageData(graph)));
  }
  const browser: Browser = await launchBrowser();
  const own = `${pathToFileURL(folder).href}/`;
  return {
    open: async (name, hash = '', options = {}) => {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))
          complaints.push(url);
      });
      await page.goto(`${own}${name}.html${hash}`);
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
