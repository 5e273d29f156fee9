import { describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import type { PageData } from '../../src/view/page-data.js';
import { openingPart, partAround } from '../../src/view/part.js';
import { pageData } from '../../src/view/payload.js';
import { edgeId, indexData } from '../../viz/data.js';
import { mergePages, missingFacts } from '../../viz/merge.js';

const whole = pageData(madeGraph(700, 2500));
const opening = openingPart(whole);
const facts = (page: PageData): Map<string, unknown> =>
  new Map(
    page.edges.map((edge) => [
      edgeId(page, edge),
      edge.evidence.map(([sentence, rule]) => [page.sentences[sentence], page.rules[rule]]),
    ]),
  );
const things = (page: PageData): Map<string, unknown> =>
  new Map(
    page.nodes.map(({ facts: _, towns, ...node }) => [
      node.id,
      { ...node, towns: towns.map((town) => page.nodes[town]?.id) },
    ]),
  );
const around = (id: string, relation?: PageData['edges'][number]['type']): PageData => {
  const part = partAround(whole, id, relation);
  if (part === null) throw new Error(`no part around ${id}`);
  return part;
};

describe('openingPart', () => {
  it('holds all towns and programmes, and says how much there is', () => {
    const programmes = (page: PageData): number =>
      page.nodes.filter(({ label }) => label === 'Program').length;
    expect(programmes(opening)).toBe(programmes(whole));
    expect(opening.towns.map((town) => opening.nodes[town]?.id)).toEqual(
      whole.towns.map((town) => whole.nodes[town]?.id),
    );
    expect(opening.nodes.length).toBeLessThan(whole.nodes.length / 2);
    expect(opening.whole).toEqual({ nodes: 700, edges: 2500 });
  });

  it('changes nothing of what it holds', () => {
    const [allThings, allFacts] = [things(whole), facts(whole)];
    for (const [id, node] of things(opening)) expect(allThings.get(id)).toEqual(node);
    for (const [id, fact] of facts(opening)) expect(allFacts.get(id)).toEqual(fact);
    expect(opening.reports.map(({ town }) => opening.nodes[town ?? -1]?.id)).toEqual(
      whole.reports.map(({ town }) => whole.nodes[town ?? -1]?.id),
    );
    expect(opening.groups.every(({ heads }) => heads.length > 0)).toBe(true);
  });
});

describe('partAround', () => {
  it('is null for what is not there', () => {
    expect(partAround(whole, 'Town:nowhere')).toBe(null);
  });

  it('keeps to one relation where one is given', () => {
    const town = whole.nodes[whole.towns[0] ?? 0]?.id ?? '';
    const located = around(town, '位于');
    expect(new Set(located.edges.map(({ type }) => type))).toEqual(new Set(['位于']));
    expect(located.edges.length).toBeGreaterThan(20);
    expect(around(town).edges.length).toBeGreaterThan(located.edges.length);
  });
});

describe('mergePages', () => {
  it('says of each thing what is missing, and nothing once it is there', () => {
    const town = opening.towns[0] ?? 0;
    const id = opening.nodes[town]?.id ?? '';
    const missing = (page: PageData): ReadonlyMap<string, number> =>
      missingFacts(page, indexData(page).edgesOf, town);
    const before = missing(opening);
    expect(before.get('位于')).toBeGreaterThan(20);
    const some = mergePages(opening, around(id, '位于'));
    expect([...missing(some).keys()]).toEqual([...before.keys()].filter((type) => type !== '位于'));
    expect(missing(mergePages(some, around(id))).size).toBe(0);
    expect(missingFacts(whole, indexData(whole).edgesOf, 0).size).toBe(0);
  });

  it('leaves what the page has where it is, and adds nothing twice', () => {
    const id = opening.nodes[opening.towns[1] ?? 0]?.id ?? '';
    const once = mergePages(opening, around(id));
    expect(once.nodes.slice(0, opening.nodes.length)).toEqual(opening.nodes);
    expect(once.edges.slice(0, opening.edges.length)).toEqual(opening.edges);
    expect(once.nodes.length).toBeGreaterThan(opening.nodes.length);
    expect(mergePages(once, around(id))).toEqual(once);
  });

  it('comes to the whole, whatever the order in which its parts are asked for', () => {
    const small = pageData(madeGraph(120, 400));
    const ids = small.nodes.map(({ id }) => id);
    for (const order of [ids, [...ids].reverse()]) {
      const all = order.reduce(
        (page, id) => mergePages(page, partAround(small, id) ?? page),
        openingPart(small),
      );
      expect(things(all)).toEqual(things(small));
      expect(facts(all)).toEqual(facts(small));
    }
  });
});
