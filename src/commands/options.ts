/** Options that several commands share, and how their values are read. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { say } from '../messages.js';

export const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: string): number => {
    const n = Number(value);
    if (value.trim() !== '' && Number.isInteger(n) && n >= least && n <= most) return n;
    const bounded = most < Number.MAX_SAFE_INTEGER;
    throw new InvalidArgumentError(
      bounded
        ? say(
            `“${value}”应为 ${least} 到 ${most} 的整数`,
            `“${value}” must be an integer from ${least} to ${most}`,
          )
        : say(`“${value}”应为不小于 ${least} 的整数`, `“${value}” must be an integer of at least ${least}`),
    );
  };
export const collect = (value: string, list: readonly string[]): string[] => [...list, value];

export const reading = (command: Command): Command =>
  command
    .option(
      '--town <name>',
      say(
        '报告单位的乡镇名（代替从报告中读出的）',
        'reporting town, instead of the one read from the report',
      ),
    )
    .option(
      '--year <n>',
      say('报告回顾的年份（代替从报告中读出的）', 'year looked back on, instead of the one read'),
      integer(1949, 2100),
    )
    .option(
      '--lexicon <dir>',
      say('自己的词典文件夹，加在内置词典之上', 'a lexicon folder of your own on top of the built-in one'),
    )
    .addOption(without())
    .option('--quiet', say('不显示进度', 'no progress'));

/** Shows what each part of the reading adds. */
export const without = (): Option =>
  new Option(
    '--without <part...>',
    say('读取时不用某一部分：词典规则、模型、全文依据', 'leave out a part of the reading'),
  ).choices(['knowledge', 'model', 'document']);

export const neo4j = (command: Command): Command =>
  command
    .option('--user <name>', say('Neo4j 用户名（默认 neo4j）', 'Neo4j user (default neo4j)'))
    .option(
      '--database <name>',
      say(
        'Neo4j 数据库名（默认由服务器定，一般是 neo4j）',
        'Neo4j database (default: that of the server, mostly neo4j)',
      ),
    )
    .option(
      '--password-file <file>',
      say(
        '存放密码的文件（或用环境变量 NEO4J_PASSWORD）',
        'file that holds the password (or NEO4J_PASSWORD)',
      ),
    );
