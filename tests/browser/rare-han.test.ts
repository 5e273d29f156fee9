/**
 * Rare characters are drawn as themselves, on the canvas and in the panel: their pixels are not those of a code point
 * that no font has. Place names are full of them.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../src/model.js';
import { graph } from '../view/fixture.js';
import { choose, goTo, openSite, type Site } from './site.js';

/** Of extensions A, B and E; the last one only fonts-hanazono has. */
const RARE = ['㘰', '𠮷', '𬒈', '𪚥'] as const;
/** Never assigned. */
const UNASSIGNED = ['\u{3fff0}', '\u{3fff1}'] as const;

const townOf = (name: string): Graph => {
  const [town] = graph.nodes.filter(({ label }) => label === 'Town');
  if (town === undefined) throw new Error('fixture has no town');
  const reports = graph.reports.filter((report) => report.town === town.id);
  return { ...graph, reports, nodes: [{ ...town, name, aliases: ['某镇'] }], edges: [] };
};

let site: Site;
const pictures = new Map<string, { readonly canvas: string; readonly panel: string }>();
beforeAll(async () => {
  site = await openSite();
  for (const name of [...RARE, ...UNASSIGNED]) {
    const address = await site.write(`han-${name.codePointAt(0)}`, townOf(name));
    const { page, complaints } = await site.open(address);
    await goTo(page, '图谱');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const canvas = await page.locator('#canvas').screenshot();
    await choose(page, '某镇');
    const panel = await page.getByTestId('panel').locator('h1').screenshot();
    pictures.set(name, { canvas: canvas.toString('base64'), panel: panel.toString('base64') });
    expect(complaints).toEqual([]);
    await page.close();
  }
});
afterAll(() => site.close());

const of = (name: string, where: 'canvas' | 'panel'): string => pictures.get(name)?.[where] ?? '';

it.each(['canvas', 'panel'] as const)(
  'on the %s no rare character looks like one that no font has',
  (where) => {
    const [missing, other] = UNASSIGNED;
    // The same for any of them: so a difference below is the character's own.
    expect(of(missing, where) === of(other, where)).toBe(true);
    const found = RARE.map((name) => of(name, where));
    expect(found.map((picture) => picture === of(missing, where))).toEqual(RARE.map(() => false));
    expect(new Set(found).size).toBe(RARE.length);
  },
);
