import { describe, expect, it } from 'vitest';
import { pageData } from '../../../src/view/payload.js';
import { fromHash, toHash } from '../../../viz/address.js';
import { indexData } from '../../../viz/data.js';
import { initialState, type State } from '../../../viz/state.js';
import { graph, LIUXI, QINGHE } from '../fixture.js';

const data = indexData(pageData(graph));
const [qinghe, liuxi] = [QINGHE, LIUXI].map((id) => data.nodeById.get(id) ?? -1) as [number, number];
const filters = initialState.filters;

describe('address', () => {
  it.each<[string, Partial<State>]>([
    ['a view', { view: 'table' }],
    ['a thing', { selection: { kind: 'node', index: qinghe } }],
    ['a fact', { selection: { kind: 'fact', index: 4 } }],
    ['no hidden type', { filters: { ...filters, hiddenTypes: new Set() } }],
    ['hidden types', { filters: { ...filters, hiddenTypes: new Set(['Village', 'Company']) } }],
    ['relations', { filters: { ...filters, hiddenRelations: new Set(['位于']) } }],
    ['standings', { filters: { ...filters, hiddenStandings: new Set(['none', 'planned']) } }],
    ['towns', { filters: { ...filters, towns: new Set([liuxi]) } }],
    ['years', { filters: { ...filters, years: [2023, 2025] } }],
    ['sources', { filters: { ...filters, sources: 3 } }],
    ['scope', { scope: 'all' }],
    [
      'steps of exploring',
      {
        scope: 'unfolded',
        unfolded: [
          { node: qinghe, relation: null },
          { node: liuxi, relation: { type: '实施', side: 'subject' } },
        ],
      },
    ],
    ['what is put away and pinned', { hidden: new Set([1, 2]), pinned: new Set([3]) }],
    ['picked towns', { picked: [qinghe, liuxi] }],
    ['options of views', { options: new Map([['sort', 'name & year=~']]) }],
    ['language and theme', { language: 'en', theme: 'dark' }],
  ])('describes %s and leads back to it', (_, part) => {
    const state = { ...initialState, ...part };
    expect(toHash(data, state)).not.toBe('');
    expect(fromHash(data, toHash(data, state))).toEqual(state);
  });

  it('is empty for the page as it opens', () => {
    expect(toHash(data, initialState)).toBe('');
  });

  it.each(['', '#', '#n=', '#n=nobody', '#x=1', '#n=%E9%9', '#e=|||', '#years=20', '#v=nothing', '#hide='])(
    'names nothing: %j',
    (hash) => {
      expect(fromHash(data, hash)).toEqual(initialState);
    },
  );

  it('uses the ids of graph.json', () => {
    for (const edge of graph.edges) expect(data.edgeById.has(edge.id)).toBe(true);
    expect(toHash(data, { ...initialState, selection: { kind: 'node', index: qinghe } })).toBe(
      `#n=${encodeURIComponent(QINGHE)}`,
    );
  });
});
