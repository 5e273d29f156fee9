/** Commands that read reports: build, extract, explain, check, score. Wiring only. */
import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { integer, reading, without } from './options.js';
import { EXIT, type Outcome, print, report, tell } from './outcome.js';

export const addReadingCommands = (program: Command, outcome: Outcome): void => {
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
