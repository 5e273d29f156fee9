// The picture in the README: the page of a built graph as a reader first sees it, or at what an address names.
//   node scripts/screenshot.mjs [zhentu-out] [docs/viewer.png] [#n=...]
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { end, Stop } from './lib/speak.mjs';
import { findBrowser } from './lib/test-parts.mjs';

const WIDTH = 1440;
const HEIGHT = 900;

await end(async () => {
  const [folder = 'zhentu-out', picture = 'docs/viewer.png', hash = ''] = process.argv.slice(2);
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
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const view = await browser.newPage({
      viewport: { width: WIDTH, height: HEIGHT },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    await view.goto(pathToFileURL(page).href + hash);
    // Two frames: one to lay the canvas out, one to draw on it.
    await view.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
    await view.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
  return 0;
});
