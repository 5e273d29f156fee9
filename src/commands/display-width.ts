/** How many columns text takes on a terminal: Chinese characters and emoji take two, marks on another none. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\p{Script=Han}]/u;
// What one character may be made of several of: marks, joiners, variation selectors, flags, skin tones.
const JOINED = /[\p{M}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;
const SEGMENTER = new Intl.Segmenter();

/** What a reader takes for characters. */
const characters = (text: string): string[] =>
  JOINED.test(text) ? [...SEGMENTER.segment(text)].map(({ segment }) => segment) : [...text];

const charWidth = (char: string): number =>
  WIDE.test(char) || char.includes('\ufe0f') ? 2 : /^[\p{M}\p{Cf}]+$/u.test(char) ? 0 : 1;

export const displayWidth = (text: string): number =>
  characters(text).reduce((sum, char) => sum + charWidth(char), 0);

export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Lines no wider than `width`; a character is never cut. */
export function wrapText(text: string, width: number): string[] {
  if (text.length * 2 <= width || displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const char of characters(text)) {
    const wide = charWidth(char);
    if (used + wide > width && line !== '') {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += char;
    used += wide;
  }
  return [...lines, line];
}
