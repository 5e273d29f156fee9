import { describe, expect, it } from 'vitest';
import { pageData } from '../../../src/view/payload.js';
import { indexData } from '../../../viz/data.js';
import { drawn } from '../../../viz/drawn.js';
import * as explore from '../../../viz/explore.js';
import { facets } from '../../../viz/facets.js';
import { filter, initialState, type State, select, toggleRelation } from '../../../viz/state.js';
import { visible } from '../../../viz/visible.js';
import { waysOf } from '../../../viz/ways-of.js';
import { changesIn } from '../../../viz/years.js';
import { graph, LIUXI, QINGHE } from '../fixture.js';

const data = indexData(pageData(graph));
const named = (name: string): number => data.nodes.findIndex((node) => node.name === name);
const [qinghe, liuxi] = [QINGHE, LIUXI].map((id) => data.nodeById.get(id) ?? -1) as [number, number];
const onCanvas = (state: State): readonly string[] => {
  const { nodes } = drawn(data, state, visible(data, state));
  return data.nodes
    .filter((_, index) => nodes[index] === 1)
    .map(({ name }) => name)
    .sort();
};

describe('the canvas', () => {
  it('opens on towns and what they share', () => {
    expect(onCanvas(initialState)).toEqual(['和美乡村建设', '柳溪镇', '青禾镇'].sort());
    expect(onCanvas({ ...initialState, scope: 'all' })).toHaveLength(8);
  });

  it('takes in the neighbours of what is selected, and what is pinned', () => {
    const state = select(initialState, { kind: 'node', index: named('荷花节') });
    expect(onCanvas(state)).toContain('荷花节');
    expect(onCanvas(explore.togglePin(initialState, named('东坝村')))).toContain('东坝村');
  });

  it('unfolds one relation of one thing, and folds it again', () => {
    const step = { node: qinghe, relation: { type: '竣工', side: 'subject' } } as const;
    const open = explore.unfold(initialState, step);
    expect(onCanvas(open)).toEqual([...onCanvas(initialState), '青禾冷链物流中心'].sort());
    expect(onCanvas(explore.unfold(open, step))).toEqual(onCanvas(initialState));
  });

  it('shows one thing with its neighbours alone', () => {
    expect(onCanvas(explore.focusOn(initialState, liuxi))).not.toContain('青禾镇');
  });

  it('puts away what is hidden by hand', () => {
    const state = explore.hide(select(initialState, { kind: 'node', index: liuxi }), liuxi);
    expect(state.selection).toBeNull();
    expect(onCanvas(state)).not.toContain('柳溪镇');
  });
});

describe('a path', () => {
  it('ends at the next thing chosen, and goes over what is shown only', () => {
    const state = explore.choose(explore.pathFrom(initialState, named('东坝村')), {
      kind: 'node',
      index: named('荷花节'),
    });
    expect(state.path).toEqual({ from: named('东坝村'), to: named('荷花节') });
    const [way] = waysOf(data, state, visible(data, state));
    expect(way?.map(({ to }) => data.nodes[to]?.name)).toEqual([
      '青禾镇',
      '和美乡村建设',
      '柳溪镇',
      '荷花节',
    ]);
    expect(onCanvas(state)).toEqual(expect.arrayContaining(['东坝村', '荷花节']));
    const without = toggleRelation(state, '实施');
    expect(waysOf(data, without, visible(data, without))).toEqual([]);
  });
});

describe('counts beside filters', () => {
  it('say what a click takes away', () => {
    const counts = facets(data, initialState);
    const now = visible(data, initialState).edgeCount;
    for (const [type, count] of counts.relations)
      expect(visible(data, toggleRelation(initialState, type)).edgeCount).toBe(now - count);
  });

  it('and what it brings back, the others as they are', () => {
    const state = toggleRelation(filter(initialState, { sources: 1, years: [2024, 2024] }), '获评');
    const count = facets(data, state).relations.get('获评') ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(visible(data, toggleRelation(state, '获评')).edgeCount).toBe(
      visible(data, state).edgeCount + count,
    );
  });
});

describe('change from one report to the next', () => {
  const [first, second] = graph.reports;
  if (first === undefined || second === undefined) throw new Error('the fixture has two reports');
  // Both reports are of one town, a year apart.
  const years = indexData(
    pageData({
      ...graph,
      reports: [
        { ...first, year: 2023, town: QINGHE },
        { ...second, year: 2024, town: QINGHE },
      ],
    }),
  );
  const change = (type: string, from: string): string | undefined =>
    changesIn(years, 2024).get(
      years.edges.findIndex((edge) => edge.type === type && years.nodes[edge.from]?.name === from),
    );

  it('tells what is new from what is not mentioned again', () => {
    expect(change('举办', '柳溪镇')).toBe('new');
    expect(change('开工', '青禾镇')).toBe('dropped');
  });

  it('says nothing where there is no report before', () => {
    expect(changesIn(years, 2023).size).toBe(0);
    expect(changesIn(data, 2024).size).toBe(0);
  });
});
