/**
 * Pages built from source in a real browser, for tests: one template, any number of graphs, and a record of what a
 * reader never sees but would suffer from.
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
import type { PageData } from '../../src/view/page-data.js';
import { pageData } from '../../src/view/payload.js';
import { launchBrowser } from './chromium.js';
import { turnAway } from './in-page.mjs';

export interface Opened {
  readonly page: Page;
  /** Errors, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
}

export interface Site {
  /** Writes a page of this graph, or of data made from one; returns its address. */
  readonly write: (name: string, graph: Graph | PageData) => Promise<string>;
  /** Of a page that others have written. */
  readonly template: string;
  readonly folder: string;
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export const openSite = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhentu-site-'));
  const configFile = packageFile('viz/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder } });
  const template = await readFile(join(folder, 'viewer.html'), 'utf8');
  const browser: Browser = await launchBrowser();
  return {
    template,
    folder,
    write: async (name, graph) => {
      const data = graph.format === 'zhentu-page' ? graph : pageData(graph);
      const file = join(folder, `${name}.html`);
      await writeFile(file, renderPage(template, data));
      return pathToFileURL(file).href;
    },
    open: async (address, options = {}) => {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      });
      page.setDefaultTimeout(45_000);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      const own = address.startsWith('file:') ? `${pathToFileURL(folder).href}/` : new URL(address).origin;
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(own) && !/^(?:data|blob):/.test(url)) complaints.push(url);
      });
      await page.goto(address);
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Opens a view by its name on the rail. */
export const goTo = (page: Page, view: string): Promise<void> =>
  page.locator('#rail').getByText(view, { exact: true }).click();

/** Chooses the first thing the search box finds. */
export const choose = async (page: Page, query: string): Promise<void> => {
  await page.getByRole('combobox').first().fill(query);
  await page.getByRole('option').first().waitFor();
  await page.getByRole('combobox').first().press('Enter');
};

export const VIEWS_ZH = ['总览', '图谱', '共同', '项目', '荣誉', '指标', '表格'] as const;

/** The page writes its address once the reader rests or turns away from it, as on the way to the button that loads it. */
export const addressWritten = (page: Page): Promise<void> => page.evaluate(turnAway);
