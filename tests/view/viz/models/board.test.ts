import { describe, expect, it } from 'vitest';
import { projectBoard } from '../../../../viz/models/board.js';
import { all, fact, made, nameAt } from '../made.js';

const data = made(
  [
    fact('Town:青禾镇 开工 Project:冷链中心', '青禾镇', { status: 'done', year: 2023, amount: '2.3亿元' }),
    fact('Town:青禾镇 竣工 Project:冷链中心', '青禾镇', { status: 'planned', year: 2025 }),
    fact('Town:青禾镇 投产 Project:冷链中心', '青禾镇', { status: 'planned', year: 2026 }),
    fact('Town:柳溪镇 在建 Project:柳溪水厂', '柳溪镇', { status: 'planned', year: 2025 }),
    fact('Town:柳溪镇 投产 Project:柳溪水厂', '柳溪镇', { status: 'planned', year: 2026 }),
    fact('Town:柳溪镇 在建 Project:文化礼堂', '柳溪镇', { status: 'ongoing' }),
    fact('Town:柳溪镇 开工 Project:文化礼堂', '柳溪镇', { status: 'planned', year: 2022 }),
    fact('Town:柳溪镇 竣工 Park:柳溪园区', '柳溪镇', { status: 'done', year: 2024 }),
    fact('Town:柳溪镇 获评 Honour:文明镇', '柳溪镇', { status: 'done' }),
  ],
  { 'Project:柳溪水厂': { amount: '3000万元' } },
);

const written = () =>
  projectBoard(data, all(data))
    .filter(({ cards }) => cards.length > 0)
    .map(({ stage, cards, planned }) => [
      stage,
      planned,
      ...cards.map(({ node, standing, next, amount }) =>
        [nameAt(data, node), standing, amount ?? '', next === null ? '' : `→${next.stage} ${next.year}`].join(
          '/',
        ),
      ),
    ]);

describe('the board of projects', () => {
  it('has each project once: where it has got to, or where it is first planned', () => {
    expect(written()).toEqual([
      ['开工', 0, '冷链中心/done/2.3亿元/→竣工 2025'],
      ['在建', 1, '文化礼堂/ongoing//', '柳溪水厂/planned/3000万元/→投产 2026'],
      ['竣工', 0, '柳溪园区/done//'],
    ]);
  });

  it('keeps every stage as a column, in order', () => {
    const stages = ['规划', '签约', '落户', '供地', '开工', '在建', '竣工', '投产', '验收'];
    expect(projectBoard(data, []).map(({ stage }) => stage)).toEqual(stages);
  });

  it('goes by what the filters leave', () => {
    const planned = all(data).filter((edge) => data.edges[edge]?.status === 'planned');
    const columns = projectBoard(data, planned).filter(({ cards }) => cards.length > 0);
    expect(columns.map(({ stage, cards }) => [stage, cards.length])).toEqual([
      ['开工', 1],
      ['在建', 1],
      ['竣工', 1],
    ]);
  });
});
