import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirmOn } from '../../src/commands/confirm.js';

test.each([
  ['y\n', true],
  ['Y\n', true],
  [' yes \r\n', true],
  ['是\n', true],
  ['\n', false],
  ['n\n', false],
  ['no\ny\n', false],
  ['yesterday\n', false],
  ['不是\n', false],
  // The input ends without an answer.
  ['', false],
])('%j is %s', async (typed, agreed) => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed);
  expect(await confirmOn(input, output)('继续吗？')).toBe(agreed);
  expect(String(output.read())).toBe('继续吗？');
});
