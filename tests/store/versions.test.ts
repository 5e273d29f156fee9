import { describe, expect, test } from 'vitest';
import type { GraphReport } from '../../src/model.js';
import { NODE_COLUMNS } from '../../src/store/columns.js';
import { graphRows, yuanOf } from '../../src/store/rows.js';
import {
  foreignTo,
  reportOf,
  supersededBy,
  withForeignEvidence,
  withForeignNames,
} from '../../src/store/versions.js';
import { graph, QINGHE, SONGXI } from './fixture.js';

const [loaded] = graph.reports as [GraphReport, ...GraphReport[]];

describe('an old version of a report', () => {
  test.each<[string, Partial<GraphReport>, boolean]>([
    ['same file, town and year', {}, true],
    ['same title in another file', { path: 'elsewhere.txt' }, true],
    ['same file under a corrected title', { title: '青禾镇 2023 年政府工作报告' }, true],
    ['another file with another title', { path: 'x.txt', title: '半年工作总结' }, false],
    ['another year', { year: 2022 }, false],
    ['a file of the same name, of another town', { town: SONGXI }, false],
    ['the same file where no town was found', { town: null }, false],
    ['the report itself', { id: loaded.id }, false],
  ])('%s', (_name, changes, expected) => {
    const old = { ...loaded, id: 'Report:0000000000000000', ...changes };
    expect(supersededBy(graph.reports, [old])).toEqual(expected ? [old] : []);
  });

  test.each<[string, Partial<GraphReport>]>([
    ['town', { town: null }],
    ['year', { year: null }],
    ['town and year', { town: null, year: null }],
  ])('where the %s is not known, it takes the same file and the same title', (_name, unknown) => {
    const report = { ...loaded, ...unknown };
    const old = { ...report, id: 'Report:0000000000000000' };
    expect(supersededBy([report], [old])).toEqual([old]);
    expect(supersededBy([report], [{ ...old, path: 'x.txt' }])).toEqual([]);
    expect(supersededBy([report], [{ ...old, title: '半年工作总结' }])).toEqual([]);
  });
});

const evidence = (report: string, text: string, stated: object = {}): string =>
  JSON.stringify({ report, start: 0, end: text.length, text, rule: 'r', ...stated });

test('evidence says of which report it is, whatever is in it', () => {
  for (const id of ['Report:a', '引号"\\', '\n', '']) expect(reportOf(evidence(id, '"report":"x"'))).toBe(id);
  expect(reportOf('not ours')).toBe('');
});

describe('what other reports support', () => {
  const row = graphRows(graph).edges.find(({ type }) => type === '开工')?.props ?? {};
  const [own] = row.evidence as readonly string[];
  const theirs = evidence('Report:theirs', '开工。');
  const stored = (year: number): ReturnType<typeof foreignTo> =>
    foreignTo(new Set([loaded.id, 'Report:old']), [loaded, { ...loaded, id: 'Report:theirs', year }]);
  const older = stored(2022);
  const kept = (found: object, foreign = older) => withForeignEvidence(row, { ...found }, foreign);

  test('an edge keeps their evidence, and what only they state', () => {
    const said = evidence('Report:theirs', '开工。', { role: '业主', amount: '3亿元' });
    const props = kept({ evidence: [said] });
    expect(props.evidence).toEqual([own, said].sort());
    expect([props.role, props.amount, props.yuan]).toEqual(['业主', '1.2亿元', 120_000_000]);
  });

  test('of two amounts the newest report’s stands, with its yuan', () => {
    const found = { evidence: [evidence('Report:theirs', '开工。', { amount: '3万美元', count: 2 })] };
    const props = kept(found, stored(2024));
    expect([props.amount, props.yuan, props.count]).toEqual(['3万美元', null, 2]);
    expect(kept({ evidence: [theirs] }, stored(2024)).amount).toBe('1.2亿元');
    // Of a report that is not there nobody knows the year.
    expect(kept(found, foreignTo(new Set([loaded.id]), [loaded])).amount).toBe('1.2亿元');
  });

  test('what none of the evidence states any more goes', () => {
    expect(kept({ evidence: [theirs], role: '业主' }).role).toBe(null);
  });

  test('what somebody else wrote there is kept and states nothing', () => {
    const wrong = ['', '7', 'null', '{"report":"Report:theirs",', '{"report":"Report:theirs","amount":7}'];
    const props = kept({ evidence: wrong });
    expect([props.evidence, props.amount]).toEqual([[own, ...wrong].sort(), '1.2亿元']);
  });

  test('what is stated anywhere is not derived', () => {
    const derived = { ...row, derived: true };
    const both = (found: object) => withForeignEvidence(derived, { ...found }, older).derived;
    expect(both({ evidence: [theirs], derived: true })).toBe(true);
    expect(both({ evidence: [theirs] })).toBe(null);
    expect(kept({ evidence: [theirs], derived: true }).derived).toBe(null);
  });

  test('in the same order whoever was loaded last', () => {
    expect(kept({ evidence: [theirs, own] })).toEqual(kept({ evidence: [own, theirs] }));
  });

  test('where they have none, the edge is as the graph has it', () => {
    expect(kept({ evidence: [evidence('Report:old', '开工。')], role: '业主' })).toBe(row);
    expect(kept({})).toBe(row);
  });

  test('a node keeps its name and their aliases', () => {
    const node = graphRows(graph).nodes.find(({ id }) => id === QINGHE)?.props ?? {};
    const props = withForeignNames(NODE_COLUMNS.Town, node, { name: '青禾', aliases: ['青禾街'], code: '1' });
    expect([props.name, props.aliases, props.code]).toEqual(['青禾', ['青禾街', '青禾镇'], '990101100']);
    expect(withForeignNames(NODE_COLUMNS.Town, node, props)).toEqual(props);
  });

  test('a node that they give no alias is the same at the next load', () => {
    const node = {
      ...graphRows(graph).nodes.find(({ id }) => id === QINGHE)?.props,
      aliases: ['青禾', '禾镇'],
    };
    const props = withForeignNames(NODE_COLUMNS.Town, node, { name: '青禾镇', aliases: [] });
    expect(withForeignNames(NODE_COLUMNS.Town, node, props)).toEqual(props);
  });
});

test.each<[string | undefined, number | null]>([
  ['2.3亿元', 230_000_000],
  ['近1756.81万元', 17_568_100],
  ['1.5万亿元', 1_500_000_000_000],
  ['800元', 800],
  ['3000万美元', null],
  ['若干元', null],
  [undefined, null],
])('%s is %s yuan', (amount, yuan) => {
  expect(yuanOf(amount)).toBe(yuan);
});
