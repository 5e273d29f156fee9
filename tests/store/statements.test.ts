import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/paths.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../../src/schema.js';
import { batches } from '../../src/store/batches.js';
import { EDGE_COLUMNS, EDGE_ENDS, NODE_COLUMNS } from '../../src/store/columns.js';
import { schemaFile } from '../../src/store/neo4j-schema.js';
import { loadQuestions, parseQuestion } from '../../src/store/questions.js';
import { bareCypher, parametersOf } from '../../src/store/readonly.js';
import { graphRows } from '../../src/store/rows.js';
import { EMBEDDED_SCHEMA, mergeEdges, mergeNodes } from '../../src/store/statements.js';
import { styleFile } from '../../src/store/style.js';
import { graph } from './fixture.js';

test('cypher/schema.cypher is what the ontology gives (vitest -u writes it)', async () => {
  await expect(schemaFile()).toMatchFileSnapshot(packageFile('cypher/schema.cypher'));
});

test('cypher/style.grass is what the palette gives (vitest -u writes it)', async () => {
  await expect(styleFile()).toMatchFileSnapshot(packageFile('cypher/style.grass'));
});

test('a property has one type under every label', () => {
  const types = new Map<string, Set<string>>();
  for (const columns of Object.values(NODE_COLUMNS)) {
    for (const [name, type] of Object.entries(columns)) {
      types.set(name, new Set([...(types.get(name) ?? []), type]));
    }
  }
  expect([...types].filter(([, found]) => found.size > 1)).toEqual([]);
  expect(Object.keys(EDGE_COLUMNS)).toContain('evidence');
});

test('every label and type has its table, and every edge its ends', () => {
  for (const label of NODE_LABELS) {
    expect(EMBEDDED_SCHEMA.filter((line) => line.startsWith(`CREATE NODE TABLE \`${label}\``))).toHaveLength(
      1,
    );
    expect(mergeNodes(label)).toContain(`SET n:\`${label}\``);
  }
  for (const type of STORE_EDGE_TYPES) {
    expect(EMBEDDED_SCHEMA.filter((line) => line.startsWith(`CREATE REL TABLE \`${type}\``))).toHaveLength(1);
    expect(mergeEdges(type)).toContain(`[e:\`${type}\` {id: row.id}]`);
    expect(EDGE_ENDS[type].from.length * EDGE_ENDS[type].to.length).toBeGreaterThan(0);
  }
});

test('rows do not depend on the order of the graph', () => {
  const mixed = { ...graph, nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() };
  expect(graphRows(mixed)).toEqual(graphRows(graph));
});

describe('batches', () => {
  test.each<[string, string[], number, number, number[]]>([
    ['nothing', [], 2, 100, []],
    ['by number', ['a', 'b', 'c'], 2, 100, [2, 1]],
    ['by size', ['aaaa', 'bbbb', 'c'], 9, 14, [1, 2]],
    ['by size, whatever the letters', ['中中', '中中', 'c'], 9, 9, [1, 1, 1]],
    ['one too large stands alone', ['a', 'b'.repeat(50), 'c'], 9, 9, [1, 1, 1]],
  ])('%s', (_name, rows, maxRows, maxBytes, sizes) => {
    const found = batches(rows, maxRows, maxBytes);
    expect(found.map((batch) => batch.length)).toEqual(sizes);
    expect(found.flat()).toEqual(rows);
  });
});

describe('Cypher text without strings, names and comments', () => {
  test.each([
    ['RETURN "a \\" $b", $c // $d\n, $e', ['c', 'e']],
    ["RETURN 'it''s' + $名称 /* $x */", ['名称']],
    ['MATCH (`$n`) RETURN $n, $n', ['n']],
    ['RETURN 1', []],
  ])('%s', (cypher, names) => {
    expect(parametersOf(cypher)).toEqual(names);
    expect(bareCypher(cypher)).not.toMatch(/["'`]/);
  });
});

describe('the header of a question', () => {
  const text = [
    '// 有几个镇？',
    '// en: How many towns?',
    '// param town = "": 名称 | the name',
    '// columns: 镇, 数',
    '// en columns: Town, Number',
    '// example: town=青禾 => ["青禾镇", 1]',
    '// a remark',
    'RETURN $town',
    '',
  ].join('\n');

  test('is read, and left out of the Cypher', () => {
    expect(parseQuestion('towns', text)).toEqual({
      id: 'towns',
      zh: '有几个镇？',
      en: 'How many towns?',
      parameters: [{ name: 'town', default: '', zh: '名称', en: 'the name' }],
      columns: ['镇', '数'],
      columnsEn: ['Town', 'Number'],
      example: { params: ['town=青禾'], row: ['青禾镇', 1] },
      cypher: { neo4j: 'RETURN $town', embedded: 'RETURN $town' },
    });
  });

  test('the embedded engine may have a text of its own', () => {
    const { cypher } = parseQuestion('towns', `${text}// @embedded\n// why\nRETURN 2\n`);
    expect(cypher).toEqual({ neo4j: 'RETURN $town', embedded: 'RETURN 2' });
  });

  test.each([
    ['no question', 'RETURN 1', /towns\.cypher:1:/],
    ['no English', '// 有几个镇？\nRETURN 1', /towns\.cypher:2:/],
    ['default that is not JSON', text.replace('""', 'x'), /towns\.cypher:3:/],
    ['parameter without words', text.replace(': 名称', ''), /towns\.cypher:3:/],
    ['parameter without English', text.replace(' | the name', ''), /towns\.cypher:3:/],
    ['no columns', text.replace('镇, 数', ''), /towns\.cypher:4:/],
    ['no English columns', text.replace('// en columns: Town, Number\n', ''), /towns\.cypher:8:/],
    ['too few English columns', text.replace('Town, Number', 'Town'), /towns\.cypher:5:/],
    ['example that is no row', text.replace('["青禾镇", 1]', '青禾镇'), /towns\.cypher:6:/],
  ])('%s is refused with its line', (_name, wrong, message) => {
    expect(() => parseQuestion('towns', wrong)).toThrow(message);
  });

  test('names every column of every question in English', async () => {
    for (const { id, columns, columnsEn } of await loadQuestions()) {
      expect(columnsEn, id).toHaveLength(columns.length);
      expect(new Set(columnsEn).size, id).toBe(columns.length);
      expect(columnsEn.join(), id).toMatch(/^[A-Za-z0-9 (),]+$/);
    }
  });
});
