/** What can be done with one thing on the canvas: unfold, look at it alone, pin, put away, ask for paths. */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import { unfoldedBy } from '../drawn.js';
import * as explore from '../explore.js';
import type { State, Unfolding } from '../state.js';
import type { Actions } from '../view.js';
import type { Visible } from '../visible.js';
import { figure, type Say } from '../words.js';

const tool = (name: string, key: string, on: boolean | null, onClick: () => void): HTMLElement =>
  h(
    'button',
    {
      class: 'node-tool',
      attributes: { 'data-key': `tool-${key}`, ...(on === null ? {} : { 'aria-pressed': String(on) }) },
      onClick,
    },
    name,
  );

export const nodeTools = (
  data: Data,
  node: number,
  state: State,
  shown: Visible,
  say: Say,
  { change }: Actions,
): HTMLElement => {
  const step: Unfolding = { node, relation: null };
  const count = new Set(unfoldedBy(data, step, shown)).size - 1;
  const pinned = state.pinned.has(node);
  return h(
    'p',
    { class: 'node-tools' },
    tool(say(`聚焦 ${figure(count)}`, `Focus ${figure(count)}`), 'focus', null, () =>
      change((now) => explore.focusOn(now, node)),
    ),
    tool(say('到…的路径', 'Path to …'), 'path', state.path?.from === node && state.path.to === null, () =>
      change((now) => explore.pathFrom(now, node)),
    ),
    tool(say('固定', 'Pin'), 'pin', pinned, () => change((now) => explore.togglePin(now, node))),
    tool(say('隐藏', 'Hide'), 'hide', null, () => change((now) => explore.hide(now, node))),
  );
};

/** Beside the heading of a relation: puts its things on the canvas, or takes them off. The heading has their number. */
export const unfoldButton = (
  state: State,
  step: Unfolding,
  name: string,
  say: Say,
  { change }: Actions,
): HTMLElement => {
  const on = explore.isUnfolded(state, step);
  return h(
    'button',
    {
      class: 'unfold',
      attributes: {
        'data-key': `unfold-${step.relation?.type}-${step.relation?.side}`,
        'aria-pressed': String(on),
        'aria-label': `${say('在图中展开', 'Unfold in the graph')} ${name}`,
      },
      onClick: () => change((now) => ({ ...explore.unfold(now, step), view: 'graph' })),
    },
    on ? say('收起', 'fold') : say('展开', 'unfold'),
  );
};
