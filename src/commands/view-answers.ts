/**
 * What the served page may ask beyond itself: the named questions, a query over the embedded store, and, where the
 * graph is larger than a page, a thing's surroundings and names the page does not hold.
 *
 * Queries pass the same guard and time limit as those of `zhentu query`. The whole graph is read when first asked for
 * and again after another build.
 */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { Graph } from '../model.js';
import { EDGE_TYPES } from '../schema.js';
import { loadQuestions } from '../store/questions.js';
import type { PageData } from '../view/page-data.js';
import { partAround } from '../view/part.js';
import { pageData } from '../view/payload.js';
import { type SearchIndex, searchFor, searchIndex } from '../view/search.js';
import { query } from './query.js';

/** Rows and seconds of a question asked from the page. */
const MOST_ROWS = 1000;
const MOST_SECONDS = 30;
const AT_ONCE = 2;
const FOUND = { perType: 8, sentences: 8 };

export type Answer = (body: Readonly<Record<string, unknown>>) => Promise<unknown>;

const wrong = (what: string): UsageError =>
  new UsageError(say(`请求有误：${what}`, `wrong request: ${what}`));

const textOf = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(name);
};

/** Answers by path; what is not listed is not there. */
export const openAnswers = (dir: string): Readonly<Record<string, Answer>> => {
  let whole: { readonly stamp: string; readonly data: PageData; index?: SearchIndex } | undefined;
  let running = 0;

  const wholeGraph = async (): Promise<{ data: PageData; index?: SearchIndex }> => {
    const file = join(dir, 'graph.json');
    if (!existsSync(file)) {
      throw new UsageError(
        say(
          `${file}：没有这个文件；请重新运行 zhentu build`,
          `${file}: no such file; run zhentu build again`,
        ),
      );
    }
    const { mtimeMs, size } = await stat(file);
    const stamp = `${mtimeMs} ${size}`;
    if (whole?.stamp !== stamp) {
      whole = { stamp, data: pageData(JSON.parse(await readFile(file, 'utf8')) as Graph) };
    }
    return whole;
  };

  return {
    '/api/questions': async () => {
      const questions = await loadQuestions();
      return questions.map(({ cypher: _, example: __, ...question }) => question);
    },
    '/api/ask': async (body) => {
      const params = body.params ?? {};
      if (typeof params !== 'object' || Array.isArray(params)) throw wrong('params');
      const param = Object.entries(params as object).map(([name, value]) => `${name}=${value}`);
      if (running >= AT_ONCE) {
        throw new UsageError(
          say(
            '前面的查询还没有结束，请稍候再问',
            'earlier questions are still being answered, try again soon',
          ),
        );
      }
      running += 1;
      try {
        return await query(textOf(body, 'text'), {
          on: dir,
          param,
          limit: MOST_ROWS,
          timeout: MOST_SECONDS,
        });
      } finally {
        running -= 1;
      }
    },
    '/api/around': async (body) => {
      const relation = EDGE_TYPES.find((type) => type === body.relation);
      if (relation === undefined && body.relation !== undefined) throw wrong('relation');
      const part = partAround((await wholeGraph()).data, textOf(body, 'id'), relation);
      if (part === null) throw wrong('id');
      return part;
    },
    '/api/find': async (body) => {
      const found = await wholeGraph();
      found.index ??= searchIndex(found.data);
      const { data, index } = found;
      const { total, types, sentences } = searchFor(index, textOf(body, 'text'), FOUND);
      const thing = (node: number): object => {
        const { id, label, name } = data.nodes[node] ?? {};
        return { id, label, name };
      };
      return {
        total,
        types: types.map(({ hits, ...type }) => ({ ...type, hits: hits.map(({ node }) => thing(node)) })),
        sentences: {
          total: sentences.total,
          hits: sentences.hits.map(({ sentence, facts: [fact] }) => ({
            text: data.sentences[sentence]?.text,
            about: fact === undefined ? null : thing(data.edges[fact]?.from ?? -1),
          })),
        },
      };
    },
  };
};
