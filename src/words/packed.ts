/**
 * Reads a file of packed knowledge (data/words.bin, data/place-names.bin): 4 bytes of magic, length of the header
 * (uint32, little-endian), header (JSON, padded so that what follows is aligned), then the body it describes.
 *
 * The whole body is checked against its sum, a millisecond: a table that is wrong in one byte would else give
 * other results without a word.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ReadError } from '../errors.js';
import { say } from '../messages.js';

/** What the header of every such file says. */
export interface PackedHeader {
  readonly format: string;
  readonly version: number;
  readonly source: string;
  /** Of the body. */
  readonly sha256: string;
}

/** What a file must be, and the command that makes it anew. */
export interface PackedKind {
  readonly magic: string;
  readonly format: string;
  readonly version: number;
  readonly command: string;
}

export interface Packed<H extends PackedHeader> {
  readonly header: H;
  /** Starts at a multiple of four bytes of its buffer. */
  readonly body: Uint8Array;
}

const open = <H extends PackedHeader>(path: string, kind: PackedKind): Packed<H> | null => {
  const file = readFileSync(path);
  if (file.length < 8 || file.toString('latin1', 0, 4) !== kind.magic) return null;
  const start = 8 + file.readUInt32LE(4);
  if (file.length < start || (file.byteOffset + start) % 4 !== 0) return null;
  const header = JSON.parse(file.toString('utf8', 8, start)) as H;
  const body = file.subarray(start);
  const whole =
    header.format === kind.format &&
    header.version === kind.version &&
    header.sha256 === createHash('sha256').update(body).digest('hex');
  return whole ? { header, body } : null;
};

/** Throws ReadError where the file is missing, damaged or of another kind. */
export const readPacked = <H extends PackedHeader>(path: string, kind: PackedKind): Packed<H> => {
  let packed: Packed<H> | null = null;
  try {
    packed = open<H>(path, kind);
  } catch {
    // Missing, or no JSON where the header should be: said below like every other damage.
  }
  if (packed !== null) return packed;
  throw new ReadError(
    say(
      `${path}：不是完整的 ${kind.format} 文件；请重新安装 zhentu，或在源码目录运行 ${kind.command}`,
      `${path}: not a complete file of ${kind.format}; reinstall zhentu, or run ${kind.command} in a source tree`,
    ),
  );
};
