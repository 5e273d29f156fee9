/** The real browser the page is tried in, with everything that would talk to the network switched off. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.ZHENTU_CHROMIUM,
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const MISSING =
  '找不到 Chromium：请安装（apt install chromium fonts-noto-cjk），或用 ZHENTU_CHROMIUM 指明路径；' +
  'ZHENTU_TEST_SKIP=browser 可略过浏览器测试 / ' +
  'no Chromium found: install it (apt install chromium fonts-noto-cjk) or name it in ZHENTU_CHROMIUM; ' +
  'ZHENTU_TEST_SKIP=browser leaves the browser tests out';

const NO_FONT =
  '缺中文字体（含生僻字），页面会显示成方框：请安装（apt install fonts-noto-cjk fonts-hanazono） / ' +
  'no Chinese font, or none with rare characters: the page would show boxes: install them (apt install fonts-noto-cjk fonts-hanazono)';

export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = CANDIDATES.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (executablePath === undefined) throw new Error(MISSING);
  const has = (font: string): boolean => execFileSync('fc-list', [font]).length > 0;
  if (process.platform === 'linux' && !(has(':lang=zh') && has(':charset=2a6a5'))) throw new Error(NO_FONT);
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
