/** `zhentu` as a whole: its commands, its language, and what a command line ends with; see the README for a table. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ZhentuError } from '../errors.js';
import { say, setLanguage } from '../messages.js';
import { packageFile } from '../paths.js';
import { localise } from './commander-zh.js';
import { addGraphCommands } from './graph-commands.js';
import { EXIT, type Outcome, tell } from './outcome.js';
import { addReadingCommands } from './reading-commands.js';

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
  addReadingCommands(program, outcome);
  addGraphCommands(program);
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
