/**
 * What a query may be: a reading of the graph, nothing else.
 *
 * Each engine is asked as well, but each calls reading what touches files and the network: the embedded one
 * `COPY … TO`, `EXPORT DATABASE`, `INSTALL` and `LOAD FROM`, Neo4j `LOAD CSV` and many a procedure.
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

const beyondError = (zh: string, en: string): StoreError =>
  new StoreError(
    say(
      `只读：query 只能查询图（MATCH … RETURN），${zh}`,
      `read-only: query may only read the graph (MATCH … RETURN), ${en}`,
    ),
  );

/** Of the server's own procedures those that tell something of the graph; any other may write, wait or connect. */
const PROCEDURES =
  /^(db\.(labels|relationshipTypes|propertyKeys|info|ping|schema\.\w+|index\.(fulltext|vector)\.query\w+|index\.fulltext\.listAvailableAnalyzers)|dbms\.components)$/i;

/** Quoted names without their quotes, as far as a procedure could bear them; comments and strings blanked. */
const unquoted = (cypher: string): string =>
  bareCypher(cypher.replace(/`([\w.]+)`/g, '$1')).replace(/\s*\.\s*/g, '.');

/**
 * Throws StoreError for what Neo4j calls reading and is not reading the graph: `LOAD CSV` opens files and addresses,
 * `TERMINATE TRANSACTIONS` ends other people's work, and procedures do what they like. (Writing the server tells itself.)
 */
export function refuseBeyondGraph(cypher: string): void {
  // The server reads \u0041 as A, even in the middle of a word.
  const spelt = cypher.replace(/\\u+([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (spelt !== cypher) refuseBeyondGraph(spelt);
  const bare = bareCypher(cypher);
  if (/\bLOAD\s+CSV\b/i.test(bare)) {
    throw beyondError('不能读写文件或网址（LOAD CSV）', 'no files or addresses (LOAD CSV)');
  }
  if (/\bTERMINATE\s+TRANSACTIONS?\b/i.test(bare)) {
    throw beyondError('不能中止事务（TERMINATE）', 'and end no transactions (TERMINATE)');
  }
  // Every procedure has a name with a dot; `call` may also be somebody's variable.
  const called = [...unquoted(cypher).matchAll(/\bCALL\s+(\w+(?:\.\w+)+)/gi)].map(
    (match) => match[1] as string,
  );
  const foreign = called.find((name) => !PROCEDURES.test(name));
  if (foreign !== undefined) {
    throw beyondError(`不能调用过程 ${foreign}`, `and not call the procedure ${foreign}`);
  }
}

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
