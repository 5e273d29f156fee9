/**
 * Reads data/places.bin: the index of regions and towns at once, a province's villages only when asked for.
 *
 * scripts/derive-places.mjs writes the file and describes it. Everything stays in strings and typed arrays; places
 * are made from them by index.ts.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { ReadError } from '../errors.js';
import { say } from '../messages.js';

export interface PlacesHeader {
  readonly format: 'zhentu-places';
  readonly version: 1;
  readonly source: string;
  readonly counts: Readonly<Record<'province' | 'city' | 'county' | 'town' | 'village', number>>;
  /** Bytes of each compressed stream: columns, names, then one block a province. */
  readonly lengths: readonly number[];
  /** Of all streams together. */
  readonly sha256: string;
}

/** Columns of the list: `region…` and `townCounts` one value a region, `town…` and `villageCounts` one a town. */
interface Columns {
  readonly twoBytes: number;
  readonly regionLevels: readonly number[];
  readonly regionDepths: readonly number[];
  readonly regionCodes: readonly number[];
  readonly townPrefixes: readonly number[];
  readonly townCounts: readonly number[];
  readonly nameBytes: readonly number[];
  readonly townCodes: readonly number[];
  readonly villageCounts: readonly number[];
}

export interface VillageRow {
  readonly name: string;
  /** The last three digits of its code. */
  readonly code: number;
}

export interface PackedPlaces {
  readonly header: PlacesHeader;
  readonly columns: Columns;
  readonly regionNames: readonly string[];
  readonly townNames: readonly string[];
  /** Villages of one region's towns in the order of the columns, one list a town. */
  readonly villages: (region: number) => readonly (readonly VillageRow[])[];
}

const MAGIC = 'ZTPL';

const damaged = (path: string): ReadError =>
  new ReadError(
    say(
      `${path}：不是完整的地名表（应以 ${MAGIC} 开头）；请重新安装 zhentu，或在源码目录运行 npm run places`,
      `${path}: not a complete place list (expected ${MAGIC} at its start); reinstall zhentu, or run npm run places in a source tree`,
    ),
  );

const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    throw damaged(path);
  }
};

/** Running totals: `[0, a, a + b, …]`, one longer than the input. */
const startsOf = (counts: readonly number[]): Uint32Array => {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => {
    starts[i + 1] = (starts[i] as number) + count;
  });
  return starts;
};

/** How the bytes of village names are read; see the script that writes them. */
interface Coding {
  readonly suffixes: readonly string[];
  readonly characters: readonly string[];
  /** The first byte that leads a pair. */
  readonly twoBytes: number;
}

const decodeNames = (bytes: Uint8Array, { suffixes, characters, twoBytes }: Coding): string[] => {
  const names: string[] = [];
  let name = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < suffixes.length) {
      names.push(name + (suffixes[byte] as string));
      name = '';
    } else if (byte < twoBytes) name += characters[byte - suffixes.length] as string;
    else {
      i += 1;
      const rank = twoBytes - suffixes.length + ((byte - twoBytes) << 8) + (bytes[i] as number);
      name += characters[rank] as string;
    }
  }
  return names;
};

/** Throws ReadError where the file is missing, cut short or of another kind. */
export const unpackPlaces = (path: string): PackedPlaces => {
  const file = readBytes(path);
  if (file.length < 8 || file.toString('latin1', 0, 4) !== MAGIC) throw damaged(path);
  const bodyStart = 8 + file.readUInt32LE(4);
  if (file.length < bodyStart) throw damaged(path);
  const header = JSON.parse(file.toString('utf8', 8, bodyStart)) as PlacesHeader;
  const streamStarts = startsOf(header.lengths);
  if (file.length !== bodyStart + (streamStarts.at(-1) as number)) throw damaged(path);

  const decompress = (stream: number): Buffer =>
    brotliDecompressSync(
      file.subarray(
        bodyStart + (streamStarts[stream] as number),
        bodyStart + (streamStarts[stream + 1] as number),
      ),
    );
  const columns = JSON.parse(decompress(0).toString('latin1')) as Columns;
  const [suffixList = '', alphabet = '', ...names] = decompress(1).toString('utf16le').split('\n');
  const coding = { suffixes: suffixList.split(','), characters: [...alphabet], twoBytes: columns.twoBytes };
  const regionCount = columns.regionDepths.length;
  const townStarts = startsOf(columns.townCounts);
  const villageStarts = startsOf(columns.villageCounts);
  const nameStarts = startsOf(columns.nameBytes);
  const provinces = columns.regionDepths.flatMap((depth, region) => (depth === 0 ? [region] : []));
  const villagesBefore = (region: number): number => villageStarts[townStarts[region] as number] as number;
  // Reports of one run come from few provinces: a block asked for once is kept.
  const blocks = new Map<number, Buffer>();

  const villages = (region: number): VillageRow[][] => {
    const province = provinces.findLastIndex((first) => first <= region);
    const first = provinces[province] as number;
    const next = provinces[province + 1] ?? regionCount;
    const block = blocks.get(province) ?? decompress(province + 2);
    blocks.set(province, block);

    const villageNames = decodeNames(
      block.subarray(
        (nameStarts[region] as number) - (nameStarts[first] as number),
        (nameStarts[region + 1] as number) - (nameStarts[first] as number),
      ),
      coding,
    );
    const total = villagesBefore(next) - villagesBefore(first);
    const lowBytes = block.length - 2 * total + villagesBefore(region) - villagesBefore(first);
    let read = 0;
    return columns.villageCounts.slice(townStarts[region], townStarts[region + 1]).map((count) => {
      let code = 0;
      return Array.from({ length: count }, () => {
        code += (block[lowBytes + read] as number) + ((block[lowBytes + total + read] as number) << 8);
        return { name: villageNames[read++] as string, code };
      });
    });
  };
  return {
    header,
    columns,
    regionNames: names.slice(0, regionCount),
    townNames: names.slice(regionCount),
    villages,
  };
};
