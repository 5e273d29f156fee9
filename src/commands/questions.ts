/** `zhentu questions`: what can be asked by name. */
import { say } from '../messages.js';
import { loadQuestions, type Question } from '../store/questions.js';

const block = ({ id, zh, en, parameters }: Question): string =>
  [
    id,
    `  ${say(zh, en)}`,
    ...parameters.map(
      ({ name, default: standard, about }) => `  -p ${name}=${JSON.stringify(standard)}  ${about}`,
    ),
  ].join('\n');

/** Text for stdout. */
export const runQuestions = async (): Promise<string> =>
  `${(await loadQuestions()).map(block).join('\n\n')}\n`;
