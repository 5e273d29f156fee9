/**
 * Source text → clean text for reading: bracketed pinyin off, traditional characters to simplified where the
 * report is traditional, stray spaces off. Every unit keeps its source position (text/mapped.ts).
 */
import { createRequire } from 'node:module';
import type { MappedText } from '../model.js';
import { edit, replaceAll } from '../text/mapped.js';

const TONED = 'āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ';
// 區(qū) and, in texts full of it, syllables without a tone: 子(zi). 公里(km) and 方案(a) are no syllables.
const TONED_PINYIN = new RegExp(`(?<=\\p{Script=Han})[(（][a-zü]*[${TONED}][a-zü]*[)）]`, 'giu');
const NEUTRAL_PINYIN =
  /(?<=\p{Script=Han})[(（](?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)(?:[iu]?(?:a|ai|ao|an|ang|e|ei|en|eng|o|ou|ong)|i|in|ing|iu|u|ui|un|ue|ü|üe)[)）]/gu;
// 力?zhēng): a character is lost, and repair.ts found no other for it.
const PINYIN_OF_LOST = new RegExp(`(?<=\\p{Script=Han}\\?)[a-zü]*[${TONED}][a-zü]*[)）]`, 'giu');

/** Drops the reading that mirror sites put behind characters. */
export const dropPinyin = (input: MappedText): MappedText => {
  const noisy = (input.text.match(TONED_PINYIN)?.length ?? 0) >= 5;
  const once = replaceAll(input, TONED_PINYIN, () => '');
  if (!noisy) return once;
  return replaceAll(
    replaceAll(once, NEUTRAL_PINYIN, () => ''),
    PINYIN_OF_LOST,
    () => '',
  );
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

/** Every kind of line end to \n, so that whatever reads lines knows one only. */
export const unifyLines = (input: MappedText): MappedText =>
  replaceAll(input, /\r\n?|[\u0085\u2028\u2029]/g, () => '\n');

const LATIN = /[\x21-\x7e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/** Takes out what is not seen (zero-width, control characters), spaces that do not part Latin words or figures
 * (several become one there), and doubled commas of mirror sites. */
export const dropSpaces = (input: MappedText): MappedText => {
  const visible = replaceAll(
    input,
    /[\u0000-\u0008\u000e-\u001f\u007f\u200b-\u200f\u2060\ufeff\u00ad]/g,
    () => '',
  );
  const { text } = visible;
  const tight = replaceAll(visible, /[^\S\n]+/g, ({ 0: spaces, index = 0 }) =>
    LATIN.test(text[index - 1] ?? '') && LATIN.test(text[index + spaces.length] ?? '') ? ' ' : '',
  );
  return replaceAll(tight, /,[,，]|，,/g, () => '，');
};
