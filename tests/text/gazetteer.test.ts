/** The trie finds what naive search finds: every occurrence, overlapping ones too. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGazetteer, type Hit } from '../../src/text/gazetteer.js';
import { packTries, unpackTries } from '../../src/text/packed-tries.js';
import { buildTrie } from '../../src/text/trie.js';

const naive = <V>(entries: readonly (readonly [string, V])[], text: string): Hit<V>[] =>
  entries.flatMap(([name, value]) => {
    const hits: Hit<V>[] = [];
    for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1))
      hits.push({ start: at, end: at + name.length, value });
    return hits;
  });

const sorted = (hits: readonly Hit<unknown>[]) =>
  hits.map((h) => `${h.end} ${h.start} ${String(h.value)}`).sort();

describe('find', () => {
  const cases: readonly (readonly [names: readonly string[], text: string, found: readonly string[]])[] = [
    [['东坝村', '柳河村'], '东坝村和柳河村', ['0-3 东坝村', '4-7 柳河村']],
    [['云川', '云川市', '川市'], '云川市', ['0-2 云川', '0-3 云川市', '1-3 川市']],
    [['上塘村', '塘村'], '上塘村', ['0-3 上塘村', '1-3 塘村']],
    [['上塘村民', '塘村'], '上塘村部', ['1-3 塘村']],
    [['村村'], '村村村', ['0-2 村村', '1-3 村村']],
    [['小镇😀', '𠮷'], '𠮷小镇😀', ['0-2 𠮷', '2-6 小镇😀']],
    [['东坝村'], '东坝、村', []],
    [['东坝村'], '东坝', []],
    [[''], '东坝村', []],
    [[], '东坝村', []],
    [['东坝村'], '', []],
  ];
  test.each(cases)('%j in %s', (names, text, found) => {
    const gazetteer = buildGazetteer(names.map((n) => [n, n] as const));
    expect(gazetteer.find(text).map((h) => `${h.start}-${h.end} ${h.value}`)).toEqual(found);
  });

  test('a name listed twice is found once for each of its values', () => {
    const gazetteer = buildGazetteer([
      ['新农村', 1],
      ['新农村', 2],
    ]);
    expect(gazetteer.find('新农村').map((h) => h.value)).toEqual([1, 2]);
  });
});

test('equals naive search, in order of starts and shorter first', () => {
  // Few letters, so that names overlap, nest and repeat.
  const word = fc.string({ unit: fc.constantFrom('东', '坝', '村', '😀'), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 12 }), (names, parts) => {
      const entries = names.map((n, i) => [n, i] as const);
      const text = parts.join('');
      const found = buildGazetteer(entries).find(text);
      expect(sorted(found)).toEqual(sorted(naive(entries, text)));
      const order = found.map((h) => h.start * 1000 + h.end);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});

test('a trie that was packed finds what it found before', () => {
  const lists = [['新农村', '东坝村', '东坝'], [], ['村', '新农村', '新农村', '']];
  const tries = unpackTries(packTries(lists.map(buildTrie)));
  expect(tries).toHaveLength(lists.length);
  lists.forEach((names, i) => {
    const entries = names.map((name, k) => [name, k] as const);
    const found = buildGazetteer(entries, tries[i]).find('新农村在东坝村');
    expect(found).toEqual(buildGazetteer(entries).find('新农村在东坝村'));
  });
});
