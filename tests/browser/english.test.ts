/** The English page, walked through: every view, panel and menu; Chinese is only what reports and the data say. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, laid out.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph } from '../../src/model.js';
import { pageData } from '../../src/view/payload.js';
import { indexData, nameOf } from '../../viz/data.js';
import { sampleFiles } from '../samples.js';
import { goToHash, saidOnPage } from './in-page.mjs';
import { choose, goTo, type Opened, openSite, type Site } from './site.js';

const VIEWS_EN = ['Overview', 'Graph', 'Common', 'Projects', 'Honours', 'Figures', 'Table'];
/** The name of the page, and the switch back. */
const KEPT = ['镇图', '中文 · 切换为中文', '中文'];

let site: Site;
let made: Graph;
let opened: Opened;
let page: Page;
/** Longest first: a name may hold another. */
let ofData: readonly string[];

beforeAll(async () => {
  site = await openSite();
  made = buildGraph(sampleFiles(), openKnowledge());
  const data = indexData(pageData(made));
  const values = (item: object): readonly string[] =>
    Object.values(item).filter((value): value is string => typeof value === 'string');
  ofData = [
    ...data.nodes.flatMap((node) => [
      nameOf(node),
      ...values(node),
      ...(node.aliases ?? []),
      ...values(node.props ?? {}),
    ]),
    ...data.edges.flatMap(({ type: _, ...edge }) => values(edge)),
    ...data.reports.flatMap((report) => [
      ...values(report),
      ...(report.sections ?? []).map(({ heading }) => heading),
    ]),
    ...data.sentences.map(({ text }) => text),
  ]
    .filter((text) => /\p{Script=Han}/u.test(text))
    .sort((a, b) => b.length - a.length);
  opened = await site.open(await site.write('english', made));
  page = opened.page;
  await page.getByRole('button', { name: /English/ }).click();
});
afterAll(() => site.close());

/** As it is laid out: parts of a line are words apart. */
const shown = (part: Locator): Promise<string> => part.innerText();

/** Names are cut in the middle where there is little room, and sentences round the words looked for. */
const isCut = (text: string): boolean => {
  const [head = '', tail = ''] = text.split('…').map((part) => part.trim());
  return text.includes('…') && ofData.some((known) => known.startsWith(head) && known.endsWith(tail));
};

/** What the page says in Chinese beyond the data. */
const chinese = async (): Promise<readonly string[]> =>
  (await page.evaluate(saidOnPage)).filter((said) => {
    const rest = [...KEPT, ...ofData].reduce((text, known) => text.replaceAll(known, ''), said);
    return (
      /\p{Script=Han}/u.test(rest) &&
      !said
        .split(/[,、] ?/)
        .every((part) => !/\p{Script=Han}/u.test(part) || isCut(part) || ofData.includes(part.trim()))
    );
  });

describe('the English page', () => {
  it.each(VIEWS_EN)('has no Chinese of its own in %s', async (view) => {
    await goTo(page, view);
    expect(await shown(page.locator('#rail [aria-current]'))).toContain(view);
    expect(await chinese()).toEqual([]);
  });

  it('has none in its filters, its legend and its menus', async () => {
    await goTo(page, 'Graph');
    for (const name of ['More filters', 'Legend', 'Export']) {
      await page.locator('summary').filter({ hasText: name }).click();
      expect(await chinese()).toEqual([]);
    }
    await page.keyboard.press('Escape');
    for (const colour of ['Group', 'Type']) {
      await page.locator('#tools').getByRole('button', { name: colour }).click();
      expect(await chinese()).toEqual([]);
    }
  });

  it('has none in the table of facts', async () => {
    await goTo(page, 'Table');
    await page
      .locator('#view')
      .getByRole('button', { name: /^Facts/ })
      .first()
      .click();
    expect(await shown(page.getByTestId('table'))).toContain('Subject');
    expect(await chinese()).toEqual([]);
  });

  it('has none in the panels: of a thing of each type, of a fact, of paths', async () => {
    await goTo(page, 'Graph');
    const first = new Map(
      made.nodes.filter(({ label }) => label !== 'Indicator').map((node) => [node.label, node]),
    );
    for (const { id } of first.values()) {
      await page.evaluate(goToHash, `#v=graph&lang=en&n=${encodeURIComponent(id)}`);
      await page.getByTestId('panel').getByRole('button', { name: '‹ Back' }).waitFor();
      expect(await chinese()).toEqual([]);
    }
    const town = made.nodes.find(({ label }) => label === 'Town')?.name ?? '';
    const fact = made.edges.find(({ type, status }) => type === '实施' && status === 'done')?.id ?? '';
    await page.evaluate(goToHash, `#v=graph&lang=en&e=${encodeURIComponent(fact)}`);
    await page.getByTestId('section').first().waitFor();
    expect(await shown(page.getByTestId('section').first())).toMatch(/^Section\s+[一二三]、/);
    expect(await chinese()).toEqual([]);
    await choose(page, town);
    await page.getByRole('button', { name: 'Path to …' }).click();
    await choose(page, '污水零直排区');
    await page.getByTestId('path').waitFor();
    expect(await chinese()).toEqual([]);
  });

  it('has none where nothing is found or nothing is left', async () => {
    const box = page.getByRole('combobox').first();
    await box.fill('zzzzzz');
    expect(await chinese()).toEqual([]);
    await box.fill('');
    await page.evaluate(goToHash, '#v=graph&lang=en&years=1900-1901&n=nothing');
    await page.getByTestId('lost').waitFor();
    expect(await shown(page.getByTestId('lost'))).toBe('The graph holds nothing of what the address names.');
    expect(await chinese()).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
