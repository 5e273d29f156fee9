import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model.js';
import { pageData } from '../../src/view/payload.js';
import { pinyinRank } from '../../src/view/pinyin-match.js';
import { type Found, searchFor, searchIndex } from '../../src/view/search.js';
import { emptyGraph, graph, HOSTILE } from './fixture.js';

const data = pageData(graph);
const index = searchIndex(data);
const LIMITS = { perType: 5, sentences: 5 };
const find = (query: string): Found => searchFor(index, query, LIMITS);
const names = (found: Found): (string | undefined)[] =>
  found.types.flatMap(({ hits }) => hits.map(({ node }) => data.nodes[node]?.name));
const texts = (found: Found): (string | undefined)[] =>
  found.sentences.hits.map(({ sentence }) => data.sentences[sentence]?.text);

describe('searchFor', () => {
  it.each([
    ['青禾镇', '青禾镇'],
    ['青禾', '青禾镇'],
    ['冷链', '青禾冷链物流中心'],
    ['青禾 中心', '青禾冷链物流中心'],
    ['和美乡村', '和美乡村建设'],
    ['qinghe', '青禾镇'],
    ['Qing He', '青禾镇'],
    ["qing'he", '青禾镇'],
    ['qhz', '青禾镇'],
    ['qinghz', '青禾镇'],
    ['lianwuliu', '青禾冷链物流中心'],
    ['llwlzx', '青禾冷链物流中心'],
    ['hhj', '荷花节'],
    ['ｑｈｚ', '青禾镇'],
    ['onerror', HOSTILE],
  ])('finds for %s first of all %s', (query, name) => {
    expect(names(find(query))[0]).toBe(name);
  });

  it.each([[''], ['   '], ['没有的镇'], ['xyz'], ['inghe'], ['.*'], ['青禾 ; --'], ['\n'], ['镇青']])(
    'finds nothing for %j',
    (query) => {
      expect(find(query)).toEqual({ total: 0, types: [], sentences: { total: 0, hits: [] } });
    },
  );

  it('takes the whole other name before a longer name that holds it', () => {
    const [town, programme] = [find('青禾'), find('和美乡村')];
    expect(town.types[0]?.hits[0]?.rank).toBe(1);
    expect(programme.types[0]).toMatchObject({ label: 'Program', total: 1, hits: [{ rank: 1 }] });
  });

  it('groups by type, the type of the best hit first', () => {
    expect(find('青禾').types.map(({ label, total }) => [label, total])).toEqual([
      ['Town', 1],
      ['Project', 1],
    ]);
    expect(find('云川市').types.map(({ label }) => label)).toEqual(['Honour']);
  });

  it('counts what the limits leave out', () => {
    const all = find('节');
    const none = searchFor(index, '青', { perType: 1, sentences: 1 });
    expect(all.total).toBe(2);
    expect(none.total).toBe(2 + none.sentences.total);
    expect(none.sentences.total).toBeGreaterThan(1);
    expect(none.sentences.hits).toHaveLength(1);
  });

  it('finds sentences by their words, with the facts that rest on them, stated ones first', () => {
    const found = find('获评 文明村');
    expect(texts(found)).toEqual(['东坝村获评云川市文明村。']);
    const facts = found.sentences.hits[0]?.facts.map((fact) => data.edges[fact]) ?? [];
    expect(facts.map((fact) => [fact?.type, fact?.derived ?? false])).toEqual([
      ['位于', false],
      ['获评', false],
      ['获评', true],
    ]);
  });

  it('never joins the end of one text with the beginning of the next', () => {
    for (const { text } of [index.names, index.sentences]) {
      const seam = text.indexOf('\n', 1);
      const across = text.slice(seam - 2, seam) + text.slice(seam + 1, seam + 3);
      expect(find(across).total).toBe(0);
    }
  });

  it('takes an empty graph, and a query of any length', () => {
    expect(searchFor(searchIndex(pageData(emptyGraph)), '镇', LIMITS).total).toBe(0);
    expect(find('镇'.repeat(100_000)).total).toBe(0);
    expect(find('a'.repeat(100_000)).total).toBe(0);
  });

  it('prefers towns, then what more sentences support', () => {
    const villages: Graph = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.label === 'Village' ? { ...node, name: '青禾村' } : node)),
    };
    const page = pageData(villages);
    const found = searchFor(searchIndex(page), 'qh', LIMITS);
    expect(found.types.map(({ label }) => label)).toEqual(['Town', 'Project', 'Village']);
  });
});

describe('pinyinRank', () => {
  it.each<[name: string, letters: string, rank: number | null]>([
    ['qing he zhen', 'qing', 0],
    ['qing he zhen', 'qinghezhen', 0],
    ['qing he zhen', 'hezhen', 1],
    ['qing he zhen', 'qhz', 2],
    ['qing he zhen', 'hz', 3],
    ['qing he zhen', 'qinghz', 4],
    ['qing he zhen', 'qhzh', 4],
    ['qing he zhen', 'ing', null],
    ['qing he zhen', 'qz', null],
    ['xi an shi', 'xian', 0],
    ['xian shi', 'xas', null],
  ])('of %s typed %s is %s', (name, letters, rank) => {
    expect(pinyinRank(name.split(' '), letters)).toBe(rank);
  });

  it('ends soon where letters can be cut in a great many ways', () => {
    expect(
      pinyinRank(
        Array.from({ length: 2000 }, () => 'aaa'),
        `${'a'.repeat(90)}b`,
      ),
    ).toBe(null);
  });
});
