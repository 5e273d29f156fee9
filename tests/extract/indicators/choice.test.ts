/** Of several names a figure may have, the one told. */
import { expect, test } from 'vitest';
import { chooseName, type Weighed } from '../../../src/extract/indicators/judge/choice.js';

const weighed = (...names: readonly (readonly [text: string, odds: number])[]): Weighed[] =>
  names.map(([text, odds]) => ({ name: { kind: 'ahead', text, first: null, second: null }, odds }));

test('the likeliest, where nothing else is as likely', () => {
  expect(chooseName(weighed(['产值', -4], ['规上工业产值', 3], ['完成', -3]))?.text).toBe('规上工业产值');
});

test('what others agree with rather than what stands alone', () => {
  const names = weighed(
    ['化解率', 0.2],
    ['矛盾纠纷化解率', 0],
    ['纠纷化解率', 0.1],
    ['调处矛盾纠纷化解率', 0],
  );
  expect(chooseName(names)?.text).not.toBe('化解率');
});

test('the likelier of two that agree with the same', () => {
  expect(chooseName(weighed(['工业总产值', 0], ['规上工业总产值', 1]))?.text).toBe('规上工业总产值');
});

test('none where there is none', () => {
  expect(chooseName([])).toBeNull();
});
