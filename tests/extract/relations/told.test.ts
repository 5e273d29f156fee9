/** What is told of a project behind the clause that names it. */
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/extract/index.js';
import { openKnowledge } from '../../../src/knowledge.js';
import { readText } from '../../../src/read/index.js';
import { facts } from '../reading.js';

const PROJECT = '柳河大桥新建工程';
const told = (sentence: string): string[] =>
  facts(sentence)
    .filter((fact) => fact.includes(PROJECT))
    .map((fact) => fact.replace(`青禾镇 `, '').replace(`${PROJECT} `, ''));

test.each<[string, string[]]>([
  [`${PROJECT}，总投资3亿元，3月开工建设，目前已竣工。`, ['开工 done 3亿元', '竣工 done 3亿元']],
  [`${PROJECT}总投资3亿元，预计2024年3月开工建设，12月竣工。`, ['开工 planned 3亿元', '竣工 planned 3亿元']],
  [`${PROJECT}：该项目位于东坝村。目前已竣工。`, ['竣工 done']],
  // Another name has a stage of its own.
  [`${PROJECT}开工建设，青禾大桥拓宽工程竣工。`, ['开工 done']],
  // A sentence that does not say that it goes on does not.
  [`${PROJECT}开工建设。全镇道路全部竣工。`, ['开工 done']],
  // What did not happen is not told on.
  [`${PROJECT}开工建设，未能如期竣工。`, []],
])('%s', (sentence, stages) => {
  expect(told(sentence).sort()).toEqual(stages.sort());
});

test('a new line begins anew', () => {
  expect(told(`${PROJECT}开工建设。\n目前已竣工的还有其他。`)).toEqual(['开工 done']);
});

test('the sentence that tells it is kept as its evidence', () => {
  const { engine, atlas } = openKnowledge();
  const text = `浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n${PROJECT}：该项目位于东坝村。目前已竣工。\n`;
  const { report, relations } = readDocument(readText('a.txt', text, atlas), engine, atlas);
  const told = relations.find(({ relation }) => relation === '竣工');
  expect(report.text.slice(...(told?.span ?? [0, 0]))).toBe('目前已竣工。');
});
