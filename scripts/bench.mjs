// `npm run bench`: how long the program takes on this machine. Prints a table, asserts nothing, keeps nothing.
//   whole runs   new processes, Node's start included, median of RUNS; three reports of ZHENTU_DATA, or three samples
//   rates        sentences and characters a second inside one process, after a warm-up, all samples over and over
//   start        what a run pays before it reads the first report
//   lengths      time per character of ever longer texts
// `npm run bench -- load` measures loading into Neo4j instead, see bench-load.mjs; `npm run bench -- view` the page, see
// bench-view.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { lengths } from './lib/bench-lengths.mjs';
import { buildProgram } from './lib/prepare.mjs';
import { root } from './lib/run.mjs';
import { end, Stop } from './lib/speak.mjs';

const RUNS = 7;
// Milliseconds a step is repeated: until the compiler has settled, then for the figure.
const WARM_UP = 2000;
const MEASURED = 3000;
const CLI = join(root, 'dist/cli.js');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (n) => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`;
const many = (n) => Math.round(n).toLocaleString('en-US');

/** The first three .txt files of the real reports, or of the samples. */
const reports = () => {
  const data = process.env.ZHENTU_DATA;
  const dir = data ? join(data, 'reports') : join(root, 'samples');
  if (!existsSync(dir))
    throw new Stop(`${dir}：没有这个文件夹；请检查 ZHENTU_DATA`, `${dir}: no such folder; check ZHENTU_DATA`);
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .slice(0, 3)
    .map((name) => join(dir, name));
  return { what: data ? 'real reports' : 'samples', files };
};

/** Milliseconds of one new process from start to end. */
const timed = (args) => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const took = performance.now() - start;
  if (status === 0) return took;
  throw new Stop(`运行失败：${args.join(' ')}\n${stderr}`, `A run failed: ${args.join(' ')}`);
};

const wholeRuns = (files) => {
  const out = mkdtempSync(join(tmpdir(), 'zhentu-bench-'));
  const measure = (options) => {
    const times = Array.from({ length: RUNS }, (_, i) =>
      timed([CLI, 'build', ...files, '-o', join(out, String(i)), '--quiet', ...options]),
    );
    return [ms(median(times)), `${ms(Math.min(...times))} – ${ms(Math.max(...times))}`];
  };
  try {
    return [
      ['build → graph.json', ...measure(['--no-db', '--no-view'])],
      ['build → graph.json, page', ...measure(['--no-db'])],
      ['build → graph.json, database, page', ...measure([])],
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

/** Milliseconds of each run of a step, over `time` milliseconds. */
const repeat = (step, time) => {
  const took = [];
  const stop = performance.now() + time;
  while (performance.now() < stop) {
    const start = performance.now();
    step();
    took.push(performance.now() - start);
  }
  return took;
};

const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);

const rates = async () => {
  const { extract, openKnowledge, read, resolve } = await built('index.js');
  const knowledge = openKnowledge();
  const dir = join(root, 'samples');
  const sources = readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ path: name, bytes: readFileSync(join(dir, name)) }));
  const texts = sources.map((source) => read(source, knowledge));
  const extractions = texts.map((report) => extract(report, knowledge));
  const sentences = texts.reduce((n, r) => n + r.sentences.length, 0);
  const characters = texts.reduce((n, r) => n + r.text.length, 0);
  const { RULES_ALONE } = await built('extract/engine.js');
  const rules = openKnowledge(undefined, RULES_ALONE);
  const steps = {
    read: () => sources.map((source) => read(source, knowledge)),
    extract: () => texts.map((report) => extract(report, knowledge)),
    'extract, rules alone': () => texts.map((report) => extract(report, rules)),
    'read and extract': () => sources.map((source) => extract(read(source, knowledge), knowledge)),
    resolve: () => resolve(extractions),
  };
  return Object.entries(steps).map(([name, step]) => {
    repeat(step, WARM_UP);
    const seconds = median(repeat(step, MEASURED)) / 1000;
    return [name, `${many(sentences / seconds)} /s`, `${many(characters / seconds)} /s`];
  });
};

/** Each in a new process: what is warm in this one would hide the cost. */
const startUp = () => {
  const inside = (setup, step) => {
    const script = `${setup}; const start = performance.now(); ${step}; process.stdout.write(String(performance.now() - start))`;
    const times = Array.from({ length: RUNS }, () => {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        cwd: root,
      });
      if (run.status !== 0) throw new Stop(`测量失败：${run.stderr}`, `Measuring failed: ${run.stderr}`);
      return Number(run.stdout);
    });
    return ms(median(times));
  };
  const module = (file) => JSON.stringify(pathToFileURL(join(root, 'dist', file)).href);
  return [
    ['node itself', ms(median(Array.from({ length: RUNS }, () => timed(['-e', '0']))))],
    ['zhentu --version', ms(median(Array.from({ length: RUNS }, () => timed([CLI, '--version']))))],
    ['code of build', inside('', `await import(${module('commands/build.js')})`)],
    [
      'lexicon',
      inside(
        `const { loadLexicon } = await import(${module('lexicon/load.js')}); const { buildEngine } = await import(${module('extract/engine.js')})`,
        'buildEngine(loadLexicon())',
      ),
    ],
    [
      'model, words, place names',
      inside(
        `const { loadModel } = await import(${module('extract/tagger/load.js')}); const { loadWords } = await import(${module('words/index.js')}); const { loadPlaceNames } = await import(${module('places/names.js')})`,
        'loadModel(); loadWords(); loadPlaceNames()',
      ),
    ],
    [
      'place list',
      inside(
        `const { loadPlaces } = await import(${module('places/index.js')}); const { openAtlas } = await import(${module('read/atlas.js')})`,
        'openAtlas(loadPlaces())',
      ),
    ],
  ];
};

const show = (head, rows) => {
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...rows);
  console.log(`${table}\n`);
};

await end(async () => {
  await buildProgram();
  if (process.argv[2] === 'load') {
    const { benchLoad } = await import('./bench-load.mjs');
    return benchLoad(process.argv.includes('--large'));
  }
  if (process.argv[2] === 'view') {
    const { benchView } = await import('./bench-view.mjs');
    return benchView();
  }
  const { what, files } = reports();
  const size = files.reduce((n, file) => n + readFileSync(file).byteLength, 0);
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform}\n`,
  );
  show([`${files.length} ${what}, ${many(size)} bytes`, `median of ${RUNS}`, 'range'], wholeRuns(files));
  show(['start', `median of ${RUNS}`], startUp());
  show(['rate (samples, warm)', 'sentences', 'characters'], await rates());
  show(['one long sentence', 'characters', 'extract', 'per character'], lengths(await built('index.js')));
});
