/** The first thing one sees: a card for each town. */
import { h } from '../dom.js';
import { overviewPanel } from '../panels/overview.js';
import type { View } from '../view.js';

export const overviewView: View = {
  name: 'overview',
  title: (say) => say('总览', 'Overview'),
  canvas: 'none',
  render: ({ data, say, actions }) => [h('div', { class: 'sheet' }, ...overviewPanel(data, say, actions))],
};
