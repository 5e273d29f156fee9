/** What the page hands out, read again by readers of its kind: a browser's for XML, ours for ZIP, and pictures by eye's proxy. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import { graph } from '../view/fixture.js';
import { hostileGraph } from '../view/viz/exports/hostile.js';
import { openSite, type Site } from './site.js';

let site: Site;
const addresses = new Map<string, string>();
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  site = await openSite();
  addresses.set('towns', await site.write('towns', graph));
  addresses.set('hostile', await site.write('hostile', hostileGraph));
});
afterAll(() => site?.close());
beforeEach(async () => {
  ({ page, complaints } = await site.open(`${addresses.get('towns')}#v=graph&scope=all`));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const visit = async (name: string, hash: string): Promise<void> => {
  await page.close();
  ({ page, complaints } = await site.open(`${addresses.get(name)}${hash}`));
};
/** The file the page hands out, and what it is called. */
const exported = async (key: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const item = page.locator(`[data-export=${key}]`);
  if (!(await item.isVisible())) await page.getByTestId('exports').locator('summary').click();
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};
/** How a browser reads XML: names of elements with their counts; `parsererror` among them where it cannot. */
const elements = (text: string): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(
    `(() => {
      const counts = {};
      const read = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
      for (const { tagName } of read.getElementsByTagName('*')) counts[tagName] = (counts[tagName] ?? 0) + 1;
      return counts;
    })()`,
  );
/** How many colours a picture has, and how large it is: an empty one has one. */
const colours = (bytes: Buffer): Promise<{ width: number; height: number; colours: number }> =>
  page.evaluate(
    `(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${bytes.toString('base64')}';
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      return { width: image.width, height: image.height, colours: seen.size };
    })()`,
  );

describe('what is handed out', () => {
  it('is counted before the menu stands open, by pointer and by key', async () => {
    const opened = `(() => {
      const menu = document.querySelector('[data-testid=exports]');
      menu.querySelector('summary').click();
      return menu.open + menu.querySelector('.menu-list').innerText;
    })()`;
    expect(await page.evaluate(opened)).toContain('true导出当前显示的 8 个条目、9 条事实');
    await visit('towns', '#v=graph&scope=all');
    await page.getByTestId('exports').locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.menu-list').innerText()).toContain('8 个条目、9 条事实');
  });

  it('is counted first, and follows the filters', async () => {
    await page.getByTestId('exports').locator('summary').click();
    expect(await page.locator('.menu-list').innerText()).toContain('8 个条目、9 条事实');
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu-list').isVisible()).toBe(false);
    await visit('towns', '#v=table&hide=-');
    const { name, bytes } = await exported('facts');
    expect(name).toBe('zhentu-facts.csv');
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF主体,/);
    expect(lines).toHaveLength(11);
  });

  it('is a picture of the canvas with its names, as PNG and as SVG', async () => {
    const picture = await colours((await exported('png')).bytes);
    expect(picture.colours).toBeGreaterThan(20);
    const { name, bytes } = await exported('svg');
    expect(name).toBe('zhentu-graph.svg');
    const text = bytes.toString('utf8');
    const { svg, circle = 0, line = 0, parsererror } = await elements(text);
    expect({ svg, parsererror }).toEqual({ svg: 1, parsererror: undefined });
    expect([circle, line]).toEqual([8, 8]);
    expect(text).toMatch(/>青禾镇<[\s\S]*>柳溪镇</);
  });

  it.each(['common', 'projects', 'honours', 'indicators'])('is a picture of the view: %s', async (view) => {
    await visit('hostile', `#v=${view}`);
    const picture = await colours((await exported('png')).bytes);
    expect(picture.width).toBeGreaterThan(600);
    expect(picture.colours).toBeGreaterThan(10);
    const { parsererror, img } = await elements((await exported('svg')).bytes.toString('utf8'));
    expect({ parsererror, img }).toEqual({ parsererror: undefined, img: undefined });
  });

  it('has the rows of a long table that are out of sight, and says how many it leaves out', async () => {
    addresses.set('long', await site.write('long', madeGraph(600, 1500)));
    await visit('long', '#v=table');
    const text = (await exported('svg')).bytes.toString('utf8');
    // With its heading.
    expect(text.match(/aria-rowindex="\d+"/g)).toHaveLength(351);
    expect(text).toContain('图片只容得下前 350 行，另有 250 行未画出；导出 CSV 可得全部。');
    const { width, height, colours: seen } = await colours((await exported('png')).bytes);
    expect(height).toBeGreaterThan(350 * 32);
    expect(width).toBeGreaterThan(600);
    expect(seen).toBeGreaterThan(10);
  });

  it('is a graph that reads as XML whatever the reports say', async () => {
    await visit('hostile', '#v=graph&scope=all');
    const { bytes } = await exported('gexf');
    const { node, edge, script, parsererror } = await elements(bytes.toString('utf8'));
    expect({ script, parsererror }).toEqual({ script: undefined, parsererror: undefined });
    expect(node).toBe(hostileGraph.nodes.length - 1);
    expect(edge).toBe(hostileGraph.edges.length - 1);
  });

  it('is all of it in one file', async () => {
    const { name, bytes } = await exported('zip');
    expect(name).toBe('zhentu.zip');
    const files = Object.keys(unzipSync(new Uint8Array(bytes)));
    expect(files.sort()).toEqual(['facts.csv', 'graph.gexf', 'load.cypher', 'things.csv', '说明.txt']);
    expect(await page.locator('.menu-list [role=status]').innerText()).toBe('已导出 zhentu.zip');
  });
});
