import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pageData } from '../../../../src/view/payload.js';
import { indexData } from '../../../../viz/data.js';
import { bundle } from '../../../../viz/exports/bundle.js';
import { cell, factsCsv, thingsCsv } from '../../../../viz/exports/csv.js';
import { cypherText } from '../../../../viz/exports/cypher.js';
import { gexf, xml } from '../../../../viz/exports/gexf.js';
import { partOf } from '../../../../viz/exports/part.js';
import { svg } from '../../../../viz/exports/svg.js';
import { initialState, toggleType } from '../../../../viz/state.js';
import { visible } from '../../../../viz/visible.js';
import { speaker } from '../../../../viz/words.js';
import { graph } from '../../fixture.js';
import { hostileData, NAMES } from './hostile.js';

const say = speaker('zh');
const data = indexData(pageData(graph));
const everything = (of = data) => ({ nodes: of.nodes.map((_, i) => i), edges: of.edges.map((_, i) => i) });

/** A reader of CSV as RFC 4180 has it. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g;
  for (const [, value = '', end] of text.replace(/^\uFEFF/, '').matchAll(pattern)) {
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['青禾镇', '青禾镇'],
    ['说“好”', '说“好”'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    [' a', '" a"'],
    [-5, '-5'],
    [null, ''],
    [undefined, ''],
  ])('%j is written %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it('has a line for each sentence of each fact, with its source', () => {
    const [head = [], ...rows] = readCsv(factsCsv(data, everything(), say));
    expect(rows).toHaveLength(data.edges.reduce((sum, { evidence }) => sum + evidence.length, 0));
    const row = rows.find((one) => one.includes('举办')) ?? [];
    expect(Object.fromEntries(head.map((name, index) => [name, row[index]]))).toMatchObject({
      主体: '柳溪镇',
      关系: '举办',
      对象: '荷花节',
      状态: '完成',
      原句: '柳溪镇成功举办荷花节。',
      报告: '柳溪镇2024年政府工作报告',
      文件: 'reports/liuxi.txt',
    });
  });

  it('has no cell a spreadsheet would calculate, whatever the reports say, and loses none', () => {
    for (const text of [
      thingsCsv(hostileData, everything(hostileData), say),
      factsCsv(hostileData, everything(hostileData), say),
    ]) {
      const cells = readCsv(text).flat();
      expect(cells.filter((one) => /^[\s\u0000]*[=+\-@＝]/u.test(one))).toEqual([]);
      for (const name of NAMES) expect(cells.some((one) => one === name || one === `'${name}`)).toBe(true);
    }
  });

  it('is of what is shown', () => {
    const shown = visible(data, toggleType(initialState, 'Village'));
    const part = partOf(data, shown);
    expect(readCsv(thingsCsv(data, part, say)).length - 1).toBe(shown.nodeCount);
    expect(readCsv(factsCsv(data, part, say)).map(([subject]) => subject)).not.toContain('东坝村');
  });
});

describe('GEXF', () => {
  it('has every node and edge, parallel ones too', () => {
    const text = gexf(data, everything(), say);
    expect(text.match(/<node /g)).toHaveLength(data.nodes.length);
    expect(text.match(/<edge /g)).toHaveLength(data.edges.length);
    expect(text).toContain('<nodes count="9">');
  });

  it('holds no character XML forbids, and no markup of a report', () => {
    const text = gexf(hostileData, everything(hostileData), say);
    expect(text).not.toContain('<script');
    expect(text.replace(/[\n]/g, '')).not.toMatch(/[\u0000-\u001F]|\p{Surrogate}/u);
    expect(xml('a\u0007<b>&"\n')).toBe('a\uFFFD&lt;b&gt;&amp;&quot;&#10;');
  });
});

describe('Cypher', () => {
  it('ends no text before its quote, and no statement before its end', () => {
    const statements = cypherText(hostileData, everything(hostileData)).split(';\n');
    expect(statements.at(-1)).toBe('');
    for (const statement of statements.slice(0, -1)) {
      expect(statement).toMatch(/^(?:CREATE CONSTRAINT zhentu_id|UNWIND \[)/);
      const bare = statement.replace(/'(?:[^'\\]|\\.)*'/g, "''");
      expect(bare).not.toMatch(/DETACH|DELETE|'[^',\]} +]/);
      expect(statement).not.toMatch(/\\u/i);
    }
  });
});

describe('the bundle', () => {
  it('holds all of them, and is the same each time', () => {
    const made = bundle(data, everything(), say);
    const files = unzipSync(made);
    expect(Object.keys(files).sort()).toEqual([
      'facts.csv',
      'graph.gexf',
      'load.cypher',
      'things.csv',
      '说明.txt',
    ]);
    expect(strFromU8(files['说明.txt'] ?? new Uint8Array())).toContain('条目 9 / 共 9，事实 10 / 共 10');
    expect(bundle(data, everything(), say)).toEqual(made);
  });
});

describe('SVG', () => {
  it('draws lines under discs under texts, and text as text', () => {
    const text = svg({
      width: 100,
      height: 50,
      paper: '#FAFAF7',
      lines: [{ from: [1, 2], to: [3, 4], color: '#111111', width: 1, dash: '4 3' }],
      discs: [{ x: 1, y: 2, r: 9, color: '#222222', name: '<b>' }],
      rings: [{ x: 1, y: 2, r: 12, color: '#222222' }],
      texts: [
        {
          x: 5,
          y: 6,
          text: '</text><script>',
          font: '13px "Noto Sans CJK SC"',
          color: '#333333',
          middle: true,
          rim: ['#FFFFFF', 3.5],
        },
      ],
    });
    expect(text).toMatch(
      /<line [^>]*stroke-dasharray="4 3"[\s\S]*<circle[\s\S]*&lt;\/text&gt;&lt;script&gt;/,
    );
    expect(text).toContain('&quot;Noto Sans CJK SC&quot;');
    expect(text).not.toContain('<script');
  });
});
