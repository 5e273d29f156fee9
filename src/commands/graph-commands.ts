/** Commands on a graph that is built: load, query, export, questions, view. Wiring only. */
import type { Command } from 'commander';
import { say } from '../messages.js';
import { collect, integer, neo4j } from './options.js';
import { print, printPiece, tell } from './outcome.js';

export const addGraphCommands = (program: Command): void => {
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
