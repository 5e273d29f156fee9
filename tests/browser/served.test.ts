/** The page as `zhentu view` serves it: questions whose rows light up, and a graph too large for one page. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import { type RunningView, runView } from '../../src/commands/view.js';
import type { Graph } from '../../src/model.js';
import { openStore } from '../../src/store/open.js';
import { buildPage } from '../../src/view/index.js';
import { renderPage } from '../../src/view/page.js';
import type { PageData } from '../../src/view/page-data.js';
import { openingPart } from '../../src/view/part.js';
import { pageData } from '../../src/view/payload.js';
import { graph } from '../view/fixture.js';
import { frames, goToHash, pointedInk } from './in-page.mjs';
import { goTo, type Opened, openSite, type Site } from './site.js';

let site: Site;
const running: RunningView[] = [];

/** A folder as `zhentu build` writes it, served. */
const serve = async (name: string, built: Graph, held: PageData): Promise<string> => {
  const dir = join(site.folder, name);
  const store = await openStore({ kind: 'embedded', dir });
  await store.load(built);
  await store.close();
  await writeFile(join(dir, 'graph.json'), JSON.stringify(built));
  await writeFile(join(dir, 'index.html'), renderPage(site.template, held));
  const view = await runView(dir, { port: 0, open: false });
  running.push(view);
  return view.url;
};

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await Promise.all(running.map((view) => view.close()));
  await site.close();
});

describe('the question box', () => {
  let opened: Opened;
  let page: Page;
  const status = (): Promise<string> => page.getByTestId('answer-status').innerText();
  const answered = (text: RegExp): Promise<void> =>
    page.getByTestId('answer-status').filter({ hasText: text }).waitFor();
  const write = async (cypher: string): Promise<void> => {
    await page.getByLabel('Cypher').fill(cypher);
    await page.getByRole('button', { name: '运行' }).click();
  };

  beforeAll(async () => {
    opened = await site.open(await serve('towns', graph, pageData(graph)));
    page = opened.page;
    await goTo(page, '提问');
  });
  afterAll(async () => {
    expect(opened.complaints.filter((text) => !text.includes('400'))).toEqual([]);
    await page.close();
  });

  it('answers a named question; its things light up, and its row leads on', async () => {
    await page.getByLabel('现成的问题').selectOption('honours-of-town');
    await page.locator('.ask-fields input').first().fill('青禾镇');
    await page.getByRole('button', { name: '查询' }).click();
    await answered(/^2 行$/);
    expect(await page.getByTestId('answer').innerText()).toMatch(/东坝村[\s\S]*云川市文明村[\s\S]*完成/);
    expect(await page.getByTestId('answer').innerText()).not.toMatch(/done|Village|Honour:/);
    await page.waitForURL(({ hash }) => hash.includes('lit='));
    const lit = new URL(page.url()).hash;
    expect(decodeURIComponent(decodeURIComponent(lit))).toMatch(
      /lit=.*东坝村.*云川市文明村|lit=.*云川市文明村.*东坝村/,
    );
    // Lit things are drawn beside what towns share.
    expect(await page.getByTestId('shown').innerText()).toMatch(/显示 5 \/ 共 9/);
    // The row under the pointer lights its thing among them.
    await page.evaluate(frames, 2);
    const before = await page.evaluate(pointedInk);
    await page.getByTestId('answer').locator('tbody tr').first().hover();
    await page.evaluate(frames, 2);
    expect(await page.evaluate(pointedInk)).toBeGreaterThan(before + 500);
    await page.getByTestId('answer').getByRole('button').first().click();
    await page.getByTestId('panel').locator('h1').waitFor();
    expect(await page.getByTestId('panel').innerText()).toContain('镇');
    await page.keyboard.press('Escape');
  });

  it('names its columns in the language of the page', async () => {
    const heads = (): Promise<string> => page.getByTestId('answer').locator('thead').innerText();
    expect(await heads()).toMatch(/获得者\s+荣誉\s+级别/);
    await page.getByRole('button', { name: /English/ }).click();
    expect(await heads()).toMatch(/Awarded to\s+Honour\s+Level/);
    expect(await page.getByTestId('answer').innerText()).toContain('done');
    await page.getByRole('button', { name: /中文/ }).click();
  });

  it('answers Cypher that reads, and keeps what was typed', async () => {
    await page.getByText('自己写查询语句').click();
    await write('MATCH (t:Town)-[r:举办]->(e:Event) RETURN t, r, e');
    await answered(/^1 行$/);
    expect(await page.getByTestId('answer').innerText()).toMatch(/柳溪镇\s+举办\s+荷花节/);
    await goTo(page, '表格');
    await goTo(page, '提问');
    expect(await page.getByLabel('Cypher').inputValue()).toContain('举办');
    expect(await page.getByTestId('answer').innerText()).toContain('荷花节');
  });

  it.each([
    ['MATCH (n) DETACH DELETE n', /只读/],
    ['MATCH (n RETURN', /Cypher 有误/],
  ])('says in one line what is wrong with %s', async (cypher, message) => {
    await write(cypher);
    await answered(message);
    expect(await status()).toMatch(message);
  });

  it('says how many rows there are, and of none what to do', async () => {
    await write('UNWIND range(1, 3000) AS n RETURN n');
    await answered(/前 1,000 行，还有更多/);
    await write("MATCH (n:Town {name: '无'}) RETURN n");
    await answered(/^0 行$/);
    expect(await page.getByTestId('answer').innerText()).toContain('换个参数');
  });
});

describe('a graph too large for one page', () => {
  const made = madeGraph(300, 900);
  const held = openingPart(pageData(made));
  const town = held.nodes[held.towns[0] ?? 0]?.name ?? '';
  const company = made.nodes.find(({ label }) => label === 'Company')?.name ?? '';

  it('opens on towns and programmes, says how much there is, and brings in the rest relation by relation', async () => {
    const { page, complaints } = await site.open(await serve('large', made, held));
    expect(await page.getByTestId('shown').innerText()).toMatch(/共 300[\s\S]*共 900/);
    await page.getByRole('combobox').fill(town);
    await page.getByRole('combobox').press('Enter');
    const missing = page.getByTestId('missing');
    const count = async (): Promise<number> =>
      Number((await missing.locator('h3 .figure').innerText()).replaceAll(',', ''));
    const before = await count();
    const entry = missing.getByRole('button', { name: /^位于/ });
    const located = Number((await entry.locator('.figure').innerText()).replaceAll(',', ''));
    expect(located).toBeGreaterThan(20);
    await entry.click();
    await expect.poll(count).toBe(before - located);
    expect(await page.getByTestId('panel').locator('h1').innerText()).toContain(town);
    await missing.getByRole('button', { name: /^全部/ }).click();
    await missing.waitFor({ state: 'detached' });
    expect(await page.getByTestId('panel').innerText()).toContain('在此');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('brings in what an address names, be it a thing or a fact', async () => {
    const address = running.at(-1)?.url ?? '';
    const project = made.edges.find(({ type }) => type === '竣工');
    const name = made.nodes.find(({ id }) => id === project?.to)?.name ?? '';
    const thing = await site.open(`${address}#v=graph&n=${encodeURIComponent(project?.to ?? '')}`);
    await thing.page.getByTestId('panel').locator('h1').filter({ hasText: name }).waitFor();
    const fact = await site.open(`${address}#v=graph&e=${encodeURIComponent(project?.id ?? '')}`);
    await fact.page.getByTestId('sentence').first().waitFor();
    expect(await fact.page.getByTestId('panel').innerText()).toContain(name);
    const none = await site.open(`${address}#n=nothing`);
    expect(await none.page.getByTestId('lost').innerText()).toContain('不在这张图里');
    for (const { page, complaints } of [thing, fact, none]) {
      expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
      await page.close();
    }
  });

  it('finds names it does not hold, and an answer brings its things in', async () => {
    const { page, complaints } = await site.open(running.at(-1)?.url ?? '');
    await page.getByRole('combobox').fill(company);
    const far = page.getByRole('option').filter({ hasText: '载入' });
    await far.first().click();
    await page.getByTestId('panel').locator('h1').filter({ hasText: company }).waitFor();
    expect(await page.getByTestId('evidence').count()).toBeGreaterThan(0);
    await goTo(page, '提问');
    await page.getByText('自己写查询语句').click();
    await page.getByLabel('Cypher').fill('MATCH (p:Project) RETURN p ORDER BY p.id LIMIT 3');
    await page.getByRole('button', { name: '运行' }).click();
    await page.getByTestId('answer').getByRole('button').first().click();
    await page.getByTestId('panel').locator('h1').filter({ hasText: '项目' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('opened from a disk says what is missing and how to get at it, and asks nobody', async () => {
    const { page, complaints } = await site.open(await site.write('alone', held));
    await page.getByRole('combobox').fill(town);
    await page.getByRole('combobox').press('Enter');
    expect(await page.getByTestId('missing').innerText()).toContain('zhentu view');
    const absent = made.nodes.find(({ id }) => !held.nodes.some((node) => node.id === id))?.id ?? '';
    await page.evaluate(goToHash, `#n=${encodeURIComponent(absent)}`);
    expect(await page.getByTestId('lost').innerText()).toContain('用 zhentu view 打开');
    expect(await page.locator('#rail').innerText()).not.toContain('提问');
    expect(
      await page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', (error) => error.name)"),
    ).toBe('TypeError');
    expect(complaints.filter((text) => !text.includes('Content Security Policy'))).toEqual([]);
    await page.close();
  });
});

describe('a graph of more than 20,000 things', () => {
  const made = madeGraph(20_500, 30_000);
  const towns = made.nodes.filter(({ label }) => label === 'Town').length;
  const programmes = made.nodes.filter(({ label }) => label === 'Program').length;

  it('opens on towns and programmes, says what it does not hold, and asks for more', async () => {
    // The page as the build decides to write it; nothing here asks the database.
    const dir = join(site.folder, 'huge');
    await mkdir(dir);
    await writeFile(join(dir, 'graph.json'), JSON.stringify(made));
    await writeFile(join(dir, 'index.html'), await buildPage(made));
    const view = await runView(dir, { port: 0, open: false });
    running.push(view);
    const { page, complaints } = await site.open(`${view.url}#v=graph`);
    // The server reads the whole graph when it is first asked.
    page.setDefaultTimeout(120_000);
    const shown = page.getByTestId('shown');
    expect(await shown.innerText()).toMatch(/共 20,500[\s\S]*共 30,000/);
    const types = page.getByTestId('type-counts');
    expect(await types.innerText()).toMatch(
      new RegExp(`乡镇街道\\s+${towns}\\s[\\s\\S]*政策行动\\s+${programmes}`),
    );
    expect(await page.getByTestId('partial').innerText()).toMatch(/本页载入 [\d,]+ 个，全图 20,500 个/);
    const company = made.edges.find(({ type }) => type === '合作');
    const name = made.nodes.find(({ id }) => id === company?.from)?.name ?? '';
    await page.getByRole('combobox').fill(name);
    await page.getByRole('option').filter({ hasText: '载入' }).first().click();
    await page.getByTestId('panel').locator('h1').filter({ hasText: name }).waitFor();
    await page.getByTestId('evidence').first().click();
    await page.getByTestId('sentence').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  }, 240_000);
});
