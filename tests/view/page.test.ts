import { describe, expect, it } from 'vitest';
import { madeGraph } from '../../scripts/lib/made-graph.mjs';
import { packed, renderPage } from '../../src/view/page.js';
import { pageData } from '../../src/view/payload.js';
import { unpack } from '../../viz/unpack.js';
import { graph, HOSTILE } from './fixture.js';

const TEMPLATE = '<p>before</p><script type="text/plain" id="zhentu-data"></script><p>after</p>';
const data = pageData(graph);

describe('packed', () => {
  it.each([
    HOSTILE,
    '<!--<script>',
    '</SCRIPT >',
    'a\u2028b\u2029c',
    '$& $1 $`',
    '\\u003c',
    '"quoted"',
    '】【“”',
    '\u202e镇\u202c',
    '𠮷𡈽㐂\u0000',
    '镇'.repeat(200_000),
  ])('keeps hostile text %# as it is, and holds no sign of HTML', (text) => {
    const pack = packed({ text });
    expect(unpack(pack)).toEqual({ text });
    expect(pack).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  });

  it('is much shorter than what it says', () => {
    const made = pageData(madeGraph(300, 1200));
    expect(packed(made).length).toBeLessThan(JSON.stringify(made).length / 4);
  });
});

describe('renderPage', () => {
  it('puts the data into its element and changes nothing else', () => {
    const page = renderPage(TEMPLATE, data);
    const [, pack, rest] = /id="zhentu-data">([^<]*)<\/script>(.*)$/.exec(page) ?? [];
    expect(unpack(pack ?? '')).toEqual(JSON.parse(JSON.stringify(data)));
    expect(rest).toBe('<p>after</p>');
    expect(page.startsWith('<p>before</p>')).toBe(true);
    expect(page).not.toContain('<img');
  });

  it('refuses a template without a place for data', () => {
    expect(() => renderPage('<p></p>', data)).toThrow('no place');
    expect(() => renderPage(renderPage(TEMPLATE, data), data)).toThrow('no place');
  });
});
