import { Neo4jError } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { StoreError } from '../../src/errors.js';
import { neo4jError } from '../../src/store/neo4j-errors.js';

const target = { kind: 'neo4j', uri: 'bolt://h:1', user: 'u', password: 'p' } as const;

test.each<[string, number | undefined, RegExp]>([
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 2, /超过 2 秒/],
  ['Neo.ClientError.Transaction.TransactionTimedOut', undefined, /bolt:.*服务器中止了操作（ended）/],
  ['Neo.TransientError.Transaction.Terminated', undefined, /bolt:.*服务器中止了操作（ended）/],
  ['Neo.TransientError.Database.DatabaseUnavailable', undefined, /数据库“neo4j”未能启动或正在启动/],
])('%s with a limit of %s seconds', (code, seconds, message) => {
  const error = neo4jError(new Neo4jError('ended', code, '50N42', 'ended'), target, seconds);
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(message);
  expect(String(error)).not.toMatch(/undefined/);
});

test('where the driver says at length what may be wrong, what is remains', () => {
  const long = 'Failed to connect to server. Please ensure … Caused by: connect ECONNREFUSED 127.0.0.1:9';
  const error = neo4jError(new Neo4jError(long, 'ServiceUnavailable', '50N42', long), target);
  expect(String(error)).toContain('bolt://h:1：连不上 Neo4j（connect ECONNREFUSED 127.0.0.1:9）；');
});
