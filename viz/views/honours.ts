/** Honours by level and year. */
import { h } from '../dom.js';
import type { View } from '../view.js';

export const honoursView: View = {
  name: 'honours',
  title: (say) => say('荣誉', 'Honours'),
  canvas: 'none',
  render: ({ say }) => [h('h1', {}, say('荣誉', 'Honours'))],
};
