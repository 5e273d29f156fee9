import { expect, test } from 'vitest';
import { runQuestions } from '../../src/commands/questions.js';
import { setLanguage } from '../../src/messages.js';
import { loadQuestions } from '../../src/store/questions.js';
import { parametersOf } from '../../src/store/readonly.js';

test('every question stands with its parameters and their defaults', async () => {
  const text = await runQuestions();
  for (const { id, zh, parameters } of await loadQuestions()) {
    expect(text).toContain(`${id}\n  ${zh}\n`);
    for (const { name, default: standard } of parameters) {
      expect(text).toContain(`  -p ${name}=${JSON.stringify(standard)}  `);
    }
  }
});

test('in English on demand', async () => {
  setLanguage('en');
  try {
    expect(await runQuestions()).toContain('Which programmes do several reporting towns carry out?');
  } finally {
    setLanguage('zh');
  }
});

test('the header names exactly the parameters the Cypher uses, and the answer has one order', async () => {
  for (const { id, cypher, parameters } of await loadQuestions()) {
    const named = parameters.map((parameter) => parameter.name).sort();
    expect([id, ...parametersOf(cypher).sort()]).toEqual([id, ...named]);
    expect(cypher).toMatch(/\nORDER BY .*\.id$/);
  }
});
