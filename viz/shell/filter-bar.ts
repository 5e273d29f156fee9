/**
 * The bar below: how much of the graph shows, and the filters, each with what it holds. Derived from the schema;
 * what this graph does not hold is left out.
 */
import { NODE_LABELS } from '../../src/schema.js';
import type { Data } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import type { State } from '../state.js';
import * as update from '../state.js';
import type { Actions } from '../view.js';
import { totals, type Visible } from '../visible.js';
import { figure, type Say, STANDING_ORDER, STANDINGS, standingName, typeName } from '../words.js';

const chip = (
  sign: HTMLElement,
  name: string,
  count: number,
  on: boolean,
  onClick: () => void,
): HTMLElement =>
  h(
    'button',
    {
      class: 'chip',
      title: name,
      attributes: {
        role: 'switch',
        'aria-checked': String(on),
        'aria-label': name,
        'data-key': `chip-${name}`,
      },
      onClick,
    },
    sign,
    h('span', { class: 'figure' }, figure(count)),
  );

export const filterBar = (
  data: Data,
  state: State,
  shown: Visible,
  say: Say,
  { change }: Actions,
): readonly HTMLElement[] => {
  const { types, standings } = totals(data);
  const typeChips = NODE_LABELS.flatMap((label) => {
    const count = label === 'Report' ? 0 : (types.get(label) ?? 0);
    if (count === 0) return [];
    const on = !state.filters.hiddenTypes.has(label);
    const toggle = (): void => change((now) => update.toggleType(now, label));
    return [chip(disc(label), typeName(label, say), count, on, toggle)];
  });
  const standingChips = STANDING_ORDER.flatMap((standing) => {
    const count = standings.get(standing) ?? 0;
    if (count === 0) return [];
    const line = h('span', { class: 'line', style: { 'background-color': STANDINGS[standing].color } });
    const sign = h('span', { class: 'chip-sign' }, line, standingName(standing, say));
    const on = !state.filters.hiddenStandings.has(standing);
    const toggle = (): void => change((now) => update.toggleStanding(now, standing));
    return [chip(sign, standingName(standing, say), count, on, toggle)];
  });
  const hidden = shown.nodeCount < data.nodes.length || shown.edgeCount < data.edges.length;
  return [
    h(
      'p',
      { class: 'shown', attributes: { 'data-testid': 'shown' } },
      `${say('显示', 'showing')} ${figure(shown.nodeCount)} / ${say('共', 'of')} ${figure(data.whole?.nodes ?? data.nodes.length)}`,
      ' ',
      h(
        'span',
        { class: 'quiet' },
        `${say('事实', 'facts')} ${figure(shown.edgeCount)} / ${say('共', 'of')} ${figure(data.whole?.edges ?? data.edges.length)}`,
      ),
    ),
    h('div', { class: 'chips' }, ...typeChips),
    h('div', { class: 'chips' }, ...standingChips),
    ...(hidden
      ? [
          h(
            'button',
            {
              class: 'plain',
              attributes: { 'data-key': 'clear-filters' },
              onClick: () => change(update.clearFilters),
            },
            say('清除筛选', 'Clear filters'),
          ),
        ]
      : []),
  ];
};
