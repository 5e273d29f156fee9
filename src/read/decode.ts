/**
 * Bytes → text. Reports come as UTF-8 (with or without byte-order mark), UTF-16 with a mark, or GB18030.
 * What is none of these (a picture, a spreadsheet, an archive) is refused with a line that says what was found.
 */
import { ReadError } from '../errors.js';
import { say } from '../messages.js';
import type { SourceFile } from '../model.js';

const SIGNATURES: readonly (readonly [bytes: string, kind: string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'ZIP/DOCX/XLSX'],
  ['\u00d0\u00cf\u0011\u00e0', 'DOC/XLS'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\u001f\u008b', 'GZIP'],
  ['{\\rtf', 'RTF'],
];

const refuse = (path: string, zh: string, en: string): never => {
  throw new ReadError(say(`${path}：${zh}`, `${path}: ${en}`));
};

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Share of characters a report would not hold: controls, private use, unassigned marks of a wrong decoding. */
const strangeShare = (text: string): number => {
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return text.length === 0 ? 0 : strange / text.length;
};

/** The text of a file, without byte-order mark. Throws ReadError for empty and binary files. */
export const decode = (file: SourceFile): string => {
  const { bytes, path } = file;
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = SIGNATURES.find(([magic]) => head.startsWith(magic))?.[1];
  if (kind !== undefined) {
    refuse(
      path,
      `这是 ${kind} 文件，目前只读纯文本（UTF-8 或 GB18030）；请先另存为 .txt`,
      `a ${kind} file; only plain text (UTF-8 or GB18030) is read; save it as .txt first`,
    );
  }
  const utf16 = head.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : head.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : null;
  const text = utf16
    ? tryDecode(bytes, utf16)
    : (tryDecode(bytes, 'utf-8') ?? lossyUtf8(bytes) ?? tryDecode(bytes, 'gb18030'));
  if (text === null || strangeShare(text) > 0.02) {
    return refuse(
      path,
      '不是文本文件（字节无法按 UTF-8 或 GB18030 解读）；请换成 .txt 报告',
      'not a text file (its bytes are neither UTF-8 nor GB18030); give a .txt report',
    );
  }
  if (text.trim() === '')
    refuse(path, '文件是空的；请给出有正文的报告', 'the file is empty; give a report with text');
  return text;
};

/**
 * A long UTF-8 file with a few broken bytes is still worth reading; its damage shows as U+FFFD. Tried before
 * GB18030, which reads nearly any pair of bytes as some character and would turn such a file into nonsense; a
 * GB18030 file has more broken than whole characters here.
 */
const lossyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = (text.match(/[^\u0000-\u007f]/g)?.length ?? 0) - broken;
  return broken / Math.max(text.length, 1) < 0.005 && broken * 20 < whole ? text : null;
};
