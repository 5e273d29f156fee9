import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../src/commands/query.js';
import { openStore } from '../../../src/store/open.js';
import { pageData } from '../../../src/view/payload.js';
import { indexData } from '../../../viz/data.js';
import { absentIds, rowReader } from '../../../viz/served/lit.js';
import { graph, QINGHE } from '../fixture.js';

const data = indexData(pageData(graph));
const read = rowReader(data);
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhentu-lit-'));
  const store = await openStore({ kind: 'embedded', dir });
  await store.load(graph);
  await store.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What the first row of the answer to a real query lights. */
const lit = async (text: string): Promise<{ names: string[]; facts: string[] }> => {
  const [row = []] = (await query(text, { on: dir })).rows;
  const { nodes, facts } = read(row);
  return {
    names: nodes.map((node) => data.nodes[node]?.name ?? '').sort(),
    facts: facts.map((fact) => data.edges[fact]?.type ?? ''),
  };
};

describe('rowReader', () => {
  it.each<[what: string, text: string, names: string[], facts: string[]]>([
    ['a name', "MATCH (t:Town {name: '青禾镇'}) RETURN t.name, 7, null", ['青禾镇'], []],
    [
      'a list of names',
      'MATCH (p:Program)<-[:实施]-(t:Town) RETURN p.name, collect(t.name)',
      ['和美乡村建设', '柳溪镇', '青禾镇'],
      [],
    ],
    ['a node', 'MATCH (e:Event) RETURN e', ['荷花节'], []],
    ['a relationship', 'MATCH (:Town)-[r:举办]->(:Event) RETURN r', ['柳溪镇', '荷花节'], ['举办']],
    ['a path', 'MATCH p = (:Town)-[:举办]->(:Event) RETURN p', ['柳溪镇', '荷花节'], ['举办']],
    [
      'names with evidence',
      'MATCH (v:Village)-[r:获评]->(h:Honour) RETURN v.name, h.name, r.evidence',
      ['东坝村', '云川市文明村'],
      ['获评'],
    ],
    ['a figure, whose name says nothing', 'MATCH (i:Indicator) RETURN i.name, i.value', [], []],
    ['a text that is no name', "RETURN '青禾镇的', '{\"report\":1', 'constructor'", [], []],
  ])('reads %s', async (_, text, names, facts) => {
    expect(await lit(text)).toEqual({ names, facts });
  });
});

describe('absentIds', () => {
  it('names the nodes of an answer that the page does not hold', () => {
    const rows = [
      [{ id: QINGHE, label: 'Town' }],
      [[{ id: 'Company:x', label: 'Company' }], 'Company:y', null],
    ];
    expect(absentIds(data, rows)).toEqual(['Company:x']);
  });
});
