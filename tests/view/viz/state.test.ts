import { describe, expect, it } from 'vitest';
import { pageData } from '../../../src/view/payload.js';
import { indexData } from '../../../viz/data.js';
import * as update from '../../../viz/state.js';
import { visible } from '../../../viz/visible.js';
import { graph } from '../fixture.js';

const data = indexData(pageData(graph));
const first = update.initialState;
const node = (index: number): update.Selection => ({ kind: 'node', index });
const fact = (index: number): update.Selection => ({ kind: 'fact', index });

describe('selection', () => {
  it('steps back through what was selected, then to nothing', () => {
    const state = [node(1), fact(2), node(3)].reduce(update.select, first);
    const back = update.stepBack(state);
    expect(back.selection).toEqual(fact(2));
    expect(update.stepBack(back).selection).toEqual(node(1));
    expect(update.stepBack(update.stepBack(back)).selection).toBeNull();
    expect(update.stepBack(first).selection).toBeNull();
  });

  it('clears the search box first', () => {
    const state = update.search(update.select(first, node(1)), '青禾');
    expect(update.stepBack(state)).toMatchObject({ query: '', selection: node(1) });
  });

  it('changes nothing when the same is chosen again', () => {
    const state = update.select(first, node(1));
    expect(update.select(state, node(1))).toBe(state);
    expect(update.hover(state, null)).toBe(state);
  });
});

describe('visible', () => {
  const types = (state: update.State) => {
    const { nodes } = visible(data, state);
    return [...new Set(data.nodes.filter((_, index) => nodes[index] === 1).map(({ label }) => label))].sort();
  };

  it('hides figures at first, and nothing once filters are cleared', () => {
    expect(types(first)).not.toContain('Indicator');
    const all = visible(data, update.clearFilters(first));
    expect([all.nodeCount, all.edgeCount]).toEqual([graph.nodes.length, graph.edges.length]);
  });

  it('hides a type with its facts, and shows it again', () => {
    const without = update.toggleType(first, 'Village');
    expect(types(without)).not.toContain('Village');
    expect(visible(data, without).edgeCount).toBe(visible(data, first).edgeCount - 2);
    expect(visible(data, update.toggleType(without, 'Village'))).toEqual(visible(data, first));
  });

  it('hides a thing all of whose facts are hidden', () => {
    const { nodes, edges } = visible(data, update.toggleStanding(first, 'done'));
    const shown = (name: string) => nodes[data.nodes.findIndex((item) => item.name === name)];
    expect(shown('荷花节')).toBe(0);
    expect(shown('青禾冷链物流中心')).toBe(1);
    expect(data.edges.filter((edge, index) => edges[index] === 1 && edge.status === 'done')).toEqual([]);
  });
});
