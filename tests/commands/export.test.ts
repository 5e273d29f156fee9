import { describe, expect, test } from 'vitest';
import { runExport } from '../../src/commands/export.js';
import { UsageError } from '../../src/errors.js';

describe('a format that there is not is refused with those that there are', () => {
  test.each(['csv', 'constructor', 'toString', '__proto__'])('%s', async (format) => {
    const error = await runExport('nowhere', { format, out: 'nowhere' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(/应为 neo4j-csv$/);
  });
});
