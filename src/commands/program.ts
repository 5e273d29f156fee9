/** Commands, options and help of `zhentu`; see the README for a table. Wiring only. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError, ZhentuError } from '../errors.js';
import { say, setLanguage } from '../messages.js';
import { packageFile } from '../paths.js';
import { localise } from './commander-zh.js';
import type { Failure } from './inputs.js';

export const EXIT = { done: 0, fault: 1, usage: 2, partly: 3 } as const;

/** The code an action ends with, where it is not 0. */
interface Outcome {
  code: number;
  readonly debug: boolean;
}

const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};
/** Waits while the reader is slower than the rows come. */
const printPiece = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const integer =
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
const collect = (value: string, list: readonly string[]): string[] => [...list, value];

/** Failures one a line; all bad is the user's to mend, some bad is a partial success, a fault of ours outranks both. */
const report = (failures: readonly Failure[], done: number, outcome: Outcome): void => {
  for (const f of failures)
    tell(outcome.debug && f.fault !== undefined ? `${f.message}\n${f.fault}` : f.message);
  if (failures.length > 0) outcome.code = done === 0 ? EXIT.usage : EXIT.partly;
  if (failures.some((f) => f.fault !== undefined)) outcome.code = EXIT.fault;
};

const reading = (command: Command): Command =>
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
const without = (): Option =>
  new Option(
    '--without <part...>',
    say('读取时不用某一部分：词典规则、模型、全文依据', 'leave out a part of the reading'),
  ).choices(['knowledge', 'model', 'document']);

const neo4j = (command: Command): Command =>
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

const addReading = (program: Command, outcome: Outcome): void => {
  reading(program.command('build'))
    .description(say('读取报告，生成图谱、数据库和网页', 'read reports into a graph, a database and a page'))
    .argument('<paths...>', say('报告文件或文件夹', 'report files or folders'))
    .option('-o, --out <dir>', say('输出文件夹', 'output folder'), 'zhentu-out')
    .addOption(
      new Option(
        '--jobs <n>',
        say(
          '同时读取的线程数（默认：报告少于 60 份为 1，否则为处理器核数）',
          'threads that read at once (default: 1 below 60 reports, else the number of cores)',
        ),
      ).argParser(integer(1, 256)),
    )
    .option('--no-view', say('不生成网页', 'no page'))
    .option('--no-db', say('不生成数据库', 'no database'))
    .action(async (paths: string[], options) => {
      const { runBuild } = await import('./build.js');
      const { graph, failures, written } = await runBuild(paths, options);
      report(failures, graph.reports.length, outcome);
      if (written.length === 0) return;
      if (!options.quiet) {
        tell(
          say(
            `${options.out}：${graph.reports.length} 份报告，${graph.nodes.length} 个节点，${graph.edges.length} 条关系`,
            `${options.out}: ${graph.reports.length} reports, ${graph.nodes.length} nodes, ${graph.edges.length} edges`,
          ),
        );
      }
    });
  reading(program.command('extract'))
    .description(
      say(
        '只抽取，写出交换文件（每份报告一组 JSON 行）',
        'extract only, write exchange files (JSON lines per report)',
      ),
    )
    .argument('[paths...]', say('报告文件或文件夹', 'report files or folders'))
    .option('-o, --out <dir>', say('输出文件夹', 'output folder'), 'zhentu-out')
    .option(
      '--stream',
      say(
        '标准输入每行一份 {"path","text"}，标准输出每行一份结果',
        'one {"path","text"} a line on stdin, one result a line on stdout',
      ),
    )
    .action(async (paths: string[], options) => {
      const { runExtract, runStream } = await import('./extract.js');
      if (options.stream) {
        if (paths.length > 0)
          throw new UsageError(
            say(
              '--stream 从标准输入读取，不能再给文件；请去掉其中一个',
              '--stream reads stdin and takes no files; leave one of them out',
            ),
          );
        const { documents, failed } = await runStream(process.stdin, process.stdout, options);
        if (failed > 0) outcome.code = documents === 0 ? EXIT.usage : EXIT.partly;
        return;
      }
      const { documents, failures } = await runExtract(paths, options);
      report(failures, documents, outcome);
    });
  program
    .command('explain')
    .description(say('说明一个句子读出了什么、为什么', 'show what was read in a sentence, and why'))
    .argument('[file]', say('报告文件', 'report file'))
    .option('--text <sentence>', say('要说明的句子', 'the sentence to explain'))
    .option('--line <n>', say('只看文件的这一行', 'only this line of the file'), integer(1))
    .option('--lexicon <dir>', say('自己的词典文件夹', 'a lexicon folder of your own'))
    .addOption(without())
    .action(async (file: string | undefined, options) => {
      const { runExplain } = await import('./explain.js');
      print(runExplain({ ...options, file }));
    });
  program
    .command('check')
    .description(say('运行词典的全部例句', 'run every example of the lexicon'))
    .argument(
      '[dir]',
      say('自己的词典文件夹；不给则检查内置词典', 'your own lexicon folder; the built-in one if left out'),
    )
    .action(async (dir: string | undefined) => {
      const { runCheck } = await import('./check.js');
      const { entries, examples, failures } = runCheck(dir);
      for (const f of failures) tell(`${f.where}${say('：', ': ')}${f.message}`);
      print(
        say(
          `${entries} 个条目，${examples} 句例句，${failures.length} 句不通过`,
          `${entries} entries, ${examples} examples, ${failures.length} failed`,
        ),
      );
      if (failures.length > 0) outcome.code = EXIT.usage;
    });
  program
    .command('score')
    .description(say('与人工标注比较：准确率、召回率、F1', 'compare with gold: precision, recall, F1'))
    .argument('<gold>', say('人工标注文件夹', 'folder of gold annotations'))
    .argument('<predictions>', say('extract 的输出文件夹', 'folder that extract wrote'))
    .option('--errors [doc]', say('列出漏报（-）和误报（+）', 'list misses (-) and false finds (+)'))
    .option('--json', say('输出 JSON', 'print JSON'))
    .action(async (gold: string, predictions: string, options) => {
      const { formatErrors, formatScore, runScore } = await import('./score.js');
      const result = runScore(gold, predictions);
      // JSON holds the errors as well, and must stay JSON.
      if (options.errors && !options.json)
        print(formatErrors(result, options.errors === true ? undefined : options.errors));
      print(options.json ? JSON.stringify(result, null, 1) : formatScore(result));
    });
};

const addStores = (program: Command): void => {
  neo4j(program.command('load'))
    .description(
      say(
        '把图谱载入 Neo4j；可反复运行，只写入有变化的部分，中断后再运行即可接着完成',
        'load a graph into Neo4j; run again it writes only what changed, and continues what was interrupted',
      ),
    )
    .argument('<dir>', say('build 的输出文件夹', 'folder that build wrote'))
    .requiredOption(
      '--neo4j <uri>',
      say('地址，如 bolt://localhost:7687', 'address, e.g. bolt://localhost:7687'),
    )
    .option('--dry-run', say('只说会改什么，不写入', 'only tell what would change'))
    .option(
      '--prune',
      say(
        '并删除以前载入、图谱中已没有的节点和关系（先询问；他人建的不动）',
        'also remove what earlier loads wrote and the graph no longer holds (asks first; what others made stays)',
      ),
    )
    .option('--yes', say('与 --prune 合用：不询问，直接删除', 'with --prune: remove without asking'))
    .action(async (dir: string, options) => {
      const { runLoad } = await import('./load.js');
      print(await runLoad(dir, options));
    });
  neo4j(program.command('query'))
    .description(say('提问：问题名称或 Cypher（只读）', 'ask: a named question or Cypher (read-only)'))
    .argument(
      '<question>',
      say('问题名称（见 zhentu questions）或 Cypher', 'name of a question (see zhentu questions) or Cypher'),
    )
    .option(
      '--on <dir>',
      say(
        '问 build 的这个输出文件夹（默认 zhentu-out）',
        'ask this folder that build wrote (default zhentu-out)',
      ),
    )
    .option(
      '--neo4j <uri>',
      say('改问 Neo4j，如 bolt://localhost:7687', 'ask Neo4j instead, e.g. bolt://localhost:7687'),
    )
    .option(
      '-p, --param <key=value>',
      say(
        '问题或 Cypher 的参数，如 town=青禾镇；可多次',
        'a parameter of the question or the Cypher, e.g. minTowns=3; may be repeated',
      ),
      collect,
      [],
    )
    .option('--format <format>', 'table | json | csv', 'table')
    .option(
      '--timeout <s>',
      say('查询超过这么多秒即中止', 'stop the query after so many seconds'),
      integer(1),
    )
    .option('--limit <n>', say('最多给出多少行', 'rows to show at most'), integer(1))
    .action(async (question: string, options) => {
      const { printQuery } = await import('./query.js');
      await printQuery(question, options, printPiece);
    });
  program
    .command('export')
    .description(say('把图谱导出为其他程序的文件', 'write the graph in the files of other programs'))
    .argument('<dir>', say('build 的输出文件夹', 'folder that build wrote'))
    .requiredOption(
      '--format <format>',
      say(
        '格式：neo4j-csv（供 neo4j-admin 整库导入）',
        'format: neo4j-csv (for neo4j-admin database import, a whole database at once)',
      ),
    )
    .requiredOption('-o, --out <dir>', say('输出文件夹', 'output folder'))
    .action(async (dir: string, options) => {
      const { runExport } = await import('./export.js');
      print(await runExport(dir, options));
    });
  program
    .command('questions')
    .description(say('列出现成的问题', 'list the named questions'))
    .action(async () => {
      const { runQuestions } = await import('./questions.js');
      print(await runQuestions());
    });
  program
    .command('view')
    .description(say('在本机打开图谱网页', 'serve the page on this machine'))
    .argument('<dir>', say('build 的输出文件夹', 'folder that build wrote'))
    .option('--port <n>', say('端口，0 为任意', 'port, 0 for any'), integer(0, 65_535), 0)
    .option('--open', say('用浏览器打开', 'open it in the browser'), false)
    .action(async (dir: string, options) => {
      const { runView } = await import('./view.js');
      const { url } = await runView(dir, options);
      print(url);
      tell(say('按 Ctrl+C 结束', 'press Ctrl+C to stop'));
    });
};

const version = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;

const makeProgram = (outcome: Outcome): Command => {
  const program = new Command('zhentu')
    .description(
      say(
        '镇图：把乡镇工作报告读成可查询、可核对的知识图谱',
        'zhentu: township work reports into a knowledge graph you can query and check',
      ),
    )
    .version(version(), '-V, --version', say('显示版本', 'print the version'))
    .option('--lang <zh|en>', say('界面语言', 'language of messages'), 'zh')
    .option('--debug', say('出错时显示调用栈', 'print the stack on an error'));
  addReading(program, outcome);
  addStores(program);
  for (const command of [program, ...program.commands]) localise(command);
  return program;
};

/** `--lang` must be known before the first message is made; it may stand anywhere. */
const languageOf = (args: readonly string[]): { lang: string; rest: string[] } => {
  const rest: string[] = [];
  let lang = 'zh';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--lang') lang = args[++i] ?? '';
    else if (arg.startsWith('--lang=')) lang = arg.slice('--lang='.length);
    else rest.push(arg);
  }
  return { lang, rest };
};

/** Runs one command line and returns its exit code; results on stdout, all else on stderr. */
export const runCli = async (args: readonly string[]): Promise<number> => {
  const { lang, rest } = languageOf(args);
  if (lang === 'zh' || lang === 'en') setLanguage(lang);
  else {
    tell(`--lang ${lang}：应为 zh 或 en / expected zh or en`);
    return EXIT.usage;
  }
  const debug = rest.includes('--debug');
  const outcome: Outcome = { code: EXIT.done, debug };
  const program = makeProgram(outcome);
  try {
    await program.parseAsync(
      rest.filter((a) => a !== '--debug'),
      { from: 'user' },
    );
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof ZhentuError) {
      tell(debug ? (error.stack ?? error.message) : error.message);
      return EXIT.usage;
    }
    tell(
      debug
        ? String((error as Error).stack)
        : say(
            `程序内部出错：${(error as Error).message}（加 --debug 看详情）`,
            `a fault of ours: ${(error as Error).message} (--debug for details)`,
          ),
    );
    return EXIT.fault;
  }
};
