/** Everything that is shown in one zip: to load into Neo4j, to read in a spreadsheet, to open in Gephi. */
import { strToU8, zipSync } from 'fflate';
import type { Data } from '../data.js';
import type { Say } from '../words.js';
import { factsCsv, thingsCsv } from './csv.js';
import { cypherText } from './cypher.js';
import { gexf } from './gexf.js';
import type { Part } from './part.js';

/** Files of a zip bear a time; the same view shall give the same bytes. */
const MADE = new Date(2000, 0, 1);

const explain = (data: Data, { nodes, edges }: Part, say: Say): string =>
  [
    say('镇图导出', 'Export of zhentu'),
    '',
    say(
      `条目 ${nodes.length} / 共 ${data.nodes.length}，事实 ${edges.length} / 共 ${data.edges.length}：导出时页面上显示的部分。`,
      `${nodes.length} of ${data.nodes.length} things and ${edges.length} of ${data.edges.length} facts: what the page showed.`,
    ),
    '',
    say('things.csv    条目，可用表格软件打开', 'things.csv    the things, for a spreadsheet'),
    say('facts.csv     事实，每句原文一行', 'facts.csv     the facts, a line for each sentence'),
    say('graph.gexf    图，可用 Gephi 打开', 'graph.gexf    the graph, for Gephi'),
    say(
      'load.cypher   载入 Neo4j：cypher-shell -f load.cypher，或在 Neo4j Browser 中粘贴运行；可重复运行',
      'load.cypher   for Neo4j: cypher-shell -f load.cypher, or paste it into Neo4j Browser; may be run again',
    ),
    '',
  ].join('\r\n');

export const bundle = (data: Data, part: Part, say: Say): Uint8Array<ArrayBuffer> =>
  zipSync(
    {
      [say('说明.txt', 'README.txt')]: strToU8(`\uFEFF${explain(data, part, say)}`),
      'things.csv': strToU8(thingsCsv(data, part, say)),
      'facts.csv': strToU8(factsCsv(data, part, say)),
      'graph.gexf': strToU8(gexf(data, part, say)),
      'load.cypher': strToU8(cypherText(data, part)),
    },
    { mtime: MADE },
  );
