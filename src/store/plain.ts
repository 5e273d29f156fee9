/** How a query's values leave a store: the same plain shapes, and the same words, from both engines. */
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import type { QueryResult, Store } from './store.js';

/** Properties that are stated, in order of name; `kind` (label or type) first. */
export function stated(
  kind: Readonly<Record<string, string>>,
  props: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = Object.keys(props)
    .filter((name) => props[name] !== null && props[name] !== undefined)
    .sort();
  return { ...kind, ...Object.fromEntries(names.map((name) => [name, props[name]])) };
}

/** Error text of an engine, one line: what follows is a trace or a drawing of the query. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.trim() ?? '';

export const timeoutError = (seconds: number): StoreError =>
  new StoreError(
    say(
      `查询超过 ${seconds} 秒被中止；请缩小范围，或用 --timeout 放宽`,
      `query stopped after ${seconds} seconds; narrow it, or raise --timeout`,
    ),
  );

/** `query` of a store that can stream: all rows, held at once. */
export const collecting =
  (stream: Store['stream']): Store['query'] =>
  async (cypher, params = {}, options = {}): Promise<QueryResult> => {
    let columns: readonly string[] = [];
    const rows: (readonly unknown[])[] = [];
    const { truncated } = await stream(cypher, params, options, (names, batch) => {
      columns = names;
      rows.push(...batch);
    });
    return { columns, rows, truncated };
  };
