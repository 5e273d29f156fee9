import { describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import type { GraphLabel } from '../../src/model.js';
import { groupsOf } from '../../src/view/groups.js';
import type { PageEdge } from '../../src/view/page-data.js';
import { pageData } from '../../src/view/payload.js';
import { graph } from './fixture.js';

const nodes = (...labels: GraphLabel[]): { label: GraphLabel }[] => labels.map((label) => ({ label }));
const tie = (from: number, to: number, times = 1, rest: Partial<PageEdge> = {}): PageEdge => ({
  type: '合作',
  from,
  to,
  ...rest,
  evidence: Array.from({ length: times }, (_, i) => [100 * from + 10 * to + i, 0] as const),
});

// Two triangles that one weak link joins, and a pair, and one that stands alone.
const labels = nodes(
  'Town',
  'Company',
  'Company',
  'Town',
  'Project',
  'Indicator',
  'Person',
  'Event',
  'Honour',
);
const edges = [
  tie(0, 1, 2),
  tie(1, 2, 4),
  tie(0, 2),
  tie(3, 4, 2),
  tie(4, 5),
  tie(3, 5, 9),
  tie(2, 3, 1, { derived: true }),
  tie(6, 7),
  tie(8, 8),
];

describe('groupsOf', () => {
  const { groups, groupOf } = groupsOf(labels, edges);

  it('puts together what hangs together; pairs and lone things are no group', () => {
    expect(groupOf).toEqual([0, 0, 0, 1, 1, 1, undefined, undefined, undefined]);
    expect(groups.map(({ size }) => size)).toEqual([3, 3]);
  });

  it('describes a group by the things most tied to the rest of it, and by what it contains', () => {
    expect(groups[0]).toEqual({
      size: 3,
      heads: [1, 2, 0],
      types: [
        ['Company', 2],
        ['Town', 1],
      ],
    });
    // No figure is a head, however many sentences speak of it.
    expect(groups[1]?.heads).toEqual([3, 4]);
  });

  it('takes a graph without links, and none at all', () => {
    expect(groupsOf(nodes('Town', 'Town'), [])).toEqual({ groups: [], groupOf: [undefined, undefined] });
    expect(groupsOf([], [])).toEqual({ groups: [], groupOf: [] });
  });
});

describe('groups of a page', () => {
  it('are the same for the same graph in another order', () => {
    const made = madeGraph(500, 2000);
    const shuffled = { ...made, nodes: [...made.nodes].reverse(), edges: [...made.edges].reverse() };
    const page = pageData(made);
    expect(page.groups.length).toBeGreaterThan(1);
    expect(pageData(shuffled).groups).toEqual(page.groups);
    expect(pageData(shuffled).nodes).toEqual(page.nodes);
  });

  it('count as many members as say so', () => {
    const page = pageData(graph);
    page.groups.forEach(({ size, heads, types }, group) => {
      const members = page.nodes.filter((node) => node.group === group);
      expect(members).toHaveLength(size);
      expect(types.reduce((sum, [, count]) => sum + count, 0)).toBe(size);
      expect(heads.every((head) => page.nodes[head]?.group === group)).toBe(true);
    });
    expect(page.groups.length).toBeGreaterThan(0);
    expect(page.betweennessFrom).toBe(page.nodes.length);
  });
});
