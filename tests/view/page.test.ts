import { describe, expect, it } from 'vitest';
import { renderPage, scriptSafeJson } from '../../src/view/page.js';
import { pageData } from '../../src/view/payload.js';
import { graph, HOSTILE } from './fixture.js';

const TEMPLATE = '<p>before</p><script type="application/json" id="zhentu-data"></script><p>after</p>';
const data = pageData(graph);

describe('scriptSafeJson', () => {
  it.each([
    HOSTILE,
    '<!--<script>',
    '</SCRIPT >',
    'a\u2028b\u2029c',
    '$& $1 $`',
    '\\u003c',
    '"quoted"',
    '】【“”',
  ])('keeps %j as it is and lets nothing end the element', (text) => {
    const json = scriptSafeJson({ text });
    expect(JSON.parse(json)).toEqual({ text });
    expect(json).not.toMatch(/[<\u2028\u2029]/);
  });
});

describe('renderPage', () => {
  it('puts the data into its element and changes nothing else', () => {
    const page = renderPage(TEMPLATE, data);
    const [, json, rest] = /id="zhentu-data">([^<]*)<\/script>(.*)$/.exec(page) ?? [];
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(JSON.stringify(data)));
    expect(rest).toBe('<p>after</p>');
    expect(page.startsWith('<p>before</p>')).toBe(true);
    expect(page).not.toContain('<img');
  });

  it('refuses a template without a place for data', () => {
    expect(() => renderPage('<p></p>', data)).toThrow('no place');
    expect(() => renderPage(renderPage(TEMPLATE, data), data)).toThrow('no place');
  });
});
