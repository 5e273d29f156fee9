import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/view/payload.js';
import { emptyGraph, graph, QINGHE, shuffled } from './fixture.js';

const data = pageData(graph);
const named = (name: string) => {
  const index = data.nodes.findIndex((node) => node.name === name);
  const node = data.nodes[index];
  if (node === undefined) throw new Error(`no ${name}`);
  return { index, node };
};

describe('pageData', () => {
  it('is the same for the same graph in another order', () => {
    expect(JSON.stringify(pageData(shuffled))).toBe(JSON.stringify(data));
  });

  it('keeps every node, edge and piece of evidence', () => {
    expect(data.nodes).toHaveLength(graph.nodes.length);
    expect(
      data.edges.map(({ from, to, type, evidence }) => ({
        from: data.nodes[from]?.id,
        to: data.nodes[to]?.id,
        type,
        evidence: evidence.map(([sentence, rule]) => ({
          text: data.sentences[sentence]?.text,
          start: data.sentences[sentence]?.start,
          rule: data.rules[rule],
        })),
      })),
    ).toEqual(
      graph.edges.map(({ from, to, type, evidence }) => ({
        from,
        to,
        type,
        evidence: evidence.map(({ text, start, rule }) => ({ text, start, rule })),
      })),
    );
  });

  it('carries a sentence once, however many facts rest on it', () => {
    const texts = data.sentences.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(graph.edges.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(texts.length);
  });

  it.each([
    ['青禾镇', 'qing he zhen'],
    ['荷花节', 'he hua jie'],
  ])('gives the pinyin of %s', (name, pinyin) => {
    expect(named(name).node.pinyin).toBe(pinyin);
  });

  it('counts sentences, not edges, and nothing twice for what is derived', () => {
    expect(named('东坝村').node.support).toBe(1);
    expect(named('云川市文明村').node.support).toBe(1);
    expect(named('青禾镇').node.support).toBe(5);
  });

  it('says whose reports speak of a thing', () => {
    const ids = named('和美乡村建设').node.towns.map((town) => data.nodes[town]?.name);
    expect(ids).toEqual(['柳溪镇', '青禾镇']);
    expect(named('荷花节').node.towns.map((town) => data.nodes[town]?.name)).toEqual(['柳溪镇']);
  });

  it('leaves out what is not stated', () => {
    expect(named('东坝村').node.props).toEqual({ kind: '村' });
    expect(named('柳溪镇').node).not.toHaveProperty('aliases');
    expect(named('柳溪镇').node).not.toHaveProperty('props');
  });

  it('takes a report whose unit is unknown, and one whose unit is no node', () => {
    const reports = graph.reports.map((report) => ({
      ...report,
      town: report.town === QINGHE ? null : 'Town:nowhere',
    }));
    const page = pageData({ ...graph, reports });
    expect(page.towns).toEqual([]);
    expect(page.reports.map(({ town }) => town)).toEqual([null, null]);
    expect(page.nodes.every(({ towns }) => towns.length === 0)).toBe(true);
  });

  it('takes an empty graph', () => {
    expect(pageData(emptyGraph)).toMatchObject({ nodes: [], edges: [], sentences: [], towns: [] });
  });

  it('refuses a graph whose edge ends in nothing', () => {
    const [first] = graph.edges;
    if (first === undefined) throw new Error('fixture has no edge');
    expect(() => pageData({ ...graph, edges: [{ ...first, to: 'Town:nowhere' }] })).toThrow('Town:nowhere');
  });
});
