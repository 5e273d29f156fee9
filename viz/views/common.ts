/** What towns have in common. */
import { h } from '../dom.js';
import type { View } from '../view.js';

export const commonView: View = {
  name: 'common',
  title: (say) => say('共同', 'Common'),
  canvas: 'beside',
  render: ({ say }) => [h('h1', {}, say('共同', 'Common'))],
};
