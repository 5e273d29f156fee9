/** The rail on the left: one button for each view. */
import { h } from '../dom.js';
import type { State, ViewName } from '../state.js';
import type { View } from '../view.js';
import type { Say } from '../words.js';

/** A character that stands for the view where there is no room for its name. */
const SIGN: Readonly<Record<ViewName, string>> = {
  overview: '▦',
  graph: '⚯',
  common: '∩',
  projects: '▤',
  honours: '★',
  indicators: '▥',
  table: '☰',
  ask: '？',
};

export const rail = (
  views: readonly View[],
  state: State,
  say: Say,
  open: (view: ViewName) => void,
): readonly HTMLElement[] =>
  views.map(({ name, title }) =>
    h(
      'button',
      {
        class: 'rail-item',
        attributes: {
          'data-key': `view-${name}`,
          'data-view': name,
          ...(state.view === name ? { 'aria-current': 'page' } : {}),
        },
        onClick: () => open(name),
      },
      h('span', { class: 'rail-sign', attributes: { 'aria-hidden': 'true' } }, SIGN[name]),
      h('span', {}, title(say)),
    ),
  );
