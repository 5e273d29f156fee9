/**
 * The page as a reader has it: built from source, opened from the disk in a real browser, used with mouse and keys.
 */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/paths.js';
import { renderPage } from '../../src/view/page.js';
import { pageData } from '../../src/view/payload.js';
import { emptyGraph, graph, HOSTILE } from '../view/fixture.js';
import { launchBrowser } from './chromium.js';
import { addressWritten } from './site.js';

let folder: string;
let browser: Browser;
let page: Page;
/** What a reader never sees but would suffer from: errors, and requests for anything but the page itself. */
let complaints: string[];

const address = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhentu-page-'));
  await build({
    configFile: packageFile('viz/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  const template = await readFile(join(folder, 'viewer.html'), 'utf8');
  await writeFile(join(folder, 'towns.html'), renderPage(template, pageData(graph)));
  await writeFile(join(folder, 'empty.html'), renderPage(template, pageData(emptyGraph)));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${pathToFileURL(folder).href}/`) && !request.url().startsWith('data:')) {
      complaints.push(request.url());
    }
  });
  await page.goto(address('towns.html'));
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const search = (): ReturnType<Page['getByRole']> => page.getByRole('combobox');
const options = (): ReturnType<Page['getByRole']> => page.getByRole('option');
const panel = (): ReturnType<Page['getByTestId']> => page.getByTestId('panel');
const title = (): Promise<string> => panel().locator('h1').innerText();

const open = (view: string): Promise<void> => page.locator('#rail').getByText(view).click();

const choose = async (query: string): Promise<void> => {
  await search().fill(query);
  await options().first().waitFor();
  await search().press('Enter');
};

/** Moves the pointer in rings round the middle of the canvas until the page says it is on a line that fits. */
const pointAtLine = async (wanted: string): Promise<void> => {
  const box = await page.locator('#canvas').boundingBox();
  if (box === null) throw new Error('the canvas has no place on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const radius of [60, 90, 130]) {
    for (let degrees = 0; degrees < 360; degrees += 0.8) {
      const angle = (degrees * Math.PI) / 180;
      await page.mouse.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      if ((await page.getByTestId('hint').innerText()).includes(wanted)) return;
    }
  }
  throw new Error(`no line ${wanted} round the middle of the canvas`);
};

describe('the page', () => {
  it('opens from the disk with its towns, its counts, and nothing selected', async () => {
    expect(await page.getByTestId('holds').innerText()).toContain('2 份报告');
    expect(await page.getByTestId('shown').innerText()).toContain('显示 8 / 共 9');
    expect(await page.getByTestId('view').locator('h1').innerText()).toBe('总览');
    expect(await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')).toMatch(
      /^default-src 'none';/,
    );
    expect(await page.getByTestId('view').innerText()).toMatch(/共有的政策行动[\s\S]*和美乡村建设/);
  });

  it('has the further filters in place when their drawer opens', async () => {
    const opened = `(() => {
      const more = document.querySelector('.more-filters');
      more.querySelector('summary').click();
      return more.open + more.querySelector('.drawer').innerText;
    })()`;
    expect(await page.evaluate(opened)).toMatch(/^true关系[\s\S]*依据句数/);
  });

  it.each(['青禾', 'qinghe', 'qhz'])('finds a town by %s and shows its facts by relation', async (query) => {
    await choose(query);
    expect(await title()).toContain('青禾镇');
    const groups = await page.getByTestId('relation').locator('h3').allInnerTexts();
    expect(groups.map((text) => text.split(/\s+/))).toEqual([
      ['在此', '1'],
      ['获评', '1'],
      ['开工', '1'],
      ['竣工', '1'],
      ['实施', '1'],
      ['指标', '1'],
    ]);
    expect(await panel().innerText()).toContain('17.45亿元');
  });

  it('shows the sentence of a line that is clicked, with both names marked and its source', async () => {
    await choose('hhj');
    expect(await title()).toContain('荷花节');
    await open('图谱');
    await pointAtLine('举办');
    await page.mouse.down();
    await page.mouse.up();
    const sentence = page.getByTestId('sentence');
    await sentence.waitFor();
    expect(await sentence.locator('blockquote').innerText()).toBe('柳溪镇成功举办荷花节。');
    expect(await sentence.locator('mark').allInnerTexts()).toEqual(['柳溪镇', '荷花节']);
    expect(await sentence.innerText()).toMatch(
      /柳溪镇2024年政府工作报告[\s\S]*reports\/liuxi\.txt[\s\S]*event\.hold/,
    );
    await page.keyboard.press('Escape');
    expect(await title()).toContain('荷花节');
    await page.keyboard.press('Escape');
    expect(await title()).toBe('图中有什么');
  });

  it('reaches the same sentence from the panel, and a neighbour from there', async () => {
    await choose('青禾冷链');
    await page.getByRole('button', { name: /^原文 竣工/ }).click();
    expect(await page.getByTestId('sentence').innerText()).toMatch(
      /力争青禾冷链物流中心年底竣工。[\s\S]*句中省略：青禾镇/,
    );
    expect(await panel().innerText()).toMatch(/计划[\s\S]*2025年[\s\S]*两者之间的其他事实/);
    await panel().getByTestId('thing').first().click();
    expect(await title()).toContain('青禾镇');
  });

  it('filters by type and by standing, counts what is left, and takes filters back', async () => {
    const shown = page.getByTestId('shown');
    await page.getByRole('switch', { name: '村社区' }).click();
    expect(await shown.innerText()).toMatch(/显示 7 \/ 共 9[\s\S]*事实 7 \/ 共 10/);
    expect(await page.getByRole('switch', { name: '村社区' }).getAttribute('aria-checked')).toBe('false');
    await page.getByRole('switch', { name: '计划' }).click();
    expect(await shown.innerText()).toMatch(/事实 6 \/ 共 10/);
    await page.getByRole('button', { name: '清除筛选' }).click();
    expect(await shown.innerText()).toMatch(/显示 9 \/ 共 9[\s\S]*事实 10 \/ 共 10/);
  });

  it('says so when nothing is found, or nothing is left', async () => {
    await search().fill('没有的镇');
    expect(await page.locator('.drop').innerText()).toContain('没有找到');
    await search().press('Escape');
    for (const name of ['乡镇街道', '村社区', '项目', '荣誉', '政策行动', '产品品牌', '活动']) {
      await page.getByRole('switch', { name }).click();
    }
    await open('图谱');
    expect(await page.getByTestId('hint').innerText()).toContain('清除筛选');
  });

  it('keeps hostile text a text', async () => {
    await choose('onerror');
    expect(await title()).toContain(HOSTILE);
    await page.getByRole('button', { name: /^原文 拥有/ }).click();
    expect(await page.getByTestId('sentence').locator('blockquote').innerText()).toBe(
      `柳溪镇推出${HOSTILE}品牌。`,
    );
    expect(await page.title()).toBe('镇图');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('comes back to what the address names', async () => {
    await choose('hehuajie');
    await addressWritten(page);
    await page.reload();
    expect(await title()).toContain('荷花节');
    await page.getByRole('button', { name: /^原文 举办/ }).click();
    await addressWritten(page);
    await page.reload();
    expect(await panel().innerText()).toContain('柳溪镇成功举办荷花节。');
  });

  it('speaks English when asked', async () => {
    await page.getByRole('button', { name: 'Switch to English' }).click();
    expect(await title()).toBe('What is here');
    expect(await page.getByTestId('shown').innerText()).toContain('showing 8 / of 9');
  });

  it('goes on with lists and sentences where the browser cannot draw', async () => {
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null');
    await page.reload();
    await open('图谱');
    expect(await page.getByTestId('no-canvas').innerText()).toContain('WebGL');
    await choose('hhj');
    await page.getByRole('button', { name: /^原文 举办/ }).click();
    expect(await page.getByTestId('sentence').innerText()).toContain('柳溪镇成功举办荷花节。');
  });

  it('shows an empty graph without complaint', async () => {
    await page.goto(address('empty.html'));
    await open('图谱');
    expect(await page.getByTestId('hint').innerText()).toContain('没有读出条目');
  });
});
