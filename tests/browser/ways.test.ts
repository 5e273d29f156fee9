/** The main ways of a reader, each in at most four actions; a click, a key and the filling of a box are one each. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import { sampleFiles } from '../samples.js';
import { openSite, type Site } from './site.js';

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
const fill = (target: Locator, text: string): Promise<void> => {
  actions += 1;
  return target.first().fill(text);
};
const press = (key: string): Promise<void> => {
  actions += 1;
  return page.keyboard.press(key);
};
const panel = (): Locator => page.getByTestId('panel');

it('a town → its honours → a sentence', async () => {
  await fill(page.getByRole('combobox'), 'qhz');
  await press('Enter');
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
