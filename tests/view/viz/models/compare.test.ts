import { describe, expect, it } from 'vitest';
import { compareTowns, EXTENTS, extentOf, likestPair, type Subject } from '../../../../viz/models/compare.js';
import { unitsOfFacts } from '../../../../viz/models/facts.js';
import { townMatrix } from '../../../../viz/models/matrix.js';
import { all, fact, made, nameAt, named } from '../made.js';

const data = made([
  fact('Village:东坝村 位于 Town:青禾镇', '青禾镇'),
  fact('Company:云帆纺织 位于 Village:东坝村', '青禾镇'),
  fact('Town:青禾镇 实施 Program:垃圾分类', '青禾镇', { status: 'planned', year: 2025 }),
  fact('Town:青禾镇 实施 Program:垃圾分类', '青禾镇', { status: 'done', year: 2024 }),
  fact('Town:柳溪镇 实施 Program:垃圾分类', '柳溪镇', { status: 'ongoing' }),
  fact('Town:白芦镇 实施 Program:垃圾分类', '白芦镇', { status: 'planned' }),
  fact('Town:青禾镇 实施 Program:河长制', '青禾镇', { status: 'done' }),
  fact('Town:柳溪镇 实施 Program:河长制', '柳溪镇', { status: 'done' }),
  fact('Town:白芦镇 实施 Program:田长制', '白芦镇', { status: 'done' }),
  fact('Company:云帆纺织 获评 Honour:专精特新', '柳溪镇', { status: 'done' }),
  fact('Town:柳溪镇 获评 Honour:专精特新', '柳溪镇', { status: 'candidate' }),
  fact('Product:荷花茶 获评 Honour:名品', '白芦镇', { status: 'done' }),
  fact('Region:云川县 获评 Honour:文明县', '白芦镇', { status: 'done' }),
]);
const qinghe = named(data, '青禾镇');
const liuxi = named(data, '柳溪镇');
const bailu = named(data, '白芦镇');
const written = (towns: readonly number[], subject: Subject): readonly (readonly string[])[] => {
  const compared = compareTowns(data, all(data), subject, towns);
  return EXTENTS.map((extent) =>
    compared[extent].map(({ node, facts }) =>
      [node, ...facts.keys()].map((one) => nameAt(data, one)).join(' '),
    ),
  );
};

describe('whose a fact is', () => {
  it.each([
    ['云帆纺织', '获评', ['青禾镇'], 'of the town it lies in, though another reports it'],
    ['荷花茶', '获评', ['白芦镇'], 'of the town that reports it, where it lies nowhere known'],
    ['云川县', '获评', [], 'of no town, being the county’s'],
  ])('%s %s: %j, %s', (subject, type, towns) => {
    const edge = data.edges.findIndex((one) => one.type === type && nameAt(data, one.from) === subject);
    expect(unitsOfFacts(data)[edge]?.map((town) => nameAt(data, town))).toEqual(towns);
  });
});

describe('towns compared', () => {
  it('by what all, most and one of three have', () => {
    expect(written([qinghe, liuxi, bailu], 'programs')).toEqual([
      ['垃圾分类 青禾镇 柳溪镇 白芦镇'],
      ['河长制 青禾镇 柳溪镇'],
      [],
      ['田长制 白芦镇'],
    ]);
  });

  it('with two, only by what both or one have', () => {
    expect(written([bailu, qinghe], 'programs')).toEqual([
      ['垃圾分类 白芦镇 青禾镇'],
      [],
      [],
      ['河长制 青禾镇', '田长制 白芦镇'],
    ]);
  });

  it('by the honours of their own and of what lies in them', () => {
    expect(written([qinghe, liuxi], 'honours')).toEqual([['专精特新 青禾镇 柳溪镇'], [], [], []]);
  });

  it('by what the filters leave', () => {
    const done = all(data).filter((edge) => data.edges[edge]?.status === 'done');
    const { all: both } = compareTowns(data, done, 'programs', [qinghe, liuxi]);
    expect(both.map(({ node }) => nameAt(data, node))).toEqual(['河长制']);
  });

  it('shows what was done before what is planned', () => {
    const [shared] = compareTowns(data, all(data), 'programs', [qinghe, liuxi]).all;
    const standings = shared?.facts.get(qinghe)?.map((edge) => data.edges[edge]?.status);
    expect([nameAt(data, shared?.node ?? -1), standings]).toEqual(['垃圾分类', ['done', 'planned']]);
  });

  it('opens with the two that share most', () => {
    expect([...likestPair(data, all(data), 'programs')].sort()).toEqual([qinghe, liuxi].sort());
    expect(likestPair(data, all(data), 'programs', bailu)[0]).toBe(bailu);
    expect(likestPair(data, all(data), 'programs', liuxi)).toEqual([liuxi, qinghe]);
    expect(likestPair(made([]), [], 'programs')).toEqual([]);
  });

  it.each([
    [5, 5, 'all'],
    [3, 5, 'most'],
    [2, 5, 'some'],
    [2, 4, 'some'],
    [1, 5, 'one'],
    [2, 2, 'all'],
    [1, 2, 'one'],
  ])('%i of %i is %s', (have, asked, extent) => {
    expect(extentOf(have, asked)).toBe(extent);
  });
});

describe('the matrix', () => {
  it('has a cell for each town, and counts each column', () => {
    const matrix = townMatrix(data, all(data), 'programs', [qinghe, liuxi, bailu], 1);
    const rows = matrix.rows.map(({ node, cells }) => [
      nameAt(data, node),
      ...cells.map((cell) => cell?.standing ?? null),
    ]);
    expect(rows).toEqual([
      ['垃圾分类', 'done', 'ongoing', 'planned'],
      ['河长制', 'done', 'done', null],
      ['田长制', null, null, 'done'],
    ]);
    expect(matrix.counts).toEqual([2, 2, 2]);
    expect(matrix.rows[0]?.cells[0]).toMatchObject({ sentences: 2 });
  });

  it('says how many rows it leaves out', () => {
    const matrix = townMatrix(data, all(data), 'programs', [qinghe, liuxi, bailu], 2);
    expect([matrix.rows.length, matrix.total]).toEqual([2, 3]);
    expect(matrix.counts).toEqual([2, 2, 1]);
  });
});
