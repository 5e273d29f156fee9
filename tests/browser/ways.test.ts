/** The main ways of a reader, each in at most four actions: a click is one, and so is a search typed and entered. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import { sampleFiles } from '../samples.js';
import { choose, openSite, type Site } from './site.js';

const MOST = 4;
let site: Site;
let address: string;
let page: Page;
let actions: number;

beforeAll(async () => {
  site = await openSite();
  address = await site.write('samples', buildGraph(sampleFiles(), openKnowledge()));
});
afterAll(() => site.close());
beforeEach(async () => {
  await page?.close();
  ({ page } = await site.open(address));
  actions = 0;
});

const click = (target: Locator): Promise<void> => {
  actions += 1;
  return target.first().click();
};
const search = (text: string): Promise<void> => {
  actions += 1;
  return choose(page, text);
};
const panel = (): Locator => page.getByTestId('panel');

it('a town → its honours → a sentence', async () => {
  await search('qhz');
  const honours = panel().getByTestId('relation').filter({ hasText: '获评' });
  expect(await honours.first().innerText()).toContain('获评');
  await click(honours.getByTestId('evidence'));
  expect(await panel().locator('blockquote').first().innerText()).toContain('。');
  expect(actions).toBeLessThanOrEqual(MOST);
});

it('two towns → the programmes they share → both sentences', async () => {
  await click(page.locator('#rail').getByRole('button', { name: '共同' }));
  await click(page.getByTestId('view').getByRole('button', { name: '青禾镇', exact: true }));
  await click(page.getByTestId('view').getByRole('button', { name: '白芦镇', exact: true }));
  const sides = page.getByTestId('common-item').first().getByTestId('side');
  expect(await sides.count()).toBe(2);
  for (const side of await sides.allInnerTexts()) expect(side).toContain('。');
  expect(actions).toBeLessThanOrEqual(MOST);
});

it('a company → another → the path between them, each hop with its sentence', async () => {
  await search('云鹤轴承');
  await click(panel().getByRole('button', { name: '到…的路径' }));
  await search('锐拓精工');
  const hops = panel().getByTestId('path').locator('.hop');
  await hops.first().waitFor();
  expect(await hops.count()).toBeGreaterThan(1);
  expect(await panel().innerText()).toMatch(/云鹤轴承 — 锐拓精工/);
  for (const hop of await hops.all()) expect(await hop.locator('blockquote').innerText()).not.toBe('');
  expect(actions).toBeLessThanOrEqual(MOST);
});
