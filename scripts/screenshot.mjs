// The pictures in the READMEs: the main views of a built graph, at addresses that a reader could open as well.
//   node scripts/screenshot.mjs [zhentu-out] [docs] [#v=... for one picture of one's own]
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { end, Stop } from './lib/speak.mjs';
import { findBrowser } from './lib/test-parts.mjs';

const WIDTH = 1440;
const HEIGHT = 900;
const TOWN = 'Town:浙江省/云川市/';
const PROGRAM = 'Program:污水零直排区';

// File → what the address says. Things go by their ids in the samples; what another graph has not is passed over.
const PICTURES = {
  'viewer.png': {},
  'viewer-graph.png': { v: 'graph', e: `实施|${TOWN}青禾镇|${PROGRAM}|done|2023` },
  'viewer-common.png': { v: 'common', picked: `${TOWN}青禾镇~${TOWN}鹤汀镇`, n: PROGRAM },
  'viewer-projects.png': { v: 'projects' },
  'viewer-honours.png': { v: 'honours' },
  'viewer-indicators.png': { v: 'indicators' },
};

const addressOf = (parts) =>
  Object.keys(parts).length === 0
    ? ''
    : `#${Object.entries(parts)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&')}`;

await end(async () => {
  const [folder = 'zhentu-out', out = 'docs', own] = process.argv.slice(2);
  const page = join(resolve(folder), 'index.html');
  await access(page).catch(() => {
    throw new Stop(
      `${folder} 里没有 index.html：请先运行 zhentu build samples -o ${folder}`,
      `${folder} holds no index.html: run zhentu build samples -o ${folder} first`,
    );
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Stop(
      '找不到 Chromium：请安装（apt install chromium fonts-noto-cjk）',
      'no Chromium found: install it (apt install chromium fonts-noto-cjk)',
    );
  }
  const pictures =
    own === undefined
      ? Object.entries(PICTURES).map(([file, parts]) => [file, addressOf(parts)])
      : [['viewer-own.png', own]];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const [file, hash] of pictures) {
      const view = await browser.newPage({
        viewport: { width: WIDTH, height: HEIGHT },
        deviceScaleFactor: 1.5,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      await view.goto(pathToFileURL(page).href + hash);
      // Two frames: one to lay the canvas out, one to draw on it.
      await view.evaluate(
        () =>
          new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
      );
      await view.screenshot({ path: join(out, file) });
      await view.close();
    }
  } finally {
    await browser.close();
  }
  return 0;
});
