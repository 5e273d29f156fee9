/** The page of the real reports in a real browser: every view opens, every thing named at first look can be read. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.js';
import type { Graph } from '../../src/model.js';
import { choose, goTo, type Opened, openSite, type Site, VIEWS_ZH } from '../browser/site.js';
import { SETS } from './data.js';

describe.each(['gold', 'wild'] as const)('%s', (set) => {
  const out = mkdtempSync(path.join(tmpdir(), 'zhentu-data-page-'));
  let site: Site;
  let graph: Graph;
  let opened: Opened;
  beforeAll(async () => {
    await runBuild([SETS[set].texts], { out, view: false, db: false, quiet: true });
    graph = JSON.parse(readFileSync(path.join(out, 'graph.json'), 'utf8'));
    site = await openSite();
    opened = await site.open(await site.write(set, graph));
  });
  afterAll(async () => {
    await site.close();
    rmSync(out, { recursive: true, force: true });
  });

  test('every view opens without a complaint, and none is wider than the window', async () => {
    const { page, complaints } = opened;
    for (const view of VIEWS_ZH) {
      await goTo(page, view);
      expect(await page.locator('#rail [aria-current]').innerText()).toContain(view);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
        view,
      ).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });

  test('all is counted', async () => {
    const text = (await opened.page.getByTestId('shown').innerText()).replaceAll(',', '');
    expect(text).toContain(`共 ${graph.nodes.length}`);
    expect(text).toContain(`共 ${graph.edges.length}`);
  });

  test('a town is found by name, and each kind of its facts leads to a sentence of its report', async () => {
    const { page, complaints } = opened;
    // An excerpt need not say whose it is.
    const towns = new Set(graph.reports.map(({ town }) => town));
    const unit = graph.nodes.find(({ id }) => towns.has(id));
    await choose(page, unit?.name ?? '');
    const panel = page.getByTestId('panel');
    expect(await panel.locator('h1').innerText()).toContain(unit?.name);
    const kinds = await panel.getByTestId('relation').count();
    expect(kinds).toBeGreaterThan(0);
    const texts = new Set(graph.edges.flatMap((edge) => edge.evidence.map(({ text }) => text)));
    for (let kind = 0; kind < kinds; kind += 1) {
      await panel.getByTestId('relation').nth(kind).getByTestId('evidence').first().click();
      const sentence = (await panel.locator('blockquote').first().textContent()) ?? '';
      expect(texts.has(sentence)).toBe(true);
      await page.keyboard.press('Escape');
      await panel.getByTestId('relation').first().waitFor();
    }
    expect(complaints).toEqual([]);
  });
});
