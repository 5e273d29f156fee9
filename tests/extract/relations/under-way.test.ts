/** What is done, and what is under way. */
import { expect, test } from 'vitest';
import { facts, PLAN } from '../reading.js';

test.each<[string, string]>([
  ['推进望湖智慧仓储项目。', '青禾镇 在建 望湖智慧仓储项目 ongoing'],
  ['深入推进污水零直排区建设。', '青禾镇 实施 污水零直排区 ongoing'],
  ['完成污水零直排区建设。', '青禾镇 实施 污水零直排区 done'],
  ['深化污水零直排区建设，全镇水质改善，任务圆满完成。', '青禾镇 实施 污水零直排区 ongoing'],
  ['推进污水零直排区建设，东坝村通过验收。', '青禾镇 实施 污水零直排区 ongoing'],
])('%s', (sentence, fact) => expect(facts(sentence)).toContain(fact));

test('a plan stays a plan', () => {
  expect(facts('推进望湖智慧仓储项目。', { heading: PLAN })).toContain(
    '青禾镇 在建 望湖智慧仓储项目 planned',
  );
});
