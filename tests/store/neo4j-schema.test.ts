import { expect, test } from 'vitest';
import { applySchema } from '../../src/store/neo4j-schema.js';
import type { Link } from '../../src/store/neo4j-session.js';

test('an index that the server refuses is named', async () => {
  const run = async (statement: string): Promise<unknown> => {
    if (!statement.includes('zhentu_town_name')) return { records: [] };
    throw Object.assign(new Error('taken'), { code: 'Neo.ClientError.Schema.IndexAlreadyExists' });
  };
  const execute = (work: (tx: unknown) => unknown): unknown => work({ run });
  const session = () => ({ executeRead: execute, executeWrite: execute, close: async () => undefined });
  const link = { driver: { session }, uri: 'bolt://h:1', database: undefined } as unknown as Link;
  await expect(applySchema(link)).rejects.toThrow(/无法建立索引 zhentu_town_name：taken；/);
});
