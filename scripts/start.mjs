// `npm start`: from a fresh clone to a graph of the sample reports, one answer from it, and the page to look at.
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProgram, installDependencies, requireNode } from './lib/prepare.mjs';
import { root, runNode } from './lib/run.mjs';
import { end, Stop, tell } from './lib/speak.mjs';

const cli = 'dist/cli.js';
const out = 'zhentu-out';

const zhentu = async (args, zh, en) => {
  const { code } = await runNode([cli, ...args]);
  if (code !== 0) throw new Stop(`${zh}（退出码 ${code}）。`, `${en} (exit code ${code}).`);
};

await end(async () => {
  requireNode();
  await installDependencies();
  await buildProgram();

  tell('\n正在读取 samples/ 中的示例报告…', 'Reading the sample reports in samples/ …');
  await zhentu(['build', 'samples', '-o', out], '示例图谱没有生成', 'The sample graph was not built');

  tell('\n这些乡镇共同实施了哪些政策行动？', 'Which programmes do these towns share?');
  await zhentu(['query', 'shared-programs', '--on', out], '查询没有成功', 'The query failed');

  const page = join(root, out, 'index.html');
  const program = relative(process.cwd(), join(root, cli)) || cli;
  tell('\n用浏览器打开图谱页面：', 'Open the graph in a browser:');
  console.log(`  ${page}\n  ${pathToFileURL(page)}`);
  tell('\n接下来可以：', 'What to do next:');
  console.log(`  node ${program} build 报告文件夹 -o out   # 用自己的报告 · your own reports
  node ${program} questions                 # 能问哪些问题 · the questions it answers
  node ${program} view ${relative(process.cwd(), join(root, out)) || '.'} --open        # 在浏览器中查看 · look at it in a browser`);
});
