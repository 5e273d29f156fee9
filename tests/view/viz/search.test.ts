import { describe, expect, it } from 'vitest';
import { pageData } from '../../../src/view/payload.js';
import { indexData } from '../../../viz/data.js';
import { find } from '../../../viz/search.js';
import { graph } from '../fixture.js';

const data = indexData(pageData(graph));
const names = (query: string, limit = 20) =>
  find(data, query, limit).hits.map(({ node }) => data.nodes[node]?.name);

describe('find', () => {
  it.each([
    ['青禾镇', '青禾镇'],
    ['青禾', '青禾镇'],
    ['冷链', '青禾冷链物流中心'],
    ['和美乡村', '和美乡村建设'],
    ['qinghe', '青禾镇'],
    ['Qing He', '青禾镇'],
    ['qhz', '青禾镇'],
    ['lianwuliu', '青禾冷链物流中心'],
    ['hhj', '荷花节'],
    ['ｑｈｚ', '青禾镇'],
  ])('finds for %s first of all %s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it.each([[''], ['   '], ['没有的镇'], ['xyz'], ['inghe'], ['.*'], ['青禾 ; --']])(
    'finds nothing for %j',
    (query) => {
      expect(find(data, query, 20)).toEqual({ hits: [], total: 0 });
    },
  );

  it('says how many there are beyond the limit', () => {
    const { hits, total } = find(data, '青禾', 1);
    expect([hits.length, total]).toEqual([1, 2]);
  });
});
