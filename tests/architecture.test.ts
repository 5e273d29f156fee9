/**
 * Who may import whom, what may touch the machine, and how long a file may be, read off the files themselves. A new
 * folder, a new arrow or a new package is added here on purpose or not at all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../src/paths.js';

/** Every folder of src, so that a new one is a decision. */
const FOLDERS = [
  'commands',
  'extract',
  'extract/find',
  'extract/indicators',
  'extract/indicators/judge',
  'extract/relations',
  'extract/relations/judge',
  'extract/tagger',
  'lexicon',
  'lexicon/indicators',
  'lexicon/names',
  'lexicon/names/honour',
  'lexicon/names/program',
  'lexicon/relations',
  'lexicon/words',
  'places',
  'read',
  'resolve',
  'score',
  'store',
  'text',
  'view',
  'words',
];

/** Open to all. They import one another only. */
const COMMON = ['model.ts', 'schema.ts', 'errors.ts', 'identity.ts', 'messages.ts', 'paths.ts', 'stated.ts'];

/** What a file may import beside its own folder and what is open to all; the longest prefix of its path counts. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['commands/'],
  'commands/': [
    'index.ts',
    'knowledge.ts',
    'lexicon/',
    'read/',
    'extract/',
    'resolve/',
    'store/',
    'view/',
    'score/',
    'places/',
  ],
  'index.ts': ['knowledge.ts', 'extract/', 'read/', 'resolve/', 'store/'],
  'knowledge.ts': ['lexicon/', 'extract/', 'read/', 'places/', 'words/'],
  'extract/': ['text/', 'lexicon/types.ts', 'places/', 'read/atlas.ts', 'words/'],
  'read/': ['text/', 'places/'],
  'resolve/': ['text/'],
  'lexicon/': ['text/'],
  // The arrows that point up: the examples of an entry are run against the whole, and what is searched for is compiled.
  'lexicon/compile.ts': ['extract/'],
  'lexicon/examples.ts': ['extract/', 'read/'],
  'places/': [],
  'places/compile.ts': ['text/'],
  'places/names.ts': ['text/', 'words/packed.ts'],
  'places/region-names.ts': ['text/'],
  'score/': ['text/'],
  'store/': [],
  'text/': [],
  'view/': [],
  'words/': ['text/'],
  // Open to all, so they stand on nothing but one another.
  'model.ts': [],
  'schema.ts': [],
  'errors.ts': [],
  'identity.ts': [],
  'messages.ts': [],
  'paths.ts': [],
  'stated.ts': [],
};

/** Packages and modules of Node by the files that may use them; nothing else may. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  'commands/': [
    'cli-progress',
    'cli-table3',
    'commander',
    'node:child_process',
    'node:fs',
    'node:fs/promises',
    'node:http',
    'node:net',
    'node:os',
    'node:path',
    'node:readline',
    'node:worker_threads',
  ],
  'extract/tagger/load.ts': ['node:fs'],
  'lexicon/compile.ts': ['node:fs'],
  'lexicon/load.ts': ['node:fs', 'node:path'],
  'lexicon/parse.ts': ['node:module', 'yaml'],
  'paths.ts': ['node:url'],
  'places/compile.ts': ['node:fs'],
  'places/region-names.ts': ['node:fs'],
  'places/unpack.ts': ['node:fs', 'node:zlib'],
  // Dictionaries are loaded where a report needs them.
  'read/clean.ts': ['node:module', 'opencc-js/t2cn'],
  'read/index.ts': ['node:crypto'],
  'read/repair.ts': ['node:module', 'pinyin-pro'],
  'store/': [
    '@ladybugdb/core',
    'neo4j-driver',
    'node:child_process',
    'node:crypto',
    'node:events',
    'node:fs',
    'node:fs/promises',
    'node:path',
    // Rows on their way to the process that writes the embedded file.
    'node:stream/consumers',
    // A pause in which what is sent leaves.
    'node:timers/promises',
  ],
  'view/index.ts': ['node:fs/promises'],
  'view/': ['pinyin-pro'],
  'view/page.ts': ['fflate'],
  'view/groups.ts': ['graphology', 'graphology-communities-louvain'],
  'words/packed.ts': ['node:crypto', 'node:fs'],
};

/** Process, console, clock and chance: at the ends only. */
const AT_THE_ENDS = ['cli.ts', 'commands/', 'store/'];
const MACHINE = /\b(?:process\.|console\.|Math\.random|Date\.now|performance\.|fetch\()|\bnew Date\(/;

const MAX_LINES = 400;

interface Source {
  readonly path: string;
  readonly text: string;
}

const filesBelow = (dir: string, pattern: RegExp): Source[] =>
  readdirSync(packageFile(dir), { recursive: true, encoding: 'utf8' })
    .map((path) => path.split('\\').join('/'))
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
    .sort()
    .map((path) => ({ path, text: readFileSync(packageFile(`${dir}/${path}`), 'utf8') }));

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** What a file names in `from '…'`, `import '…'`, `import('…')` and `require('…')`. */
const importsOf = (text: string): string[] =>
  [...withoutComments(text).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)'([^']+)'/g)].map(
    (m) => m[1] ?? '',
  );

const folderOf = (path: string): string => (path.includes('/') ? `${path.split('/')[0]}/` : path);
const within = (path: string, allowed: readonly string[]): boolean =>
  allowed.some((a) => (a.endsWith('/') ? path.startsWith(a) : path === a));
const rulesFor = (path: string, table: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(table).flatMap(([key, allowed]) => (within(path, [key]) ? allowed : []));

/** Imports of a source file that no rule allows, as `file → what`. */
const offences = ({ path, text }: Source): string[] =>
  importsOf(text).flatMap((what) => {
    if (!what.startsWith('.')) return within(what, rulesFor(path, OUTSIDE)) ? [] : [`${path} → ${what}`];
    const to = posix.join(posix.dirname(path), what).replace(/\.js$/, '.ts');
    const own = folderOf(path).endsWith('/') && to.startsWith(folderOf(path));
    return own || within(to, [...COMMON, ...rulesFor(path, ARROWS)]) ? [] : [`${path} → ${to}`];
  });

const sources = filesBelow('src', /\.ts$/);

describe('imports', () => {
  test('of every file point where they may', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(offences)).toEqual([]);
  });

  test('go with .js, and to files that are there', () => {
    const known = new Set(sources.map((s) => s.path));
    const lost = sources.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((what) => what.startsWith('.'))
        .map((what) => posix.join(posix.dirname(path), what))
        .filter((to) => !to.endsWith('.js') || !known.has(to.replace(/\.js$/, '.ts')))
        .map((to) => `${path} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  /** Code of src that runs in the page: the search the server shares; Cypher, which must be what `zhentu load` sends. */
  const IN_THE_PAGE = [
    'schema.ts',
    'store/columns.ts',
    'store/rows.ts',
    'store/statements.ts',
    'view/search.ts',
  ];

  test('of the viewer take types, the ontology, and the few files that may run in a page', () => {
    const types = /^import type\b/;
    const found = filesBelow('viz', /\.ts$/).flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/^(?:import|export)\b[^;]*?from '(?:\.\.\/)+src\/([^']+)\.js'/gm)]
        .filter((m) => !IN_THE_PAGE.includes(`${m[1]}.ts`) && !types.test(m[0]))
        .map((m) => `viz/${path} → src/${m[1]}.ts`),
    );
    expect(found).toEqual([]);
  });

  test('of those few lead to nothing a browser has not', () => {
    const known = new Map(sources.map((source) => [source.path, source]));
    const reached = new Set<string>();
    const follow = (path: string): readonly string[] => {
      if (reached.has(path)) return [];
      reached.add(path);
      return importsOf(known.get(path)?.text ?? '').flatMap((what) =>
        what.startsWith('.')
          ? follow(posix.join(posix.dirname(path), what).replace(/\.js$/, '.ts'))
          : [`${path} → ${what}`],
      );
    };
    expect(IN_THE_PAGE.flatMap(follow)).toEqual([]);
    expect(reached).toContain('messages.ts');
  });

  // The rule can be broken: what each of these rows would be told.
  test.each<[path: string, line: string, offence: string | null]>([
    ['resolve/index.ts', "import { read } from '../read/index.js';", 'resolve/index.ts → read/index.ts'],
    ['view/layout.ts', "import type { X } from '../extract/index.js';", 'view/layout.ts → extract/index.ts'],
    ['read/unit.ts', "export { x } from '../extract/index.js';", 'read/unit.ts → extract/index.ts'],
    ['extract/index.ts', "import { x } from '../lexicon/load.js';", 'extract/index.ts → lexicon/load.ts'],
    [
      'extract/find/known.ts',
      "import { x } from '../../read/title.js';",
      'extract/find/known.ts → read/title.ts',
    ],
    ['text/width.ts', "const x = await import('../cli.js');", 'text/width.ts → cli.ts'],
    ['text/width.ts', "import { readFileSync } from 'node:fs';", 'text/width.ts → node:fs'],
    ['text/width.ts', "import\n  x\nfrom 'yaml';", 'text/width.ts → yaml'],
    ['read/clean.ts', "require('fs')", 'read/clean.ts → fs'],
    ['model.ts', "import { x } from './text/width.js';", 'model.ts → text/width.ts'],
    ['knowledge.ts', "import { x } from './index.js';", 'knowledge.ts → index.ts'],
    ['store/neo4j.ts', "import { x } from '../view/page.js';", 'store/neo4j.ts → view/page.ts'],
    ['extract/index.ts', "import { x } from '../text/width.js';", null],
    ['extract/find/known.ts', "import { x } from '../engine.js';", null],
    ['lexicon/examples.ts', "import { x } from '../extract/index.js';", null],
    ['text/width.ts', "/** import { x } from '../cli.js'; */\n// import 'yaml';", null],
  ])('%s with %s', (path, text, offence) => {
    expect(offences({ path, text })).toEqual(offence === null ? [] : [offence]);
  });
});

test('folders of src are those listed', () => {
  const folders = new Set(filesBelow('src', /\.(?:ts|yaml)$/).map(({ path }) => posix.dirname(path)));
  folders.delete('.');
  expect([...folders].sort()).toEqual(FOLDERS);
});

test('process, console, clock and chance are used at the ends only', () => {
  const found = sources
    .filter(({ path, text }) => !within(path, AT_THE_ENDS) && MACHINE.test(withoutComments(text)))
    .map(({ path, text }) => `${path}: ${withoutComments(text).match(MACHINE)?.[0]}`);
  expect(found).toEqual([]);
  expect(MACHINE.test('const at = Date.now();')).toBe(true);
});

test('no file keeps state of its own', () => {
  const found = sources.filter(({ text }) => /^(?:export )?(?:let|var) /m.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

describe('files', () => {
  const all = [
    ...filesBelow('src', /\.(?:ts|yaml)$/).map((f) => ({ ...f, path: `src/${f.path}` })),
    ...filesBelow('viz', /\.(?:ts|html|css)$/).map((f) => ({ ...f, path: `viz/${f.path}` })),
  ];

  test(`have at most ${MAX_LINES} lines`, () => {
    const long = all
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });

  test('say first what they are', () => {
    const silent = all
      .filter(({ path }) => /\.ts$/.test(path))
      .filter(({ text }) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/)/.test(text))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});
