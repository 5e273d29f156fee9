/** What is shown, as a list. */
import { h } from '../dom.js';
import type { View } from '../view.js';

export const tableView: View = {
  name: 'table',
  title: (say) => say('表格', 'Table'),
  canvas: 'none',
  render: ({ say }) => [h('h1', {}, say('表格', 'Table'))],
};
