/**
 * The named questions: one Cypher file each, described by the comment lines it begins with.
 *
 *   // <the question in Chinese>
 *   // en: <in English>
 *   // param <name> = <default as JSON>: <what it is> | <in English>
 *   // columns: <name>, <name>
 *   // en columns: <English name>, <English name>
 *   // example: <param>=<value> … => <first row on the samples, as JSON>
 *
 * Where the engines need different texts, the embedded one's follows the line `// @embedded`.
 *
 * A Neo4j may hold what others made beside the graph, with ids of any kind. A fact of ours is told by its id, which
 * begins with its type and `|`, an entity by the label its id begins with: asked before anything that needs text.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { packageFile } from '../paths.js';
import type { StoreTarget } from './store.js';

export interface QuestionParameter {
  readonly name: string;
  readonly default: unknown;
  readonly zh: string;
  readonly en: string;
}

export interface QuestionExample {
  /** `name=value`, as after `-p`. */
  readonly params: readonly string[];
  /** The first row on the samples; null where there is none. */
  readonly row: readonly unknown[] | null;
}

export interface Question {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly parameters: readonly QuestionParameter[];
  readonly columns: readonly string[];
  /** What each column is called in English. */
  readonly columnsEn: readonly string[];
  readonly example: QuestionExample;
  readonly cypher: Readonly<Record<StoreTarget['kind'], string>>;
}

const EXTENSION = '.cypher';
const EMBEDDED = /^\/\/ @embedded$/m;
const HEADERS = {
  zh: '// <question>',
  en: '// en: <question>',
  param: '// param <name> = <JSON>: <text> | <English text>',
  columns: '// columns: <name>, <name>',
  columnsEn: '// en columns: <as many English names>',
  example: '// example: <param>=<value> => <row as JSON, or null>',
} as const;
const PARAMETER = /^\/\/ param ([A-Za-z]\w*) = (.+?): (.+) \| (.+)$/;
const EXAMPLE = /^\/\/ example: (.*?)\s*=> (.+)$/;

/** The value, or undefined where the text is not JSON. */
const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const statement = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();

/** Reads one question; throws StoreError, `file:line` first, where its header is not as above. */
export function parseQuestion(id: string, text: string): Question {
  const lines = text.split(/\r?\n/);
  const fail = (line: number, header: keyof typeof HEADERS): StoreError =>
    new StoreError(
      `cypher/questions/${id}${EXTENSION}:${line}: ${say('应为', 'expected')} ${HEADERS[header]}`,
    );
  /** First line of the header `name`, with its number; the end of the file where there is none. */
  const find = (name: string): { at: number; line: string } => {
    const found = lines.findIndex((line) => line.startsWith(`// ${name}`));
    return { at: found < 0 ? lines.length : found + 1, line: lines[found] ?? '' };
  };
  const zh = /^\/\/ (?!en:|param |columns:|example:)(.+)$/.exec(lines[0] ?? '')?.[1];
  const en = /^\/\/ en: (.+)$/.exec(lines[1] ?? '')?.[1];
  if (!zh) throw fail(1, 'zh');
  if (!en) throw fail(2, 'en');
  const parameters = lines.flatMap((line, i): QuestionParameter[] => {
    if (!line.startsWith('// param ')) return [];
    const [, name, value = '', about, english] = PARAMETER.exec(line) ?? [];
    const standard = json(value);
    if (!name || standard === undefined || !about || !english) throw fail(i + 1, 'param');
    return [{ name, default: standard, zh: about, en: english }];
  });
  const listed = (name: string): { at: number; names: readonly string[] } => {
    const { at, line } = find(name);
    return {
      at,
      names: line
        .slice(`// ${name}`.length)
        .split(',')
        .map((one) => one.trim()),
    };
  };
  const columns = listed('columns:');
  if (columns.names.includes('')) throw fail(columns.at, 'columns');
  const english = listed('en columns:');
  if (english.names.includes('') || english.names.length !== columns.names.length)
    throw fail(english.at, 'columnsEn');
  const example = find('example:');
  const [, params = '', rowText = ''] = EXAMPLE.exec(example.line) ?? [];
  const row = json(rowText);
  if (row !== null && !Array.isArray(row)) throw fail(example.at, 'example');
  const [neo4j = '', embedded = neo4j] = lines.join('\n').split(EMBEDDED);
  return {
    id,
    zh,
    en,
    parameters,
    columns: columns.names,
    columnsEn: english.names,
    example: { params: params.split(/\s+/).filter(Boolean), row },
    cypher: { neo4j: statement(neo4j), embedded: statement(embedded) },
  };
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
