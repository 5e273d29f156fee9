/** What a report may say to break the page: it is shown as text, in every view, and breaks nothing. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph, GraphEdge, GraphNode } from '../../src/model.js';
import { graph, LIUXI, QINGHE } from '../view/fixture.js';
import { choose, goTo, openSite, type Site, VIEWS_ZH } from './site.js';

const IMG = '<img src=x onerror="document.title=1">';
const SCRIPT = '</script><script>document.title=1</script>';
const RTL = '\u202e镇文\u2066明村\u202c';
const LONG = `长${'名'.repeat(4998)}字`;
const R1 = graph.reports[0]?.id ?? '';

const thing = (label: GraphNode['label'], name: string): GraphNode => ({
  id: `${label}:敌/${name}`,
  label,
  name,
  aliases: [`又名${name}`],
  props: { kind: name, amount: name, level: name },
  mentions: [{ report: R1, start: 0, end: name.length, rule: 'name.known' }],
});
const fact = (type: GraphEdge['type'], from: string, to: GraphNode, year: number): GraphEdge => ({
  id: [type, from, to.id, 'done', year].join('|'),
  type,
  from,
  to: to.id,
  status: 'done',
  year,
  level: to.name,
  amount: to.name,
  role: to.name,
  evidence: [{ report: R1, start: year, end: year + 9, text: `${to.name}，${year}。`, rule: `r.${to.name}` }],
});
const things = [IMG, SCRIPT, RTL, LONG].flatMap((name) =>
  (['Company', 'Program', 'Honour', 'Project', 'Event'] as const).map((label) => thing(label, name)),
);
const relationOf: Readonly<Partial<Record<GraphNode['label'], GraphEdge['type']>>> = {
  Company: '合作',
  Program: '实施',
  Honour: '获评',
  Project: '开工',
  Event: '举办',
};
const partner = thing('Company', '千丝万缕有限公司');
const hostile: Graph = {
  ...graph,
  reports: graph.reports.map((report) => ({
    ...report,
    title: `${IMG}${SCRIPT}${RTL}`,
    issuer: IMG,
    path: SCRIPT,
  })),
  nodes: [...graph.nodes, ...things, partner],
  edges: [
    ...graph.edges,
    ...things.flatMap((node) => {
      const type = relationOf[node.label] ?? '合作';
      return [fact(type, QINGHE, node, 2023), fact(type, LIUXI, node, 2024)];
    }),
    ...Array.from({ length: 1000 }, (_, i) => fact('合作', QINGHE, partner, i)),
  ],
};

let site: Site;
let address: string;
beforeAll(async () => {
  site = await openSite();
  address = await site.write('hostile', hostile);
});
afterAll(() => site.close());

describe('hostile text', () => {
  it('is text in every view, and widens none', async () => {
    const { page, complaints } = await site.open(address);
    for (const view of VIEWS_ZH) {
      await goTo(page, view);
      // A frame, so that what is drawn later has a chance to fail.
      await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
      expect(await page.locator('img, iframe, object, embed').count(), view).toBe(0);
      expect(await page.title(), view).toBe('镇图');
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
        view,
      ).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['an image with a handler', 'onerror', IMG],
    ['the end of a script', 'script', SCRIPT],
    ['marks that turn the direction', '明村', RTL],
    ['a name of five thousand characters', '长名名', LONG],
  ])('%s is found, and shown with its sentences', async (_, query, name) => {
    const { page, complaints } = await site.open(address);
    await choose(page, query);
    const panel = page.getByTestId('panel');
    const shown = await panel.locator('h1').textContent();
    expect(shown).toContain(name);
    await panel.getByTestId('evidence').first().click();
    expect(await panel.locator('blockquote').first().textContent()).toContain(name);
    expect(await page.locator('#panel script, #panel img').count()).toBe(0);
    expect(await page.title()).toBe('镇图');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('a thousand facts between the same two are one line, and all can be read', async () => {
    const { page, complaints } = await site.open(address);
    await choose(page, '千丝万缕');
    const panel = page.getByTestId('panel');
    expect(await panel.getByTestId('relation').first().textContent()).toContain('1,000');
    await panel.getByTestId('evidence').first().click();
    await panel.locator('blockquote').first().waitFor();
    await goTo(page, '图谱');
    await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
