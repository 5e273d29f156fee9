/** Finding one's way in the graph: unfolding, putting away, undoing, the dark theme, the phone, labels at first look. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import { sampleFiles } from '../samples.js';
import { clickAndGoToHash, clickAndLeave, frames, pointedInk } from './in-page.mjs';
import { choose, goTo, type Opened, openSite, type Site } from './site.js';

let site: Site;
let address: string;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  address = await site.write('samples', buildGraph(sampleFiles(), openKnowledge()));
});
afterAll(() => site.close());
beforeEach(async () => {
  opened = await site.open(address);
  ({ page } = opened);
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await page.close();
});

const panel = (): Locator => page.getByTestId('panel');
const shown = async (): Promise<number> =>
  Number((await page.getByTestId('shown').innerText()).match(/显示 ([\d,]+)/)?.[1]?.replaceAll(',', ''));

describe('one thing in the graph', () => {
  it('leaves what is unfolded on the canvas when it is left, until it is folded again', async () => {
    await goTo(page, '图谱');
    const before = await shown();
    const unfold = panel().getByRole('button', { name: /^在图中展开 获评/ });
    await choose(page, '鹤汀镇');
    await unfold.click();
    await page.keyboard.press('Escape');
    expect(await shown()).toBeGreaterThan(before);
    await choose(page, '鹤汀镇');
    await unfold.click();
    await page.keyboard.press('Escape');
    expect(await shown()).toBe(before);
  });

  it('is put away, and comes back by undoing; what was undone is done again', async () => {
    await goTo(page, '图谱');
    await choose(page, '鹤汀镇');
    const before = await shown();
    await panel().getByRole('button', { name: '隐藏' }).click();
    const without = await shown();
    expect(without).toBeLessThan(before);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await shown()).toBe(before);
    await page.getByRole('button', { name: '重做' }).click();
    expect(await shown()).toBe(without);
    await page.keyboard.press('Control+z');
    expect(await shown()).toBe(before);
  });

  it('is named by the address, with the view it is seen in', async () => {
    await goTo(page, '图谱');
    await choose(page, '鹤汀镇');
    await page.waitForURL(({ hash }) => decodeURIComponent(decodeURIComponent(hash)).includes('鹤汀镇'));
    const { page: other } = await site.open(page.url());
    expect(await other.getByTestId('panel').locator('h1').innerText()).toContain('鹤汀镇');
    expect(await other.locator('#rail [aria-current]').innerText()).toContain('图谱');
    await other.close();
  });

  it('is in the address as soon as the reader turns away from the page', async () => {
    await goTo(page, '图谱');
    const hash = await page.evaluate(clickAndLeave, ['#rail button:not([aria-current])']);
    const next = await page.evaluate(clickAndLeave, ['#rail [aria-current] + button', 'F5']);
    expect(next).not.toBe(hash);
    expect(await page.evaluate(clickAndLeave, ['#rail [aria-current] + button', 'a'])).toBe(next);
  });

  it('is shown when a link to it is followed right after another click', async () => {
    await goTo(page, '图谱');
    await choose(page, '鹤汀镇');
    await page.waitForURL(({ hash }) => hash.includes('n='));
    const { hash } = new URL(page.url());
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.hash !== hash);
    await page.evaluate(clickAndGoToHash, ['#rail button', hash]);
    // Longer than the address waits.
    await page.waitForTimeout(1500);
    expect(await panel().locator('h1').innerText()).toContain('鹤汀镇');
    expect(new URL(page.url()).hash).toBe(hash);
  });
});

it('is dark when asked, and light again', async () => {
  const background = (): Promise<string> =>
    page.evaluate('getComputedStyle(document.documentElement).backgroundColor') as Promise<string>;
  const light = await background();
  await page.getByRole('button', { name: '深色' }).click();
  expect(await background()).not.toBe(light);
  await page.getByRole('button', { name: '浅色' }).click();
  expect(await background()).toBe(light);
});

it('fits a phone in every view, and shows a thing that is found', async () => {
  const phone = await site.open(address, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  for (const view of ['总览', '图谱', '共同', '项目', '荣誉', '指标', '表格']) {
    await goTo(phone.page, view);
    expect(await phone.page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(390);
  }
  await choose(phone.page, '鹤汀镇');
  const heading = phone.page.getByTestId('panel').locator('h1');
  expect(await heading.innerText()).toContain('鹤汀镇');
  const box = await heading.boundingBox();
  expect(box && box.y >= 0 && box.y < 844).toBe(true);
  expect(phone.complaints).toEqual([]);
  await phone.page.close();
});

describe('a name under the pointer', () => {
  it('in the panel lights up on the canvas, and goes out again', async () => {
    await goTo(page, '图谱');
    expect(await page.evaluate(pointedInk)).toBe(0);
    await page.getByTestId('connected').getByTestId('thing').first().hover();
    await page.evaluate(frames, 2);
    expect(await page.evaluate(pointedInk)).toBeGreaterThan(500);
    await page.getByRole('combobox').first().hover();
    await page.evaluate(frames, 2);
    expect(await page.evaluate(pointedInk)).toBe(0);
  });
});
