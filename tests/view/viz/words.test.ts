/** Every text of the page is there in both languages: read off the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../src/paths.js';
import { EDGE_TYPES } from '../../../src/schema.js';

const HAN = /\p{Script=Han}/u;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** The arguments of each `say(…)`, as from and to. */
const saidIn = (text: string): readonly (readonly [number, number, number])[] => {
  const found: (readonly [number, number, number])[] = [];
  for (const { index } of text.matchAll(/\bsay\(/g)) {
    let depth = 1;
    let comma = -1;
    let quote = '';
    let at = index + 4;
    for (; depth > 0 && at < text.length; at += 1) {
      const letter = text[at] ?? '';
      if (quote !== '') {
        if (letter === '\\') at += 1;
        else if (letter === quote) quote = '';
      } else if (`'"\``.includes(letter)) quote = letter;
      else if ('([{'.includes(letter)) depth += 1;
      else if (')]}'.includes(letter)) depth -= 1;
      else if (letter === ',' && depth === 1 && comma < 0) comma = at;
    }
    found.push([index, comma, at]);
  }
  return found;
};

/** Second argument of each `say(…, …)`; null where there is none. Strings and templates are skipped over whole. */
const englishOf = (text: string): readonly string[] =>
  saidIn(text).map(([from, comma, to]) => (comma < 0 ? text.slice(from, to) : text.slice(comma + 1, to - 1)));

/** Every run of Chinese that no `say(…)` holds. */
const unsaid = (text: string): readonly string[] => {
  const said = saidIn(text);
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: word, index }) =>
    said.some(([from, , to]) => index > from && index < to) ? [] : [word],
  );
};

/** Words of graph.json, which data is compared with. */
const OF_THE_FORMAT: ReadonlySet<string> = new Set(EDGE_TYPES);
/** Tables with the English beside the Chinese, and readers of what reports write. */
const TABLES = ['words.ts', 'models/honours.ts', 'models/indicators.ts'];
/** What is Chinese in either language, or stands in both on one line. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  // A citation of a Chinese report, and the year in the name of a figure.
  'citation.ts': ['年'],
  'data.ts': ['年'],
  'panels/header.ts': ['镇图'],
  // Names of columns, which say what is in them.
  'served/cell.ts': ['状态', '类型'],
  // Values of the data, each with its English.
  'views/honours.ts': ['国家级', '省级', '市级', '县级', '乡级', '未注明'],
  'views/indicators.ts': ['全年', '上半年', '下半年'],
  // Before it is known which language is wanted: both.
  'main.ts': ['这是空白模板', '请用', '生成页面'],
  'served/server.ts': ['服务已停止', '请重新运行'],
};

const sources = readdirSync(packageFile('viz'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: withoutComments(readFileSync(packageFile(`viz/${path}`), 'utf8')) }));

describe('words of the page', () => {
  it('have an English side without Chinese, but for the name of the switch and examples', () => {
    const rest = sources.flatMap(({ path, text }) =>
      englishOf(text)
        .filter((english) => HAN.test(english) && !/^\s*'(?:中文|切换为中文)/.test(english))
        .filter((english) => !english.startsWith('say(...'))
        .map((english) => `${path}: ${english.trim()}`),
    );
    expect(rest).toEqual([]);
  });

  it('are chosen by language wherever they are Chinese', () => {
    const rest = sources
      .filter(({ path }) => !TABLES.includes(path))
      .flatMap(({ path, text }) =>
        unsaid(text)
          .filter((word) => !OF_THE_FORMAT.has(word) && !KEPT[path]?.includes(word))
          .map((word) => `${path}: ${word}`),
      );
    expect(rest).toEqual([]);
    for (const path of [...TABLES, ...Object.keys(KEPT)])
      expect(sources.map((one) => one.path)).toContain(path);
  });

  it('are seen by this test', () => {
    expect(unsaid("say('一', 'one') + '二' + say(f('三'), '') + `四`")).toEqual(['二', '四']);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template is what is read.
    expect(englishOf("say('中（a, b）', 'a, (b)') + say(`x${say('一', 'one')}`, two(3, 4))")).toEqual([
      " 'a, (b)'",
      ' two(3, 4)',
      " 'one'",
    ]);
    expect(sources.length).toBeGreaterThan(30);
  });
});
