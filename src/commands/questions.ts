/** `zhentu questions`: what can be asked by name. */
import { say } from '../messages.js';
import { loadQuestions, type Question } from '../store/questions.js';

const block = ({ id, zh, en, parameters, columns, columnsEn, example }: Question): string =>
  [
    id,
    `  ${say(zh, en)}`,
    ...parameters.map(
      (item) => `  -p ${item.name}=${JSON.stringify(item.default)}  ${say(item.zh, item.en)}`,
    ),
    `  ${say('列：', 'columns: ')}${say(columns.join('、'), columns.map((name, i) => `${name} (${columnsEn[i]})`).join(', '))}`,
    `  ${say('例：', 'example: ')}zhentu query ${[id, ...example.params.map((param) => `-p ${param}`)].join(' ')}`,
  ].join('\n');

/** Text for stdout. */
export const runQuestions = async (): Promise<string> =>
  `${(await loadQuestions()).map(block).join('\n\n')}\n`;
