/** Figures of towns side by side. */
import { h } from '../dom.js';
import type { View } from '../view.js';

export const indicatorsView: View = {
  name: 'indicators',
  title: (say) => say('指标', 'Figures'),
  canvas: 'none',
  render: ({ say }) => [h('h1', {}, say('指标', 'Figures'))],
};
