// `npm run bench -- view`: the page at 1k/4k and 10k/40k nodes and relationships, beside a page that is nothing but
// Sigma over the same places, in the same Chromium. Prints tables, asserts nothing.
//   open      from asking for the file to the first frame with something drawn on it
//   pan       one frame while the whole graph is dragged: the time of many frames, the GPU's work included
//   hover …   main-thread time (script, style, layout) of one action, until the second frame after it; median
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { madeGraph } from './lib/made-graph.mjs';
import { root } from './lib/run.mjs';
import { Stop } from './lib/speak.mjs';
import { findBrowser } from './lib/test-parts.mjs';

/** Nodes, relationships, and how many frames are dragged: one of the plain page may take three seconds. */
const SIZES = [
  [1000, 4000, 20],
  [10_000, 40_000, 6],
];
const VIEWPORT = { width: 1400, height: 900 };
const RUNS = 3;
const ACTIONS = 9;
/** Two clicks within so many milliseconds are another thing. */
const DOUBLE_CLICK = 400;
/** Everything on the canvas, as the plain page has it. */
const WHOLE = '#v=graph&scope=all&hide=-';

const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ms = (n) => (Number.isNaN(n) ? '–' : `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`);
const many = (n) => n.toLocaleString('en-US');

/** Runs in the page before anything else: tells when something was first drawn, and on a frame. */
const watchFirstFrame = () => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function watched(kind, ...rest) {
    const context = getContext.call(this, kind, ...rest);
    if (context === null || !String(kind).startsWith('webgl') || context.watched) return context;
    context.watched = true;
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
      const draw = context[name]?.bind(context);
      if (draw === undefined) continue;
      context[name] = (...given) => {
        draw(...given);
        if (window.firstFrame !== undefined) return;
        window.firstFrame = null;
        // The frame after the one that is being made: by then this one has been handed over.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            window.firstFrame = performance.now();
          }),
        );
      };
    }
    return context;
  };
};

const twoFrames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );

/** Milliseconds of one frame while the picture is dragged about its middle, with what the GPU still has to do. */
const panned = (page, frames) =>
  page.evaluate(async (count) => {
    const canvas = document.querySelector('.sigma-mouse');
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const fire = (type, x) => {
      const place = { clientX: left + width / 2 + x, clientY: top + height / 2 };
      canvas.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, buttons: 1, ...place }));
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const finish = () => {
      for (const drawn of document.querySelectorAll('canvas')) {
        const gl = drawn.getContext('webgl2') ?? drawn.getContext('webgl');
        gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      }
    };
    fire('mousedown', 0);
    await frame();
    finish();
    const start = performance.now();
    for (let i = 1; i <= count; i += 1) {
      fire('mousemove', 60 * Math.sin(i / 4));
      await frame();
    }
    finish();
    const took = performance.now() - start;
    fire('mouseup', 0);
    return took / count;
  }, frames);

/** Main-thread milliseconds of what `act` sets off. */
const costOf = async (page, cdp, act) => {
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return 1000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'));
  };
  await twoFrames(page);
  const before = await read();
  await act();
  await twoFrames(page);
  return (await read()) - before;
};

/** `settle`: what brings the page back to where each begins; it is not counted. */
const costs = async (page, cdp, acts, settle = () => undefined) => {
  const took = [];
  for (const act of acts) {
    took.push(await costOf(page, cdp, act));
    await settle();
  }
  return { median: median(took), most: Math.max(...took) };
};

const opened = async (browser, address) => {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  await page.addInitScript(watchFirstFrame);
  await page.goto(address);
  const first = await page.waitForFunction(() => window.firstFrame, null, { timeout: 120_000 });
  return { page, first: await first.jsonValue(), cdp: await page.context().newCDPSession(page) };
};

/** Places on the canvas where a node is: where the page says a name as the pointer comes there. */
const nodesOnCanvas = async (page, most) => {
  const box = await page.locator('#canvas').boundingBox();
  const found = [];
  for (let i = 0; i < 400 && found.length < most; i += 1) {
    const angle = i * 2.4;
    const r = 0.45 * Math.sqrt(i / 400) * Math.min(box.width, box.height);
    const [x, y] = [
      box.x + box.width / 2 + r * Math.cos(angle),
      box.y + box.height / 2 + r * Math.sin(angle),
    ];
    await page.mouse.move(x, y);
    const pointing = await page.evaluate(() => document.querySelector('#canvas')?.style.cursor === 'pointer');
    if (pointing) found.push([x, y]);
  }
  return found;
};

/** Milliseconds to the first frame, median of RUNS. */
const openings = async (browser, address) => {
  const took = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, first } = await opened(browser, address);
    took.push(first);
    await page.close();
  }
  return median(took);
};

/** What pointing at nodes and clicking them costs: each click from the whole graph, not from where the last one led. */
const pointed = async (page, cdp, spots) => ({
  hover: await costs(
    page,
    cdp,
    spots.map((spot) => () => page.mouse.move(...spot)),
  ),
  click: await costs(
    page,
    cdp,
    spots.map((spot) => () => page.mouse.click(...spot)),
    async () => {
      await page.keyboard.press('Escape');
      await page.waitForTimeout(DOUBLE_CLICK);
    },
  ),
});

const ours = async (browser, address, frames) => {
  const open = await openings(browser, `${address}#v=graph`);
  const { page, cdp } = await opened(browser, address + WHOLE);
  await cdp.send('Performance.enable');
  const pan = await panned(page, frames);
  const spots = await nodesOnCanvas(page, ACTIONS);
  const { hover, click } = await pointed(page, cdp, spots);
  const box = page.getByRole('combobox').first();
  await box.fill('青');
  await box.fill('');
  const typed = ['q', 'qi', 'qin', 'qing', '青', '青溪', '青溪镇', '工', '工程', '五水共治'];
  const search = await costs(
    page,
    cdp,
    typed.map((text) => () => box.fill(text)),
  );
  await box.fill('');
  const chips = page.getByRole('switch');
  const filter = await costs(
    page,
    cdp,
    Array.from({ length: 2 * ACTIONS }, (_, i) => () => chips.nth(Math.floor(i / 2)).click()),
  );
  await page.close();
  return { open, pan, hover, click, search, filter };
};

const plain = async (browser, address, frames) => {
  const open = await openings(browser, address);
  const { page, cdp } = await opened(browser, address);
  await cdp.send('Performance.enable');
  const pan = await panned(page, frames);
  const spots = await page.evaluate((most) => {
    const { renderer } = window;
    const { width, height } = renderer.getDimensions();
    return renderer
      .getGraph()
      .nodes()
      .map((node) => renderer.framedGraphToViewport(renderer.getNodeDisplayData(node)))
      .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height)
      .map(({ x, y }) => [x, y])
      .slice(0, most);
  }, ACTIONS);
  const { hover, click } = await pointed(page, cdp, spots);
  await page.close();
  return { open, pan, hover, click };
};

const plainTemplate = async (folder) => {
  await build({
    root: join(root, 'scripts/lib/plain-sigma'),
    configFile: false,
    logLevel: 'error',
    plugins: [viteSingleFile({ removeViteModuleLoader: true })],
    build: { outDir: join(folder, 'plain'), emptyOutDir: true },
  });
  return readFile(join(folder, 'plain/index.html'), 'utf8');
};

export const benchView = async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Stop(
      '找不到 Chromium：请安装（apt install chromium fonts-noto-cjk）',
      'no Chromium found: install it (apt install chromium fonts-noto-cjk)',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'zhentu-bench-view-'));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-watchdog'],
  });
  const { pageData } = await built('view/payload.js');
  const { renderPage } = await built('view/page.js');
  const { LABEL_STYLE } = await built('schema.js');
  try {
    console.log(`${browser.version()}, software rendering, ${VIEWPORT.width}×${VIEWPORT.height}\n`);
    const template = await readFile(join(root, 'dist/viewer.html'), 'utf8');
    const plainPage = await plainTemplate(folder);
    for (const [nodeCount, edgeCount, frames] of SIZES) {
      const graph = madeGraph(nodeCount, edgeCount);
      const start = performance.now();
      const data = pageData(graph);
      const page = renderPage(template, data);
      const took = performance.now() - start;
      const bare = {
        nodes: data.nodes.map(({ name, x, y, label }) => ({
          label: name,
          x,
          y,
          color: LABEL_STYLE[label].color,
        })),
        edges: data.edges.map(({ from, to }) => [from, to]),
      };
      const write = async (name, text) => {
        await writeFile(join(folder, name), text);
        return pathToFileURL(join(folder, name)).href;
      };
      const mine = await ours(browser, await write('ours.html', page), frames);
      const theirs = await plain(
        browser,
        await write(
          'plain.html',
          plainPage.replace('id="data">', () => `id="data">${JSON.stringify(bare)}`),
        ),
        frames,
      );
      const table = new Table({
        head: [`${many(nodeCount)} / ${many(edgeCount)}`, 'zhentu', 'plain Sigma'],
        style: { head: [], border: [], compact: true },
      });
      const cost = (found) => (found ? `${ms(found.median)} (most ${ms(found.most)})` : '–');
      table.push(
        ['open to first frame', ms(mine.open), ms(theirs.open)],
        ['pan, a frame', `${ms(mine.pan)} (× ${(mine.pan / theirs.pan).toFixed(2)})`, ms(theirs.pan)],
        ...['hover', 'click', 'search', 'filter'].map((name) => [name, cost(mine[name]), cost(theirs[name])]),
        ['made at build', ms(took), '–'],
        ['file', `${(page.length / 1e6).toFixed(1)} MB`, '–'],
      );
      console.log(`${table}\n`);
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
};
