/** commander speaks English; here its headings and errors get Chinese wording. Errors are one line and throw. */
import type { Command } from 'commander';
import { language, say } from '../messages.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '全局选项：',
};

/** commander's wording → ours; what is not listed passes as it is. */
const ERRORS: readonly (readonly [RegExp, (m: RegExpMatchArray) => string])[] = [
  [/unknown option '([^']+)'/, (m) => `不认识的选项 ${m[1]}`],
  [/unknown command '([^']+)'/, (m) => `不认识的命令 ${m[1]}`],
  [/missing required argument '([^']+)'/, (m) => `缺少参数 <${m[1]}>`],
  [/required option '([^']+)' not specified/, (m) => `缺少选项 ${m[1]}`],
  [/option '([^']+)' argument missing/, (m) => `选项 ${m[1]} 后面缺少值`],
  [
    /option '([^']+)' argument '([^']*)' is invalid\. Allowed choices are (.*)\./,
    (m) => `选项 ${m[1]} 的值“${m[2]}”不认识，应为 ${m[3]} 之一`,
  ],
  [/option '([^']+)' argument '([^']*)' is invalid\. (.*)/, (m) => `选项 ${m[1]}：${m[3]}`],
  [
    /too many arguments(?: for '([^']+)')?\. Expected (\d+) arguments? but got (\d+)/,
    (m) => `参数太多：应有 ${m[2]} 个，给了 ${m[3]} 个`,
  ],
];

const translate = (text: string): string => {
  const line =
    text
      .replace(/^error: /, '')
      .trim()
      .split('\n')[0] ?? '';
  const found = ERRORS.map(([pattern, wording]) => [line.match(pattern), wording] as const).find(([m]) => m);
  return found?.[0] ? found[1](found[0]) : line;
};

export const localise = (command: Command): void => {
  const where = command.parent ? `zhentu ${command.name()}` : 'zhentu';
  command
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        const help = `zhentu ${command.parent ? `${command.name()} ` : ''}--help`;
        write(
          language() === 'zh'
            ? `${where}：${translate(text)}；用法见 ${help}\n`
            : `${where}: ${
                text
                  .replace(/^error: /, '')
                  .trim()
                  .split('\n')[0]
              }; see ${help}\n`,
        );
      },
    });
  if (language() !== 'zh') return;
  command.configureHelp({
    styleTitle: (title) => TITLES[title] ?? title,
    optionDescription: (option) => {
      const standard = option.defaultValue;
      const shown =
        standard === undefined ||
        standard === false ||
        (Array.isArray(standard) && standard.length === 0) ||
        option.negate
          ? ''
          : `（默认 ${String(standard)}）`;
      return `${option.description}${shown}`;
    },
  });
};
