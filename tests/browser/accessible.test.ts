/** What axe-core finds in every view: nothing serious, in either theme and language, also on a phone. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graph } from '../view/fixture.js';
import { choose, goTo, openSite, type Site, VIEWS_ZH } from './site.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axe: string;
let site: Site;
let address: string;
beforeAll(async () => {
  axe = await readFile(AXE, 'utf8');
  site = await openSite();
  address = await site.write('towns', graph);
});
afterAll(() => site.close());

/** Serious and critical findings, as `rule: element`. */
const serious = async (page: Page): Promise<string[]> => {
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as Pick<
    AxeResults,
    'violations'
  >;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
};

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 1280, height: 800 }],
  ['light', { width: 390, height: 844 }],
] as const)('%s, %o', (colorScheme, viewport) => {
  it('has nothing serious in any view', async () => {
    const { page } = await site.open(address, { colorScheme, viewport });
    // The page's own rules forbid scripts from elsewhere; this one comes by way of the debugger.
    await page.evaluate(axe);
    const found: Record<string, string[]> = {};
    for (const view of VIEWS_ZH) {
      await goTo(page, view);
      found[view] = await serious(page);
    }
    await choose(page, '青禾');
    found.panel = await serious(page);
    await page.getByTestId('evidence').first().click();
    found.sentence = await serious(page);
    await page.getByRole('combobox').first().fill('青');
    found.search = await serious(page);
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    await page.close();
  });
});
