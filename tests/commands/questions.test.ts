import { expect, test } from 'vitest';
import { runQuestions } from '../../src/commands/questions.js';
import { setLanguage } from '../../src/messages.js';
import { loadQuestions } from '../../src/store/questions.js';
import { parametersOf } from '../../src/store/readonly.js';

test('every question stands with its parameters and their defaults', async () => {
  const text = await runQuestions();
  for (const { id, zh, parameters } of await loadQuestions()) {
    expect(text).toContain(`${id}\n  ${zh}\n`);
    for (const item of parameters) {
      expect(text).toContain(`  -p ${item.name}=${JSON.stringify(item.default)}  ${item.zh}\n`);
    }
  }
});

test('in English on demand', async () => {
  setLanguage('en');
  try {
    const text = await runQuestions();
    expect(text).toContain('Which programmes do several reporting towns carry out?');
    // Names of columns and of places in examples stay as they are.
    expect(
      text.replaceAll(/^ {2}(columns|example): .*$/gm, '').replaceAll(/(国家|省|市|县)级|未来乡村/g, ''),
    ).not.toMatch(/\p{Script=Han}/u);
  } finally {
    setLanguage('zh');
  }
});

/** Where a row stands for many facts, the names it is grouped by are its identity. */
const GROUPED: Readonly<Record<string, RegExp>> = {
  'amount-by-stage': /, stage, status$/,
  'duplicates-suspected': / kind, name$/,
  'common-ground': /, id$/,
};

test('the header names exactly the parameters the Cypher uses, and the answer has one order', async () => {
  const questions = await loadQuestions();
  expect(questions.length).toBeGreaterThanOrEqual(20);
  for (const { id, cypher, parameters } of questions) {
    for (const text of Object.values(cypher)) {
      const named = parameters.map((parameter) => parameter.name).sort();
      expect([id, ...parametersOf(text).sort()]).toEqual([id, ...named]);
      const order = /\nORDER BY [^\n]*$/.exec(text)?.[0] ?? '';
      expect([id, order]).toEqual([id, expect.stringMatching(GROUPED[id] ?? /\.id$/)]);
    }
  }
});

/** A path of no stated most: after the star no number, or one with `..` and nothing after it. */
const UNBOUNDED = /-\[[^\]]*?\*(?!\s*[A-Z ]*(?:\d+(?![\d\s]*\.\.|\d)|\d*\s*\.\.\s*\d))/i;

test.each([
  '*]',
  ':位于*]',
  'e:位于 * ]',
  '*1..]',
  '*2..]',
  '*12 .. ]',
  '*..]',
  '* ALL SHORTEST]',
  '*1.. (r, n | WHERE r.year > 1)]',
])('a path -[%s is of open length', (path) => expect(`MATCH (a)-[${path}-(b)`).toMatch(UNBOUNDED));

test.each([
  '*2]',
  ':位于*1..4]',
  '*..4]',
  '* 1 .. 12 ]',
  '* ALL SHORTEST 1..4 (r, n | WHERE r.year > 1)]',
  ':位于]',
])('a path -[%s is not', (path) => expect(`MATCH (a)-[${path}-(b) RETURN count(*)`).not.toMatch(UNBOUNDED));

test('no question rests on full-text search, and every path of open length is bounded', async () => {
  for (const { cypher } of await loadQuestions()) {
    for (const text of Object.values(cypher)) {
      expect(text).not.toMatch(/fulltext|CALL/i);
      expect(text).not.toMatch(UNBOUNDED);
    }
  }
});
