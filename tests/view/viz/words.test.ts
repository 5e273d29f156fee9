/** Every text of the page is there in both languages: read off the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../src/paths.js';

const HAN = /\p{Script=Han}/u;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Second argument of each `say(…, …)`; null where there is none. Strings and templates are skipped over whole. */
const englishOf = (text: string): readonly string[] => {
  const found: string[] = [];
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
    found.push(comma < 0 ? text.slice(index, at) : text.slice(comma + 1, at - 1));
  }
  return found;
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

  it('are seen by this test', () => {
    expect(englishOf("say('中（a, b）', 'a, (b)') + say(`x${say('一', 'one')}`, two(3, 4))")).toEqual([
      " 'a, (b)'",
      ' two(3, 4)',
      " 'one'",
    ]);
    expect(sources.length).toBeGreaterThan(30);
  });
});
