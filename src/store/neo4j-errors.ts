/** What the driver and the server say when something is wrong, as one line a user can act on. */
import { Neo4jError } from 'neo4j-driver';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { firstLine, timeoutError } from './plain.js';
import { readOnlyError } from './readonly.js';
import type { Neo4jTarget } from './store.js';

/** An address the driver cannot make sense of. */
export const addressError = (uri: string, error: unknown): StoreError =>
  new StoreError(
    say(
      `${uri}：不是 Neo4j 地址（${firstLine(error)}）；应如 bolt://localhost:7687 或 neo4j://localhost:7687`,
      `${uri}: not a Neo4j address (${firstLine(error)}); expected e.g. bolt://localhost:7687 or neo4j://localhost:7687`,
    ),
  );

/** Ended by the server, for a limit or an administrator of its own. */
const endedError = (uri: string, message: string): StoreError =>
  new StoreError(
    say(
      `${uri}：服务器中止了操作（${message}）；请重试，仍不行请查服务器设置 db.transaction.timeout`,
      `${uri}: the server ended the transaction (${message}); try again, and if that fails check db.transaction.timeout of the server`,
    ),
  );

/** The rows before it are handed over, so the query cannot just be run again. */
export const brokenError = (uri: string): StoreError =>
  new StoreError(
    say(
      `${uri}：返回结果时连接中断，结果不完整；请确认服务仍在运行，然后重新查询`,
      `${uri}: the connection broke within the result, which is incomplete; check that the server still runs, then ask again`,
    ),
  );

/** Of the driver's page on what may be wrong with a connection the end, which says what is. */
const causeOf = (message: string): string => /Caused by: (?:Error: )?(.+)$/.exec(message)?.[1] ?? message;

/** Errors of driver and server become StoreErrors; others are faults of ours and stay what they are. */
export function neo4jError(error: unknown, target: Neo4jTarget, timeoutSeconds?: number): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  const message = firstLine(error);
  const { uri, user } = target;
  if (/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)/.test(code)) {
    return new StoreError(
      say(
        `${uri}：用户 ${user} 登录失败（${message}）；请检查 --user 与 NEO4J_PASSWORD 或 --password-file`,
        `${uri}: login of user ${user} failed (${message}); check --user and NEO4J_PASSWORD or --password-file`,
      ),
    );
  }
  if (/Database\.DatabaseNotFound/.test(code)) {
    return new StoreError(
      say(
        `${uri}：没有数据库“${target.database}”；请检查 --database（社区版只有 neo4j）`,
        `${uri}: there is no database "${target.database}"; check --database (Community has only neo4j)`,
      ),
    );
  }
  if (/DatabaseUnavailable/.test(code)) {
    const database = target.database ?? 'neo4j';
    return new StoreError(
      say(
        `${uri}：数据库“${database}”未能启动或正在启动；请稍后重试，仍不行请查服务器日志 logs/debug.log`,
        `${uri}: database "${database}" is starting, or could not be started; try again later, and if that fails see logs/debug.log of the server`,
      ),
    );
  }
  if (/ServiceUnavailable|SessionExpired/.test(code)) {
    return new StoreError(
      say(
        `${uri}：连不上 Neo4j（${causeOf(message)}）；请检查地址、端口，以及服务是否已启动`,
        `${uri}: cannot reach Neo4j (${causeOf(message)}); check address and port, and that the server runs`,
      ),
    );
  }
  if (/Statement\.AccessMode/.test(code)) return readOnlyError();
  if (/Security\.Forbidden|ReadOnly/.test(code)) {
    return new StoreError(
      say(
        `${uri}：用户 ${user} 不能写入数据库“${target.database ?? 'neo4j'}”（${message}）；请换有写权限的用户或数据库（--user、--database）`,
        `${uri}: user ${user} may not write to database "${target.database ?? 'neo4j'}" (${message}); choose a user or database with write access (--user, --database)`,
      ),
    );
  }
  if (/Transaction\.TransactionTimedOut|Transaction\.Terminated/.test(code)) {
    return timeoutSeconds === undefined ? endedError(uri, message) : timeoutError(timeoutSeconds);
  }
  if (/^Neo\.ClientError\.Statement/.test(code)) {
    return new StoreError(say(`Cypher 有误：${message}`, `wrong Cypher: ${message}`));
  }
  return new StoreError(say(`${uri}：Neo4j 报错：${message}`, `${uri}: Neo4j says: ${message}`));
}
