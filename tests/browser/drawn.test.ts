/** What is drawn on the canvas, read off its pixels and its picture: strokes, names that stay apart, and little on a slow machine. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph } from '../../src/model.js';
import type { Status } from '../../src/schema.js';
import { sampleFiles } from '../samples.js';
import { graph } from '../view/fixture.js';
import { breaksOf, frames, noteShapes, overlapsOf, shapes } from './in-page.mjs';
import { openSite, type Site } from './site.js';

/** Thin lines, as the graphics context calls them. */
const GL_LINES = 1;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The drawing the page hands out, which has everything where the screen has it. */
const drawing = async (page: Page): Promise<string> => {
  const item = page.locator('[data-export=svg]');
  if (!(await item.isVisible())) await page.getByTestId('exports').locator('summary').click();
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
  await page.keyboard.press('Escape');
  return readFile(await file.path(), 'utf8');
};

describe('the stroke of a line', () => {
  /** Two things of the small graph, joined by one fact of this standing. */
  const joined = (status: Status): Graph => {
    const kept = graph.edges.find(({ type }) => type === '举办');
    if (kept === undefined) throw new Error('the fixture has an event');
    const edge = { ...kept, status, id: [kept.type, kept.from, kept.to, status, kept.year ?? ''].join('|') };
    return {
      ...graph,
      nodes: graph.nodes.filter(({ id }) => id === edge.from || id === edge.to),
      edges: [edge],
    };
  };
  /** How often the line breaks between its two discs, in the pixels of the screen. */
  const breaksIn = async (status: Status): Promise<number> => {
    const { page, complaints } = await site.open(await site.write(status, joined(status)));
    await page.goto(`${page.url()}#v=graph&scope=all`);
    await page.reload();
    const [, x1, y1, x2, y2] =
      /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/.exec(await drawing(page)) ?? [];
    const box = await page.locator('#canvas').boundingBox();
    if (box === null || y2 === undefined) throw new Error('nothing is drawn');
    const picture = await page.screenshot();
    const { breaks, ink } = await page.evaluate(breaksOf, {
      bytes: picture.toString('base64'),
      from: [box.x + Number(x1), box.y + Number(y1)] as const,
      to: [box.x + Number(x2), box.y + Number(y2)] as const,
    });
    expect(ink).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
    return breaks;
  };

  it('is whole for what is done, dashed for plans, dotted for candidates', async () => {
    const [done, planned, candidate] = [
      await breaksIn('done'),
      await breaksIn('planned'),
      await breaksIn('candidate'),
    ];
    expect(done).toBe(0);
    expect(planned).toBeGreaterThan(5);
    expect(candidate).toBeGreaterThan(planned);
  });
});

describe('names at first look', () => {
  it.each([
    ['the samples', '', () => buildGraph(sampleFiles(), openKnowledge())],
    ['all of the samples', '&scope=all', () => buildGraph(sampleFiles(), openKnowledge())],
    ['a made graph', '', () => madeGraph(1000, 4000)],
    ['all of a made graph', '&scope=all', () => madeGraph(1000, 4000)],
    ['a large made graph', '', () => madeGraph(10_000, 40_000)],
  ])('stay apart: %s', async (name, hash, make) => {
    const { page, complaints } = await site.open(`${await site.write(name, make())}#v=graph${hash}`);
    const { texts, pairs } = await page.evaluate(overlapsOf, await drawing(page));
    expect(pairs).toEqual([]);
    expect(texts).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('where a processor draws', () => {
  const made = madeGraph(1000, 4000);
  const towns = made.nodes.filter(({ label }) => label === 'Town').map(({ name }) => name);
  const textsOf = (svg: string): readonly string[] =>
    [...svg.matchAll(/<text(?![^>]*text-anchor)[^>]*>([^<]*)</g)].map(([, text = '']) => text);

  it('many lines are thin and straight, names come under the pointer, nothing moves by itself', async () => {
    const { page, complaints } = await site.open(await site.write('slow', made), {
      reducedMotion: 'no-preference',
    });
    await page.addInitScript(noteShapes);
    await page.goto(`${page.url().split('#')[0]}#v=graph&scope=all`);
    await page.reload();
    expect(await page.locator('#canvas').getAttribute('data-reduced')).toBe('true');
    const first = await drawing(page);
    expect([...textsOf(first)].sort()).toEqual([...towns].sort());
    expect(await page.evaluate(shapes)).toEqual([GL_LINES]);

    // One step closer is there in the next frame, and stays.
    await page.getByRole('button', { name: '放大' }).click();
    await page.evaluate(frames, 2);
    const closer = await drawing(page);
    expect(closer).not.toBe(first);
    await page.evaluate(frames, 30);
    expect(await drawing(page)).toBe(closer);

    // A name that is not written comes when its disc is pointed at.
    const box = await page.locator('#canvas').boundingBox();
    const disc = [...closer.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*><title>([^<]*)</g)].find(
      ([, x, y, name]) =>
        !towns.includes(name ?? '') &&
        Number(x) > 200 &&
        Number(x) < 600 &&
        Number(y) > 150 &&
        Number(y) < 450,
    );
    if (box === null || disc === undefined) throw new Error('no disc in the middle');
    await page.mouse.move(box.x + Number(disc[1]), box.y + Number(disc[2]));
    await page.evaluate(frames, 2);
    expect(textsOf(await hovered(page))).toContain(disc[3]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('few lines are drawn in full', async () => {
    const { page } = await site.open(`${await site.write('few', graph)}#v=graph`);
    expect(await page.locator('#canvas').getAttribute('data-reduced')).toBe('false');
    await page.close();
  });
});

/** The drawing while the pointer stays where it is: the menu is opened by its key. */
const hovered = async (page: Page): Promise<string> => {
  await page.getByTestId('exports').locator('summary').focus();
  await page.keyboard.press('Enter');
  const item = page.locator('[data-export=svg]');
  await item.focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return readFile(await file.path(), 'utf8');
};
