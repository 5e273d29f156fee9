/**
 * The shown graph as GEXF 1.3, which Gephi, Gephi Lite and networkx read: places and colours with it.
 *
 * graphology-gexf would bring an XML reader into the page, and it writes characters that XML cannot hold.
 */
import { LABEL_STYLE } from '../../src/schema.js';
import { at, type Data, edgeId, nameOf } from '../data.js';
import { standingOf } from '../visible.js';
import { type Say, standingName, typeName } from '../words.js';
import type { Part } from './part.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no form for, a control character or half a pair, becomes U+FFFD. */
export const clean = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');

/** Text in an attribute or element. */
export const xml = (text: string): string =>
  clean(text)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    // Written out, or a reader would make blanks of them.
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Attribute = readonly [id: string, title: string, type: 'string' | 'integer' | 'boolean'];

const NODE_ATTRIBUTES: readonly Attribute[] = [
  ['label', 'label', 'string'],
  ['type', 'type', 'string'],
  ['aliases', 'aliases', 'string'],
  ['towns', 'towns', 'string'],
  ['support', 'support', 'integer'],
];
const EDGE_ATTRIBUTES: readonly Attribute[] = [
  ['relation', 'relation', 'string'],
  ['status', 'status', 'string'],
  ['year', 'year', 'integer'],
  ['derived', 'derived', 'boolean'],
  ['evidence', 'evidence', 'string'],
];

const declare = (kind: 'node' | 'edge', attributes: readonly Attribute[]): string => {
  const items = attributes.map(
    ([id, title, type]) => `<attribute id="${id}" title="${title}" type="${type}"/>`,
  );
  return `<attributes class="${kind}">${items.join('')}</attributes>`;
};

const values = (entries: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const items = Object.entries(entries)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([id, value]) => `<attvalue for="${id}" value="${xml(String(value))}"/>`);
  return `<attvalues>${items.join('')}</attvalues>`;
};

const colour = (hex: string): string => {
  const [r, g, b] = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
};

export const gexf = (data: Data, { nodes, edges }: Part, say: Say): string => {
  const nodeLines = nodes.map((index) => {
    const node = at(data.nodes, index);
    const attributes = values({
      label: node.label,
      type: typeName(node.label, say),
      aliases: (node.aliases ?? []).join('、'),
      towns: node.towns.map((town) => at(data.nodes, town).name).join('、'),
      support: node.support,
    });
    const size = 4 + 2 * Math.sqrt(node.support);
    return `<node id="${xml(node.id)}" label="${xml(nameOf(node))}">${attributes}${colour(LABEL_STYLE[node.label].color)}<viz:position x="${node.x}" y="${node.y}" z="0"/><viz:size value="${size.toFixed(2)}"/></node>`;
  });
  const edgeLines = edges.map((index) => {
    const edge = at(data.edges, index);
    const standing = standingOf(edge);
    const sentences = [...new Set(edge.evidence.map(([number]) => at(data.sentences, number).text))];
    const attributes = values({
      relation: edge.type,
      status: standing === 'none' ? '' : standingName(standing, say),
      year: edge.year,
      derived: edge.derived,
      evidence: sentences.join('\n'),
    });
    const [from, to] = [at(data.nodes, edge.from).id, at(data.nodes, edge.to).id];
    return `<edge id="${xml(edgeId(data, edge))}" source="${xml(from)}" target="${xml(to)}" kind="${edge.type}" label="${edge.type}" weight="${sentences.length}">${attributes}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<meta><creator>zhentu</creator></meta>',
    '<graph defaultedgetype="directed" mode="static">',
    declare('node', NODE_ATTRIBUTES),
    declare('edge', EDGE_ATTRIBUTES),
    `<nodes count="${nodes.length}">`,
    ...nodeLines,
    '</nodes>',
    `<edges count="${edges.length}">`,
    ...edgeLines,
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
};
