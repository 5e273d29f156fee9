/** Rows in batches, bounded by number and by size: long sentences fill a transaction before many rows do. */

const MAX_ROWS = 2000;
const MAX_CHARS = 2_000_000;

/** Consecutive slices of the rows; a single row larger than the bound is a batch of its own. */
export function batches<T>(rows: readonly T[], maxRows = MAX_ROWS, maxChars = MAX_CHARS): T[][] {
  const out: T[][] = [];
  let batch: T[] = [];
  let chars = 0;
  for (const row of rows) {
    const size = JSON.stringify(row).length;
    if (batch.length > 0 && (batch.length >= maxRows || chars + size > maxChars)) {
      out.push(batch);
      batch = [];
      chars = 0;
    }
    batch.push(row);
    chars += size;
  }
  if (batch.length > 0) out.push(batch);
  return out;
}
