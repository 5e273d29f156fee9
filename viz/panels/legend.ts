/**
 * The legend, which is the filter as well: every type and standing with its sign and its count, and below what the
 * filters leave. Derived from the schema; rows for what this graph does not hold are left out.
 */
import { LABEL_STYLE, NODE_LABELS, type NodeLabel } from '../../src/schema.js';
import type { Data } from '../data.js';
import { h } from '../dom.js';
import type { Standing, State } from '../state.js';
import { totals, type Visible } from '../visible.js';
import { figure, type Say, STANDING_ORDER, STANDINGS, standingName, typeName } from '../words.js';

export interface LegendActions {
  readonly toggleType: (type: NodeLabel) => void;
  readonly toggleStanding: (standing: Standing) => void;
  readonly clear: () => void;
}

const row = (
  sign: HTMLElement,
  name: string,
  count: number,
  shown: boolean,
  onClick: () => void,
): HTMLElement =>
  h(
    'button',
    {
      class: 'key',
      attributes: { role: 'switch', 'aria-checked': String(shown), 'aria-label': name },
      onClick,
    },
    sign,
    h('span', { class: 'key-name' }, name),
    h('span', { class: 'figure' }, figure(count)),
  );

export const disc = (label: NodeLabel): HTMLElement =>
  h(
    'span',
    {
      class: 'disc',
      style: { 'background-color': LABEL_STYLE[label].color },
      attributes: { 'aria-hidden': 'true' },
    },
    LABEL_STYLE[label].mark,
  );

export const legendPanel = (
  data: Data,
  state: State,
  visible: Visible,
  say: Say,
  actions: LegendActions,
): readonly HTMLElement[] => {
  const { types, standings } = totals(data);
  const typeRows = NODE_LABELS.flatMap((label) => {
    const count = label === 'Report' ? 0 : (types.get(label) ?? 0);
    if (count === 0) return [];
    const shown = !state.hiddenTypes.has(label);
    return [row(disc(label), typeName(label, say), count, shown, () => actions.toggleType(label))];
  });
  const standingRows = STANDING_ORDER.flatMap((standing) => {
    const count = standings.get(standing) ?? 0;
    if (count === 0) return [];
    const line = h('span', { class: 'line', style: { 'background-color': STANDINGS[standing].color } });
    const shown = !state.hiddenStandings.has(standing);
    return [row(line, standingName(standing, say), count, shown, () => actions.toggleStanding(standing))];
  });
  const hidden = visible.nodeCount < data.nodes.length || visible.edgeCount < data.edges.length;
  return [
    h('section', {}, h('h2', {}, say('类型', 'Types')), ...typeRows),
    h(
      'section',
      {},
      h('h2', {}, say('状态', 'Standing')),
      ...standingRows,
      data.edges.some(({ derived }) => derived) &&
        h('p', { class: 'quiet note' }, say('浅色线：由下级推得', 'Pale lines: derived from below')),
    ),
    h(
      'p',
      { class: 'shown', attributes: { 'data-testid': 'shown' } },
      `${say('显示', 'showing')} ${figure(visible.nodeCount)} / ${say('共', 'of')} ${figure(data.nodes.length)}`,
      h('br'),
      h(
        'span',
        { class: 'quiet' },
        `${say('事实', 'facts')} ${figure(visible.edgeCount)} / ${say('共', 'of')} ${figure(data.edges.length)}`,
      ),
    ),
    hidden && h('button', { class: 'plain', onClick: actions.clear }, say('清除筛选', 'Clear filters')),
  ].filter((part): part is HTMLElement => part !== false);
};
