/** How a query's values leave a store: the same plain shapes from both engines. */

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
