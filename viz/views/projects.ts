/** Projects by stage. */
import { h } from '../dom.js';
import type { View } from '../view.js';

export const projectsView: View = {
  name: 'projects',
  title: (say) => say('项目', 'Projects'),
  canvas: 'none',
  render: ({ say }) => [h('h1', {}, say('项目', 'Projects'))],
};
