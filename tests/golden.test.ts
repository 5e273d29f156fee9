/**
 * What is read in every sample, and in all together, kept as graph.json: a change of lexicon or code shows as a diff
 * of facts to review. Where the change is meant, one command writes the files anew:
 *
 *   npm run build:lib && npm run build:lexicon && npx vitest run --project repo tests/golden.test.ts -u
 */
import { expect, test } from 'vitest';
import { graphJson } from '../src/commands/build.js';
import { extract, openKnowledge, read, resolve } from '../src/index.js';
import { sampleFiles } from './samples.js';

const knowledge = openKnowledge();
const extractions = sampleFiles().map((file) => extract(read(file, knowledge), knowledge));

test.each(extractions.map((e) => [e.report.path.replace(/^.*\/|\.txt$/g, ''), e] as const))(
  '%s',
  async (name, extraction) => {
    await expect(graphJson(resolve([extraction]))).toMatchFileSnapshot(`golden/${name}.graph.json`);
  },
);

// Every fact stands in the files above; here only what joining changes: which things and facts two reports share.
test('all together', async () => {
  const { reports, nodes, edges, ...head } = resolve(extractions);
  const shared = <T>(list: readonly T[], sources: (item: T) => readonly { readonly report: string }[]): T[] =>
    list.filter((item) => new Set(sources(item).map((s) => s.report)).size > 1);
  const joined = {
    ...head,
    reports,
    nodes: shared(nodes, (n) => n.mentions),
    edges: shared(edges, (e) => e.evidence),
  };
  await expect(graphJson(joined)).toMatchFileSnapshot('golden/all.shared.graph.json');
});
