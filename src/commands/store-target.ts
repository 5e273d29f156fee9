/** Options of `load` and `query` → which store is meant. The password is never an argument: it would be seen in `ps`. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import type { Neo4jTarget } from '../store/store.js';
import { systemReason } from './system-error.js';

export interface Neo4jOptions {
  /** bolt://host:port or neo4j://host:port */
  readonly neo4j?: string;
  readonly user?: string;
  readonly database?: string;
  /** A file that holds the password; without it `NEO4J_PASSWORD` does. */
  readonly passwordFile?: string;
}

function password(file: string | undefined): string {
  if (file === undefined) {
    const value = process.env.NEO4J_PASSWORD;
    if (value) return value;
    throw new UsageError(
      say(
        '没有 Neo4j 密码；请设置环境变量 NEO4J_PASSWORD，或用 --password-file <文件>',
        'no Neo4j password; set NEO4J_PASSWORD, or use --password-file <file>',
      ),
    );
  }
  try {
    // Editors end a file with a line break, which is no part of the password.
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const reason = systemReason(error);
    throw new UsageError(
      say(
        `--password-file ${file}：读不了（${reason}）`,
        `--password-file ${file}: cannot be read (${reason})`,
      ),
    );
  }
}

/** Throws UsageError where there is no password. */
export const neo4jTarget = (uri: string, options: Neo4jOptions): Neo4jTarget => ({
  kind: 'neo4j',
  uri,
  user: options.user ?? 'neo4j',
  password: password(options.passwordFile),
  ...(options.database !== undefined && { database: options.database }),
});
