/**
 * Source text → clean text for reading: bracketed pinyin off, traditional characters to simplified where the
 * report is traditional, stray spaces off. Every unit keeps its source position (text/mapped.ts).
 */
import { createRequire } from 'node:module';
import type { MappedText } from '../model.js';
import { edit, replaceAll } from '../text/mapped.js';

const TONED = 'āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ';
// 區(qū) and, in texts full of it, toneless 子(zi) as well.
const TONED_PINYIN = new RegExp(`(?<=\\p{Script=Han})[(（][a-zü]*[${TONED}][a-zü]*[)）]`, 'giu');
const ANY_PINYIN = /(?<=\p{Script=Han})[(（][a-zü]{1,6}[)）]/gu;

/** Drops the reading that mirror sites put behind characters. */
export const dropPinyin = (input: MappedText): MappedText => {
  const noisy = (input.text.match(TONED_PINYIN)?.length ?? 0) >= 5;
  const once = replaceAll(input, TONED_PINYIN, () => '');
  return noisy ? replaceAll(once, ANY_PINYIN, () => '') : once;
};

// Frequent in any report and different in the two scripts; official names do not use the traditional ones.
const TRADITIONAL =
  /[國產業鎮區縣鄉農個為們發對進開實現與設經濟會務環質園場創優總億萬導黨動電網頭運過還這時間關機構於無]/g;
const SIMPLIFIED =
  /[国产业镇区县乡农个为们发对进开实现与设经济会务环质园场创优总亿万导党动电网头运过还这时间关机构于无]/g;

/** True where a report as a whole is written in traditional characters (乾潭镇 alone does not make it so). */
export const isTraditional = (text: string): boolean => {
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  return traditional > 5 && traditional > (text.match(SIMPLIFIED)?.length ?? 0);
};

type Convert = (text: string) => string;
const require = createRequire(import.meta.url);

// The dictionaries take tens of milliseconds to set up, so they are loaded for traditional reports only.
const converter = (): Convert =>
  (require('opencc-js/t2cn') as { Converter: (o: object) => Convert }).Converter({ from: 't', to: 'cn' });

/** Converts a traditional report to simplified characters; a simplified one passes untouched. */
export const simplify = (input: MappedText): MappedText => {
  if (!isTraditional(input.text)) return input;
  const convert = converter();
  const edits = [...input.text.matchAll(/[^\n]+/g)].flatMap((line) => {
    const text = convert(line[0]);
    const start = line.index;
    if (text === line[0]) return [];
    if (text.length === line[0].length) return [{ start, end: start + text.length, text }];
    let at = start;
    return [...line[0]].map((char) => {
      const from = at;
      at += char.length;
      return { start: from, end: at, text: convert(char) };
    });
  });
  return edit(input, edits);
};

/** Takes out spaces that do not part Latin words, zero-width characters, and doubled commas of mirror sites. */
export const dropSpaces = (input: MappedText): MappedText => {
  const visible = replaceAll(input, /[\u200b-\u200f\u2060\ufeff\u00ad\r]/g, () => '');
  const tight = replaceAll(visible, /(?<![\x21-\x7e])[^\S\n]+|[^\S\n]+(?![\x21-\x7e])/g, () => '');
  return replaceAll(tight, /,[,，]|，,/g, () => '，');
};
