/**
 * What a query may be: a reading of the graph, nothing else.
 *
 * Each engine is asked as well, but the embedded one calls `COPY … TO`, `EXPORT DATABASE`, `INSTALL` and
 * `LOAD FROM` reading, and those touch files and the network.
 */
import { StoreError } from '../errors.js';
import { say } from '../messages.js';

/** Comments, quoted strings and quoted names blanked: what remains are keywords, plain names and `$parameters`. */
export const bareCypher = (cypher: string): string =>
  cypher.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`/g,
    ' ',
  );

/** Names of the parameters a text uses, in order of first use. */
export const parametersOf = (cypher: string): string[] => [
  ...new Set(
    [...bareCypher(cypher).matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)].map((match) => match[1] as string),
  ),
];

export const readOnlyError = (): StoreError =>
  new StoreError(
    say(
      '只读：query 只能查询（MATCH … RETURN），不能写入；要改图，请改报告或词库后重新运行 zhentu build 或 load',
      'read-only: query may only read (MATCH … RETURN); to change the graph, change reports or lexicon and run zhentu build or load again',
    ),
  );

const READING = /^(MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL|EXPLAIN|PROFILE)$/i;

/** Throws StoreError unless the embedded engine may be given this text. */
export function refuseFileAccess(cypher: string): void {
  const words = bareCypher(cypher).match(/[\p{L}_$][\p{L}\p{N}_]*/gu) ?? [];
  const first = words.find((word) => !/^(EXPLAIN|PROFILE|LOGICAL)$/i.test(word));
  const loads = words.some((word, i) => /^LOAD$/i.test(word) && /^(FROM|WITH)$/i.test(words[i + 1] ?? ''));
  // An unknown first word is left to the parser, which says better what is wrong with it.
  const foreign =
    /^(COPY|EXPORT|IMPORT|INSTALL|UNINSTALL|UPDATE|LOAD|ATTACH|DETACH|USE|BEGIN|COMMIT|ROLLBACK|CHECKPOINT|CREATE|MERGE|DELETE|DROP|ALTER|COMMENT|FORCE)$/i;
  if (loads || (first !== undefined && !READING.test(first) && foreign.test(first))) throw readOnlyError();
}
