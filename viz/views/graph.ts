/** The graph: the canvas has the whole stage; what is drawn round it is put there by the shell. */
import type { View } from '../view.js';

export const graphView: View = {
  name: 'graph',
  title: (say) => say('图谱', 'Graph'),
  canvas: 'alone',
  render: () => [],
};
