/** Bytes → text: the encodings reports come in, damage that is read all the same, and what is refused with a reason. */

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ReadError } from '../../src/errors.js';
import { setLanguage } from '../../src/messages.js';
import { packageFile } from '../../src/paths.js';
import { decode } from '../../src/read/decode.js';

const TEXT = '青禾镇2024年政府工作报告\n一、2023年工作回顾\n东坝村获评省级未来乡村。\n';
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const at = (bytes: Uint8Array): string => decode({ path: '报告/青禾.txt', bytes });

afterEach(() => setLanguage('zh'));

describe('reads', () => {
  const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  test.each<[what: string, bytes: Buffer, text: string]>([
    ['UTF-8', utf8(TEXT), TEXT],
    ['UTF-8 with a byte-order mark', utf8(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), TEXT],
    ['UTF-16, big end first', utf16be(TEXT), TEXT],
    ['GBK bytes', Buffer.from('c7e0baccd5f2a3ac32303234c4ea', 'hex'), '青禾镇，2024年'],
    ['GB18030 of four bytes', Buffer.from('c7e0bacc9534b235', 'hex'), '青禾𠮷'],
    ['characters outside the first plane', utf8('𠮷田村😀'), '𠮷田村😀'],
    ['line ends of every kind', utf8('甲\r\n乙\r丙\n'), '甲\r\n乙\r丙\n'],
    ['one NUL among a hundred characters', utf8(`${'青禾镇'.repeat(40)}\0`), `${'青禾镇'.repeat(40)}\0`],
    ['text that only begins like a PDF later on', utf8('附件为%PDF'), '附件为%PDF'],
  ])('%s', (_what, bytes, text) => {
    expect(at(bytes)).toBe(text);
  });

  test('the sample in GB18030', () => {
    const text = at(readFileSync(packageFile('samples/wangtang-2024.txt')));
    expect(text).toContain('望塘乡');
    expect(text).not.toContain('\ufffd');
  });

  // Every pair of bytes is some character of GB18030, so damaged UTF-8 must not be tried as that first.
  test.each([
    ['one broken byte', 300],
    ['one broken byte elsewhere', 301],
    ['one broken byte elsewhere', 302],
  ])('%s at %d in long UTF-8', (_what, offset) => {
    const bytes = utf8('青禾镇东坝村柳河村，'.repeat(60));
    bytes[offset] = 0xff;
    const text = at(bytes);
    expect(text.startsWith('青禾镇东坝村')).toBe(true);
    expect(text.endsWith('柳河村，')).toBe(true);
    expect(text).toContain('\ufffd');
  });
});

describe('refuses', () => {
  // Seeded, so that every run sees the same bytes.
  const noise = (length: number): Uint8Array => {
    let state = 7;
    return Uint8Array.from({ length }, () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return state >> 16;
    });
  };
  test.each<[what: string, bytes: Uint8Array, says: RegExp]>([
    ['nothing', new Uint8Array(), /空的.*请给出/],
    ['only a byte-order mark', utf8('\ufeff'), /空的/],
    ['only white space', utf8(' \n\t\u3000\r\n'), /空的/],
    ['PDF', utf8('%PDF-1.7\n…'), /PDF.*另存为 \.txt/],
    ['DOCX', Buffer.from('504b0304140000000800', 'hex'), /DOCX.*另存为 \.txt/],
    ['DOC', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /DOC\/XLS.*另存为 \.txt/],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), /PNG/],
    ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), /JPEG/],
    ['GIF', utf8('GIF89a'), /GIF/],
    ['GZIP', Buffer.from('1f8b0800', 'hex'), /GZIP/],
    ['RTF', utf8("{\\rtf1\\ansi \\'c7\\'e0}"), /RTF/],
    ['random bytes', noise(4000), /不是文本文件.*请换成 \.txt/],
    ['few random bytes', noise(64), /不是文本文件/],
    ['zeros', new Uint8Array(500), /不是文本文件/],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), /不是文本文件/],
    [
      'UTF-16 cut in the middle of a unit',
      Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, 21),
      /不是文本文件/,
    ],
  ])('%s', (_what, bytes, says) => {
    const refused = () => at(bytes);
    expect(refused).toThrow(ReadError);
    expect(refused).toThrow(says);
    // The file first, and one line.
    expect(refused).toThrow(/^报告\/青禾\.txt：[^\n]+$/);
  });

  test('in English where asked to', () => {
    setLanguage('en');
    expect(() => at(new Uint8Array())).toThrow(
      /^报告\/青禾\.txt: the file is empty; give a report with text$/,
    );
    expect(() => at(utf8('%PDF-1.4'))).toThrow(/save it as \.txt first$/);
  });
});
