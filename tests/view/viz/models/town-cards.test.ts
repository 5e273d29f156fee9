import { expect, it } from 'vitest';
import { townCards } from '../../../../viz/models/town-cards.js';
import { all, fact, made, nameAt } from '../made.js';

const data = made([
  fact('Village:东坝村 位于 Town:青禾镇', '青禾镇'),
  fact('Village:东坝村 获评 Honour:文明村', '青禾镇', { status: 'planned', year: 2023 }),
  fact('Village:东坝村 获评 Honour:文明村', '青禾镇', { status: 'done', year: 2024 }),
  fact('Town:青禾镇 开工 Project:水厂', '青禾镇', { status: 'done' }),
  fact('Town:青禾镇 竣工 Project:水厂', '青禾镇', { status: 'planned' }),
  fact('Town:柳溪镇 实施 Program:河长制', '柳溪镇', { status: 'done' }),
]);

it('cards count things once, whatever is said of them, and name what most sentences speak of', () => {
  const cards = townCards(data, all(data), 2).map(({ town, counts, strongest, years }) => [
    nameAt(data, town),
    counts,
    strongest.map(({ node, sentences }) => `${nameAt(data, node)} ${sentences}`),
    years,
  ]);
  expect(cards).toEqual([
    ['柳溪镇', { honours: 0, programs: 1, projects: 0, figures: 0 }, ['河长制 1'], [2024]],
    ['青禾镇', { honours: 1, programs: 0, projects: 1, figures: 0 }, ['东坝村 3', '文明村 2'], [2024]],
  ]);
});
