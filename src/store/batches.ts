/** Rows in batches, bounded by number and by size: long sentences fill a transaction before many rows do. */

const MAX_ROWS = 5000;
const MAX_BYTES = 4_000_000;

/** About the bytes it takes on the way, at two a character; counting them took as long as a tenth of a load. */
function weigh(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 2;
  if (typeof value !== 'object' || value === null) return 4;
  let bytes = 2;
  for (const name in value) bytes += name.length + weigh((value as Record<string, unknown>)[name]);
  return bytes;
}

/** Consecutive slices of the rows; a single row larger than the bound is a batch of its own. */
export function batches<T>(rows: readonly T[], maxRows = MAX_ROWS, maxBytes = MAX_BYTES): T[][] {
  const out: T[][] = [];
  let batch: T[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = weigh(row);
    if (batch.length > 0 && (batch.length >= maxRows || bytes + size > maxBytes)) {
      out.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) out.push(batch);
  return out;
}
