/** A made graph of 10,000 things and 40,000 facts: everything is there, counted, found, filtered and explained. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import type { Graph } from '../../src/model.js';
import { choose, goTo, type Opened, openSite, type Site, VIEWS_ZH } from './site.js';

const [NODES, EDGES] = [10_000, 40_000];
let site: Site;
let made: Graph;
let opened: Opened;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  made = madeGraph(NODES, EDGES);
  opened = await site.open(await site.write('large', made));
  page = opened.page;
});
afterAll(async () => {
  await site.close();
});

const shown = (): Promise<string> => page.getByTestId('shown').innerText();

describe(`${NODES} things, ${EDGES} facts`, () => {
  it('say how many of how many are shown', async () => {
    expect(await shown()).toMatch(/显示 [\d,]+ \/ 共 10,000[\s\S]*事实 [\d,]+ \/ 共 40,000/);
  });

  it('open every view', async () => {
    for (const view of VIEWS_ZH) {
      await goTo(page, view);
      expect(await page.locator('#rail [aria-current]').innerText()).toContain(view);
    }
    expect(opened.complaints).toEqual([]);
  });

  it('are found by name, by initials and by the words of a sentence', async () => {
    const company = made.nodes.find(({ label }) => label === 'Company');
    const box = page.getByRole('combobox').first();
    await box.fill(company?.name ?? '');
    expect(await page.getByRole('option').first().innerText()).toContain(company?.name);
    await box.fill('wsgz');
    expect(await page.locator('#hits').innerText()).toMatch(/政策行动[\s\S]*五水共治/);
    await box.fill('取得阶段性成效');
    expect(await page.locator('#hits').innerText()).toMatch(/原文\s*5 \/ 4\d,\d{3}/);
    await box.fill('');
  });

  it('lead from a thing to its sentence', async () => {
    const project = made.edges.find(({ type }) => type === '竣工');
    const name = made.nodes.find(({ id }) => id === project?.to)?.name ?? '';
    await choose(page, name);
    await page.getByTestId('evidence').first().click();
    expect(await page.getByTestId('panel').locator('blockquote').first().innerText()).toContain(
      '取得阶段性成效',
    );
    expect(opened.complaints).toEqual([]);
  });

  it('can be filtered, and back', async () => {
    await goTo(page, '表格');
    const before = await shown();
    await page.getByRole('switch', { name: '企业' }).click();
    expect(await shown()).not.toBe(before);
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    expect(await shown()).toMatch(/显示 10,000 \/ 共 10,000/);
    expect(opened.complaints).toEqual([]);
  });
});
