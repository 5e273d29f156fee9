// What the tests need beyond npm: a browser for the page, Java and Maven for a real Neo4j.
// Each part knows how to tell whether it is there and which packages bring it; its tests are in the folder of its name,
// tests/browser and tests/neo4j, which is what vitest.config.ts leaves out.
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { installPackages } from './apt.mjs';
import { ask } from './run.mjs';
import { Stop, tell } from './speak.mjs';

const BROWSERS = [
  process.env.ZHENTU_CHROMIUM,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium or Chrome, looked for on PATH and in the usual places; undefined when there is none. */
export const findBrowser = () => {
  for (const candidate of BROWSERS.filter(Boolean)) {
    if (isAbsolute(candidate) && existsSync(candidate)) return candidate;
    const found = process.platform === 'win32' ? undefined : ask('which', [candidate])?.trim();
    if (found) return found;
  }
  return undefined;
};

const hasFont = (font) => process.platform !== 'linux' || Boolean(ask('fc-list', [font, 'family'])?.trim());
/** A character of extension B that fonts-noto-cjk lacks. */
const RARE = ':charset=2a6a5';

/** Major version of the Java on PATH; 0 when there is none. `java -version` says e.g. `openjdk version "17.0.12"`. */
const javaMajor = () => Number(ask('java', ['-version'])?.match(/version "(\d+)/)?.[1] ?? 0);

const PARTS = {
  browser: {
    missing: () => [
      ...(findBrowser() ? [] : ['chromium']),
      ...(hasFont(':lang=zh') ? [] : ['fonts-noto-cjk']),
      ...(hasFont(RARE) ? [] : ['fonts-hanazono']),
    ],
    zh: 'Chromium（或 Chrome）浏览器和中文字体（fonts-noto-cjk、fonts-hanazono）',
    en: 'Chromium (or Chrome) and Chinese fonts (fonts-noto-cjk, fonts-hanazono)',
  },
  neo4j: {
    missing: () => [
      ...(javaMajor() >= 17 ? [] : ['default-jre-headless']),
      ...(ask('mvn', ['--version']) === undefined ? ['maven'] : []),
    ],
    zh: 'Java 17 以上和 Maven（用来取得并启动真实的 Neo4j）',
    en: 'Java 17 or newer and Maven (to fetch and start a real Neo4j)',
  },
};

/** Parts named in `ZHENTU_TEST_SKIP`, e.g. `neo4j,browser`. A misspelt one would leave out nothing, silently: refused. */
export const skippedParts = (value = process.env.ZHENTU_TEST_SKIP ?? '') => {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown === undefined) return names;
  throw new Stop(
    `ZHENTU_TEST_SKIP 中的“${unknown}”无法识别；可用的是：${Object.keys(PARTS).join('、')}。`,
    `ZHENTU_TEST_SKIP names "${unknown}"; known are: ${Object.keys(PARTS).join(', ')}.`,
  );
};

/** Makes sure of every part not in `skipped`, installing what is missing where that is possible. */
export const provideParts = async (skipped) => {
  for (const [name, part] of Object.entries(PARTS)) {
    if (skipped.includes(name)) continue;
    const packages = part.missing();
    if (packages.length > 0) await installPackages(packages);
    if (packages.length > 0 && part.missing().length > 0) {
      throw new Stop(
        `测试需要 ${part.zh}，本机缺少：${part.missing().join(' ')}。请安装后重试；若要略过这部分测试，请设置 ZHENTU_TEST_SKIP=${name}（多项用逗号隔开：neo4j,browser）。`,
        `The tests need ${part.en}; missing here: ${part.missing().join(' ')}. Install it and try again, or leave these tests out with ZHENTU_TEST_SKIP=${name} (several: neo4j,browser).`,
      );
    }
  }
};

/** Says what is left out, because a green run then means less. */
export const announceSkipped = (skipped) => {
  for (const name of skipped) {
    tell(`略过：tests/${name}（ZHENTU_TEST_SKIP）`, `Left out: tests/${name} (ZHENTU_TEST_SKIP)`);
  }
};
