/**
 * The server behind the page, where there is one: `zhentu view` marks the page it serves. Opened from a disk the page
 * is all there is.
 */
import type { GraphLabel } from '../../src/model.js';
import type { EdgeType } from '../../src/schema.js';
import type { PageData } from '../../src/view/page-data.js';

export interface Question {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly default: unknown;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly columns: readonly string[];
  readonly columnsEn: readonly string[];
}

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** There are more rows than a page shows. */
  readonly truncated: boolean;
}

export interface FarThing {
  readonly id: string;
  readonly label: GraphLabel;
  readonly name: string;
}

/** Names and sentences of the whole graph, of which the page may hold a part. */
export interface FarFound {
  readonly total: number;
  readonly types: readonly {
    readonly label: GraphLabel;
    readonly total: number;
    readonly hits: readonly FarThing[];
  }[];
  readonly sentences: {
    readonly total: number;
    readonly hits: readonly { readonly text: string; readonly about: FarThing | null }[];
  };
}

/** Every promise is refused with an Error whose message is for the reader. */
export interface Server {
  readonly questions: () => Promise<readonly Question[]>;
  /** Id of a named question, or Cypher. */
  readonly ask: (text: string, params: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly around: (id: string, relation?: EdgeType) => Promise<PageData>;
  readonly find: (text: string) => Promise<FarFound>;
}

const post = async <T>(path: string, body: object): Promise<T> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error('服务已停止：请重新运行 zhentu view / the server has stopped: run zhentu view again');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const { error } = (answer ?? {}) as { error?: unknown };
  throw new Error(typeof error === 'string' ? error : `HTTP ${response.status}`);
};

/** Null for a page that nobody serves. */
export const connect = (): Server | null => {
  if (document.querySelector('meta[name="zhentu-server"]') === null) return null;
  return {
    questions: () => post('/api/questions', {}),
    ask: (text, params) => post('/api/ask', { text, params }),
    around: (id, relation) => post('/api/around', { id, ...(relation === undefined ? {} : { relation }) }),
    find: (text) => post('/api/find', { text }),
  };
};
