/**
 * Errors a user can mend. The message is one line: where, what was found, what is expected, what to do.
 * cli.ts prints it and exits with 2; anything else is a fault of ours and exits with 1.
 */
export class ZhentuError extends Error {
  override name = 'ZhentuError';
}

/** A lexicon entry that does not hold together; `file:line` first. */
export class LexiconError extends ZhentuError {
  override name = 'LexiconError';
}

/** An input that cannot be read as a report. */
export class ReadError extends ZhentuError {
  override name = 'ReadError';
}

/** A graph store that cannot be opened, loaded or asked. */
export class StoreError extends ZhentuError {
  override name = 'StoreError';
}

/** A command line that does not say enough. */
export class UsageError extends ZhentuError {
  override name = 'UsageError';
}
