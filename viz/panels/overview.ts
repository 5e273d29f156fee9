/** The panel with nothing selected: how to read the page. */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import type { Say } from '../words.js';

export const readingPanel = (data: Data, say: Say): readonly HTMLElement[] => {
  const several = data.towns.length > 1;
  const reading = several
    ? say(
        '一个圆点是一个条目，围着哪个镇就出自哪个镇的报告；几个镇之间的，是它们共有的。点圆点看事实，点连线看原文。',
        'Each disc is one thing, round the town whose report speaks of it; what several share lies between them. Click a disc for its facts, a line for the sentences.',
      )
    : say(
        '一个圆点是报告提到的一个条目，越大依据越多。点圆点看事实，点连线看原文。',
        'Each disc is one thing the report speaks of; the larger, the more sentences support it. Click a disc for its facts, a line for the sentences.',
      );
  return [h('h1', {}, say('详情', 'Details')), h('p', { class: 'quiet' }, reading)];
};
