/**
 * The named questions: one Cypher file each, described by the comment lines it begins with.
 *
 *   // <the question in Chinese>
 *   // en: <in English>
 *   // param <name> = <default as JSON>: <what it is>
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { packageFile } from '../paths.js';

export interface QuestionParameter {
  readonly name: string;
  readonly default: unknown;
  readonly about: string;
}

export interface Question {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly parameters: readonly QuestionParameter[];
  readonly cypher: string;
}

const EXTENSION = '.cypher';
const PARAMETER = /^\/\/ param ([A-Za-z]\w*) = (.+?): (.+)$/;

/** Reads one question; throws StoreError, `file:line` first, where its header is not as above. */
export function parseQuestion(id: string, text: string): Question {
  const fail = (line: number, expected: string): StoreError =>
    new StoreError(`cypher/questions/${id}${EXTENSION}:${line}: ${say('应为', 'expected')} ${expected}`);
  const lines = text.split(/\r?\n/);
  const zh = /^\/\/ (?!en:|param )(.+)$/.exec(lines[0] ?? '')?.[1];
  const en = /^\/\/ en: (.+)$/.exec(lines[1] ?? '')?.[1];
  if (!zh) throw fail(1, '// <question>');
  if (!en) throw fail(2, '// en: <question>');
  const parameters = lines.flatMap((line, i): QuestionParameter[] => {
    if (!line.startsWith('// param')) return [];
    const [, name, value, about] = PARAMETER.exec(line) ?? [];
    if (!name || !value || !about) throw fail(i + 1, '// param <name> = <JSON>: <text>');
    try {
      return [{ name, default: JSON.parse(value), about }];
    } catch {
      throw fail(i + 1, '// param <name> = <JSON>: <text>');
    }
  });
  const cypher = lines
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
  return { id, zh, en, parameters, cypher };
}

/** Every question, by id. */
export async function loadQuestions(dir = packageFile('cypher/questions')): Promise<Question[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(EXTENSION)).sort();
  return Promise.all(
    names.map(async (name) =>
      parseQuestion(name.slice(0, -EXTENSION.length), await readFile(join(dir, name), 'utf8')),
    ),
  );
}
