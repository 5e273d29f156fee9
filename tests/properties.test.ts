/** What must hold of any graph, shown on the samples: the contract of graph.json, and that order changes nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphJson } from '../src/commands/build.js';
import { RULES_ALONE } from '../src/extract/engine.js';
import { edgeId } from '../src/identity.js';
import { buildGraph, extract, openKnowledge, read, resolve } from '../src/index.js';
import type { Graph } from '../src/model.js';
import { dropPinyin, simplify } from '../src/read/clean.js';
import { EDGE_TYPES, NODE_LABELS, RELATIONS, type RelationType } from '../src/schema.js';
import { ageOf, newestStated, statedOf } from '../src/stated.js';
import { mapped } from '../src/text/mapped.js';
import { sampleFiles } from './samples.js';

const knowledge = openKnowledge();
const files = sampleFiles();
const extractions = files.map((file) => extract(read(file, knowledge), knowledge));
const graph = resolve(extractions);
const reports = new Map(extractions.map(({ report }) => [report.id, report]));
const nodes = new Map(graph.nodes.map((node) => [node.id, node]));

const sourceOf = (report: string): string => reports.get(report)?.source ?? '';

/** The sources in simplified characters and without readings, and back: converted as a whole, for a name is too short. */
const readable = new Map(
  [...reports].map(([id, { source }]) => [id, simplify(dropPinyin(mapped(source)))] as const),
);
const readableSlice = (report: string, start: number, end: number): string => {
  const map = readable.get(report);
  if (!map) return '';
  const from = map.starts.indexOf(start);
  return map.text.slice(from, map.ends.lastIndexOf(end) + 1).replace(/\s/g, '');
};

test('the samples give a graph worth testing', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
  expect(graph.nodes.length).toBeGreaterThan(200);
  expect(graph.edges.length).toBeGreaterThan(200);
  expect(new Set(graph.nodes.map((n) => n.label)).size).toBeGreaterThan(10);
});

describe('graph.json', () => {
  const printed = JSON.parse(graphJson(graph)) as Graph;

  test('is the graph, keys in the order of the format', () => {
    expect(printed).toEqual(graph);
    expect(Object.keys(printed)).toEqual(['format', 'version', 'reports', 'nodes', 'edges']);
    expect(printed.reports.map((r) => Object.keys(r).join())).toEqual(
      printed.reports.map(() => 'id,path,title,issuer,published,year,town,sections'),
    );
    for (const node of printed.nodes) {
      expect(Object.keys(node).join()).toBe('id,label,name,aliases,props,mentions');
      expect(Object.keys(node.props)).toEqual(Object.keys(node.props).sort());
      for (const m of node.mentions) expect(Object.keys(m).join()).toBe('report,start,end,rule');
    }
    const order = 'id type from to status year amount count level role derived evidence'.split(' ');
    const ofEvidence = 'report start end text rule amount count level role'.split(' ');
    for (const edge of printed.edges) {
      expect(Object.keys(edge)).toEqual(order.filter((key) => key in edge));
      for (const e of edge.evidence) expect(Object.keys(e)).toEqual(ofEvidence.filter((key) => key in e));
    }
  });

  test('is one line an element, and the same bytes every time', () => {
    const lines = graphJson(graph).split('\n');
    expect(lines.filter((l) => l.startsWith('{"id":'))).toHaveLength(
      graph.reports.length + graph.nodes.length + graph.edges.length,
    );
    expect(graphJson(buildGraph(files, knowledge))).toBe(graphJson(graph));
  });

  test.each(['reports', 'nodes', 'edges'] as const)('%s are sorted by id, no id twice', (key) => {
    const ids = graph[key].map((x) => x.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe('nodes', () => {
  test('have ids of their label, and aliases beside their name', () => {
    for (const { id, label, name, aliases } of graph.nodes) {
      expect(NODE_LABELS).toContain(label);
      expect(id.startsWith(`${label}:`), id).toBe(true);
      expect(id, id).not.toMatch(/[\s“”"]|undefined|null|\/\/|:$|\/$/);
      expect(name.trim(), id).toBe(name);
      expect(name, id).not.toBe('');
      expect(aliases, id).not.toContain(name);
      expect(aliases, id).toEqual([...new Set(aliases)].sort());
    }
  });

  test('are mentioned where the source names them', () => {
    const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]/g, '');
    const strangers = graph.nodes
      .filter((n) => n.label !== 'Indicator')
      .flatMap(({ id, name, aliases, mentions }) => {
        const names = [name, ...aliases].map(plain);
        return mentions
          .map(({ report, start, end }) => readableSlice(report, start, end))
          .filter((slice) => !names.includes(plain(slice)))
          .map((slice) => `${id} is not called ${slice}`);
      });
    expect(strangers).toEqual([]);
  });

  test('lie inside their source', () => {
    for (const { id, mentions } of graph.nodes)
      for (const { report, start, end } of mentions) {
        expect(0 <= start && start < end && end <= sourceOf(report).length, `${id} ${start}-${end}`).toBe(
          true,
        );
      }
  });
});

describe('edges', () => {
  test('join nodes of the graph, of types the ontology allows', () => {
    for (const { id, type, from, to } of graph.edges) {
      const [a, b] = [nodes.get(from)?.label, nodes.get(to)?.label];
      expect(a !== undefined && b !== undefined, id).toBe(true);
      expect(EDGE_TYPES, id).toContain(type);
      if (type === '指标') expect([['Town', 'Region'].includes(a ?? ''), b], id).toEqual([true, 'Indicator']);
      else {
        const rule = RELATIONS[type as RelationType];
        expect(rule.from, id).toContain(a);
        expect(rule.to, id).toContain(b);
      }
      expect(from, id).not.toBe(to);
    }
  });

  test('have the ids their parts give', () => {
    for (const { id, type, from, to, status, year } of graph.edges)
      expect(id).toBe(edgeId(type, from, to, status, year));
  });

  test('are supported by reports that name both ends: none is left without them when a report is taken away', () => {
    const named = new Map(
      graph.nodes.map(({ id, mentions }) => [id, new Set(mentions.map((m) => m.report))]),
    );
    const without = graph.edges.flatMap(({ id, from, to, evidence }) =>
      evidence
        .filter(({ report }) => ![from, to].every((end) => named.get(end)?.has(report)))
        .map(({ report }) => `${id} by ${report}`),
    );
    expect(without).toEqual([]);
  });

  test('state what the newest evidence that states it does', () => {
    const ages = new Map(graph.reports.map((report) => [report.id, ageOf(report)]));
    const stating = graph.edges.filter((edge) => Object.keys(statedOf(edge)).length > 0);
    expect(stating.length).toBeGreaterThan(20);
    for (const edge of graph.edges)
      expect(statedOf(edge), edge.id).toEqual(newestStated(edge.evidence, (id) => ages.get(id) ?? ''));
  });

  test('have evidence, which is what the source says there', () => {
    for (const { id, evidence } of graph.edges) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { report, start, end, text, rule } of evidence) {
        expect(rule, id).toMatch(/^[a-z]+\.[a-z.-]+/);
        expect(readableSlice(report, start, end), id).toBe(text.replace(/\s/g, ''));
      }
    }
  });

  test('that are derived say so of a town whose village does it', () => {
    const text = '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n柳河村完成全域土地综合整治。\n';
    // By rules alone: what the model adds changes with every training.
    const rules = openKnowledge(undefined, RULES_ALONE);
    const told = extract(read({ path: 'a.txt', bytes: Buffer.from(text) }, rules), rules);
    const { edges } = resolve([...extractions, told]);
    const derived = edges.filter((e) => e.derived);
    expect(derived.length).toBeGreaterThan(0);
    for (const edge of derived) {
      const villages = edges.filter((e) => e.type === '位于' && e.to === edge.from).map((e) => e.from);
      const done = edges.filter(
        (e) =>
          e.type === edge.type && e.to === edge.to && e.status === edge.status && villages.includes(e.from),
      );
      expect(done.length, edge.id).toBeGreaterThan(0);
    }
  });
});

describe('order and repetition', () => {
  const bytes = graphJson(graph);

  test('the order of reports changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(extractions, { minLength: extractions.length }), (shuffled) => {
        expect(graphJson(resolve(shuffled))).toBe(bytes);
      }),
      { numRuns: 25 },
    );
  });

  test('some reports, in any order and any of them twice, are what they are once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(extractions), fc.shuffledSubarray(extractions), (some, again) => {
        const twice = [...again.filter((e) => some.includes(e)), ...some];
        const once = extractions.filter((e) => some.includes(e));
        expect(graphJson(resolve(twice))).toBe(graphJson(resolve(once)));
      }),
      { numRuns: 25 },
    );
  });

  test('a report adds to a graph and takes nothing away', () => {
    for (const left of extractions) {
      const rest = resolve(extractions.filter((e) => e !== left));
      for (const { id } of rest.nodes) expect(nodes.has(id), id).toBe(true);
    }
  });

  test('a village of one name in two towns is two villages', () => {
    const towns = new Set(
      graph.nodes
        .filter((n) => n.label === 'Village' && n.name === '东坝村')
        .map((n) => n.id.split('/').at(-2)),
    );
    expect([...towns].sort()).toEqual(['白芦镇', '青禾镇']);
  });

  test('a title two towns won is one', () => {
    const winners = graph.edges
      .filter((e) => e.type === '获评' && e.to === 'Honour:浙江省/省级未来乡村' && e.status === 'done')
      .map((e) => e.from.split('/').at(-2));
    expect(new Set(winners).size).toBeGreaterThan(1);
  });
});

// A text that lost its stops is one sentence of a hundred thousand characters; comparing all of its parts with one
// another would take all memory there is.
test.each(['时间：', '青禾镇东坝村获评省级未来乡村，', '增长5%、', '等10家企业'])(
  'a hundred thousand characters of %s are read to the end',
  (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const bytes = new TextEncoder().encode(text);
    const long = extract(read({ path: '长.txt', bytes }, knowledge), knowledge);
    expect(long.report.sentences.at(-1)?.span[1]).toBe(text.length);
    expect(resolve([long]).reports).toHaveLength(1);
  },
);
