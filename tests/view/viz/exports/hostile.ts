/** A graph whose names and sentences try to be something else: formulas, markup, Cypher, characters no XML can hold. */

import { pageData } from '../../../../src/view/payload.js';
import type { Data } from '../../../../viz/data.js';
import { indexData } from '../../../../viz/data.js';
import { graph } from '../../fixture.js';

export const NAMES = [
  '=HYPERLINK("http://x.example","点")',
  '+1|cmd',
  '-2+3',
  '@SUM(A1)',
  ' \t=1',
  '＝1',
  '\u0000=1',
  '</node><script>alert(1)</script>',
  "'}) MATCH (n) DETACH DELETE n //",
  'a\\u0027}) MATCH (n) DETACH DELETE n //',
  'back\\',
  '两行\r\n和\t格;\n:exit',
  'bell\u0007half\uD800pair',
  '"引号", 逗号',
  '\u{2A6A5}𠮷',
];

const node = graph.nodes.find(({ label }) => label === 'Product');
const edge = graph.edges.find(({ type }) => type === '拥有');

/** The fixture with a product for each name, each owned by the same town in a sentence that repeats the name. */
export const hostileGraph: typeof graph =
  node === undefined || edge === undefined
    ? graph
    : {
        ...graph,
        nodes: [
          ...graph.nodes,
          ...NAMES.map((name, index) => ({
            ...node,
            id: `Product:hostile ${index} ${name}`,
            name,
            aliases: [name],
            mentions: [],
          })),
        ],
        edges: [
          ...graph.edges,
          ...NAMES.map((name, index) => {
            const to = `Product:hostile ${index} ${name}`;
            const evidence = edge.evidence.map((one) => ({ ...one, text: `推出${name}。` }));
            return { ...edge, id: ['拥有', edge.from, to, '', ''].join('|'), to, evidence };
          }),
        ],
      };

export const hostileData: Data = indexData(pageData(hostileGraph));
