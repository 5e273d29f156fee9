/** The views one works in, on the page of the samples: towns compared, projects, honours, figures, the table. */
// biome-ignore-all lint/performance/useDomNodeTextContent: the test reads what a reader sees, hidden text left out.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph, openKnowledge } from '../../src/index.js';
import type { Graph } from '../../src/model.js';
import { PROJECT_STAGES } from '../../src/schema.js';
import { sampleFiles } from '../samples.js';
import { emptyGraph } from '../view/fixture.js';
import { addressWritten, openSite, type Site } from './site.js';

const PROJECTS = 3000;

/** One town with more projects than any screen has rows. */
const many = (): Graph => {
  const report = 'Report:3333333333333333';
  const town = 'Town:云川省/云川市/云川县/青禾镇';
  const base = { aliases: [], props: {}, mentions: [] };
  const projects = Array.from({ length: PROJECTS }, (_, index) => `工程${String(index).padStart(4, '0')}`);
  return {
    ...emptyGraph,
    reports: [{ id: report, path: 'a.txt', title: '报告', issuer: null, published: null, year: 2024, town }],
    nodes: [
      ...projects.map((name) => ({ ...base, id: `Project:${name}`, label: 'Project' as const, name })),
      { ...base, id: town, label: 'Town' as const, name: '青禾镇' },
    ],
    edges: projects.map((name, index) => ({
      id: `开工|${town}|Project:${name}|done|2024`,
      type: '开工' as const,
      from: town,
      to: `Project:${name}`,
      status: 'done' as const,
      year: 2024,
      evidence: [{ report, start: index, end: index + 1, text: `${name}开工。`, rule: 'stage.start' }],
    })),
  };
};

let site: Site;
const addresses = new Map<string, string>();
let page: Page;
let complaints: readonly string[];

const open = async (name: string, hash = ''): Promise<void> => {
  await page?.close();
  const viewport = { width: 1440, height: 900 };
  ({ page, complaints } = await site.open(`${addresses.get(name)}${hash}`, { viewport }));
};
const rail = (name: string): Promise<void> => page.locator('#rail').getByRole('button', { name }).click();
const press = (name: string | RegExp): Promise<void> =>
  page
    .getByTestId('view')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const inPanel = (): Promise<string> => page.getByTestId('panel').innerText();
const focused = async (): Promise<string> =>
  (await page.locator(':focus').first().getAttribute('data-key')) ?? '';
const texts = (locator: Locator): Promise<string[]> => locator.allInnerTexts();

const STAGES: ReadonlySet<string> = new Set(PROJECT_STAGES);
const samples = buildGraph(sampleFiles(), openKnowledge());
/** Projects of the samples a stage is told of. */
const staged = new Set(samples.edges.filter((e) => STAGES.has(e.type)).map((e) => e.to)).size;

beforeAll(async () => {
  site = await openSite();
  for (const [name, graph] of Object.entries({ samples, many: many(), empty: emptyGraph })) {
    addresses.set(name, await site.write(name, graph));
  }
});
afterAll(() => site?.close());
beforeEach(() => open('samples'));
afterEach(() => expect(complaints).toEqual([]));

describe('the overview', () => {
  it('opens on a card for each town and what they share, each cell one press from its sentence', async () => {
    const cards = page.getByTestId('card');
    expect(await cards.count()).toBe(5);
    const card = await cards.filter({ hasText: '青禾镇' }).innerText();
    expect(card).toMatch(/荣誉\s+[1-9]\d*\s+项目\s+\d+\s+政策行动\s+[1-9]\d*/);
    const shared = page.getByTestId('shared');
    expect(await shared.locator('tbody tr').first().innerText()).toContain('全域土地综合整治');
    await shared.locator('tbody button[aria-label*="全域土地综合整治"]').first().click();
    expect(await inPanel()).toMatch(/全域土地综合整治[\s\S]*依据/);
  });
});

describe('towns compared', () => {
  it('show what both carry out with a sentence of each, three presses from the start', async () => {
    await rail('共同');
    await press('青禾镇');
    await press('白芦镇');
    const both = page.getByTestId('extent-all');
    expect(await both.locator('h3').innerText()).toMatch(/两镇共有\s+\d+ 项/);
    const first = both.getByTestId('common-item').first();
    const sides = first.getByTestId('side');
    expect(await sides.count()).toBe(2);
    for (const text of await texts(sides)) expect(text).toMatch(/(青禾镇|白芦镇)[\s\S]*。/);
    expect(await sides.first().locator('mark').count()).toBeGreaterThan(0);
    const sentence = await sides.first().locator('.side-text').innerText();
    await sides.first().click();
    expect(await inPanel()).toContain(sentence);
    expect(await page.getByTestId('side').first().getAttribute('aria-current')).toBe('true');
  });

  it('tell what most have and what one has alone, and come back with the address', async () => {
    await rail('共同');
    for (const town of ['青禾镇', '白芦镇', '鹤汀镇']) await press(town);
    expect(await page.getByTestId('extent-all').locator('h3').innerText()).toContain('3 个镇共有');
    expect(await page.getByTestId('extent-most').count()).toBe(1);
    expect(await texts(page.getByTestId('extent-one').locator('h4'))).toHaveLength(3);
    await press('荣誉');
    const shown = await page.getByTestId('view').innerText();
    await addressWritten(page);
    await page.reload();
    expect(await page.getByTestId('view').innerText()).toBe(shown);
    await page.keyboard.press('Control+z');
    // A reloaded page has nothing to undo; the towns are still there.
    expect(await page.getByTestId('view').locator('.pick[aria-pressed=true]').count()).toBe(3);
  });

  it('as a matrix: a cell leads to its sentence, arrows go from cell to cell', async () => {
    await rail('共同');
    await press('矩阵');
    const matrix = page.getByTestId('matrix');
    const counts = await texts(matrix.locator('tbody td.figure'));
    expect(counts.map(Number)).toEqual(counts.map(Number).sort((a, b) => b - a));
    expect(Number(counts[0])).toBe(5);
    const cell = matrix.getByTestId('cell').first();
    const name = (await cell.getAttribute('aria-label')) ?? '';
    const [town = '', program = '', standing = ''] = name.split(' · ');
    await cell.click();
    expect(await inPanel()).toMatch(new RegExp(`${town}[\\s\\S]*${program}[\\s\\S]*${standing}`));
    const before = await focused();
    expect(before).toMatch(/^cell-/);
    await page.keyboard.press('ArrowRight');
    const right = await focused();
    expect(right).toMatch(/^cell-/);
    expect(right).not.toBe(before);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^cell-/);
    await press('全部');
    expect(await matrix.locator('tbody tr').count()).toBeGreaterThan(counts.length);
  });
});

describe('projects', () => {
  it('stand on a board by stage, each once, and a card opens its project', async () => {
    await rail('项目');
    const names = await texts(page.getByTestId('column').locator('h3'));
    expect(names.map((name) => name.split(/\s+/)[0])).toEqual([
      '规划',
      '签约',
      '落户',
      '供地',
      '开工',
      '在建',
      '竣工',
      '投产',
      '验收',
    ]);
    const cards = page.getByTestId('card');
    expect(await page.getByTestId('count').innerText()).toBe(`显示 ${staged} / 共 ${staged}`);
    expect(await cards.count()).toBe(staged);
    const card = cards.filter({ hasText: '青禾冷链物流中心' });
    expect(await card.innerText()).toMatch(
      /完成[\s\S]*2023年[\s\S]*2\.3亿元[\s\S]*青禾镇[\s\S]*计划 投产 2024年/,
    );
    await card.click();
    expect(await inPanel()).toMatch(/青禾冷链物流中心[\s\S]*原文/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^card-/);
  });

  it('obey the filters, and say what to do where none is left', async () => {
    await open('samples', '#v=projects&standings=done~ongoing~planned~candidate');
    const empty = page.getByTestId('empty');
    expect(await empty.innerText()).toBe('没有符合条件的关系 · 清除筛选');
    await empty.getByRole('button').click();
    expect(await page.getByTestId('card').count()).toBe(staged);
  });
});

describe('honours', () => {
  it('stand by level and year, and lead to a sentence', async () => {
    await rail('荣誉');
    const table = page.getByTestId('honours');
    const levels = await texts(table.locator('tbody th .level'));
    expect(levels.slice(0, 3)).toEqual(['国家级', '省级', '县级']);
    expect((await texts(table.locator('thead .year'))).join()).toBe('2022年,2023年,2024年');
    await table.getByTestId('award').filter({ hasText: '竹源村' }).first().click();
    expect(await inPanel()).toMatch(/竹源村[\s\S]*获评[\s\S]*依据/);
  });
});

describe('figures', () => {
  it('stand side by side, those that several towns state first, and a bar leads to its sentence', async () => {
    await rail('指标');
    const charts = page.getByTestId('chart');
    const shown = await charts.count();
    expect(shown).toBeGreaterThan(5);
    expect(await page.getByTestId('count').innerText()).toMatch(new RegExp(`^显示 ${shown} / 共 \\d+$`));
    const bar = page.getByRole('button', { name: /青禾镇 2023 30\.5亿元 \+6\.2%/ });
    await bar.focus();
    await page.keyboard.press('Enter');
    expect(await inPanel()).toMatch(/地区生产总值[\s\S]*30\.5亿元[\s\S]*依据/);
    expect(await focused()).toMatch(/^bar-/);
    await press('青禾镇');
    for (const name of await page
      .getByTestId('bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''))) {
      expect(name).toMatch(/^青禾镇/);
    }
  });
});

describe('the table', () => {
  const rows = (): Locator => page.getByTestId('table').locator('.grid-body .grid-row');

  it('sorts by every column, says so, and keeps the focus on the heading', async () => {
    await rail('表格');
    await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
    const names = await texts(rows().locator('.grid-name'));
    const pinyin = new Intl.Collator('zh-CN-u-co-pinyin');
    expect(names.slice(0, 12)).toEqual([...names.slice(0, 12)].sort(pinyin.compare));
    expect(await page.getByRole('columnheader', { name: '名称' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(await page.getByTestId('rows').innerText()).toContain('按名称升序');
    expect(await focused()).toBe('sort-name');
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('rows').innerText()).toContain('按名称降序');
  });

  it('is walked by keys, and opens a row with Enter', async () => {
    await rail('表格');
    await rows().first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const place = rows().nth(2);
    expect(await focused()).toBe(await place.getAttribute('data-key'));
    const name = await place.locator('.grid-name').innerText();
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('panel').locator('h1').innerText()).toContain(name);
    expect(await focused()).toBe(await place.getAttribute('data-key'));
    expect(await place.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(await page.getByTestId('table').locator(':focus').getAttribute('aria-rowindex')).toBe(
      await page.getByTestId('table').getAttribute('aria-rowcount'),
    );
  });

  it('lists the facts, or only those of the selection', async () => {
    await rail('表格');
    await rows().first().click();
    await press(/^事实/);
    const all = await page.getByTestId('table').getAttribute('aria-rowcount');
    await press('所选及相邻');
    const selected = Number(await page.getByTestId('table').getAttribute('aria-rowcount'));
    expect(selected).toBeGreaterThan(10);
    expect(selected).toBeLessThan(Number(all));
    for (const text of await texts(rows())) expect(text).toContain('青禾镇');
  });

  it('holds thousands of rows, of which few are elements', async () => {
    await open('many', '#v=table');
    const table = page.getByTestId('table');
    expect(await table.getAttribute('aria-rowcount')).toBe(String(PROJECTS + 2));
    expect(await rows().count()).toBeLessThan(80);
    await rows().first().focus();
    await page.keyboard.press('End');
    expect(await page.getByTestId('table').locator(':focus').innerText()).toContain('工程');
    expect(await rows().count()).toBeLessThan(80);
    await page.keyboard.press('Home');
    expect(await page.getByTestId('table').locator(':focus').innerText()).toContain('青禾镇');
  });
});

describe('an empty graph', () => {
  it.each(['overview', 'common', 'projects', 'honours', 'indicators', 'table'])(
    'has words in %s',
    async (view) => {
      await open('empty', `#v=${view}`);
      const words = await page.getByTestId('empty').innerText();
      expect(words).toMatch(/报告/);
      expect(words).not.toContain('清除筛选');
    },
  );
});
