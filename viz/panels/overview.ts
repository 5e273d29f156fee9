/** The panel with nothing selected: how to read what one sees, and ways to begin. */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import type { Say } from '../words.js';

export const readingPanel = (data: Data, say: Say): readonly HTMLElement[] => {
  const several = data.towns.length > 1;
  const lines = [
    several
      ? say(
          '图谱里，一个圆点是一个条目，围着哪个镇就出自哪个镇的报告；几个镇之间的，是它们共有的。',
          'In the graph each disc is one thing, round the town whose report speaks of it; what several share lies between them.',
        )
      : say(
          '图谱里，一个圆点是报告提到的一个条目，越大依据越多。',
          'In the graph each disc is one thing the report speaks of; the larger, the more sentences support it.',
        ),
    say(
      '点圆点看它的事实，点连线看原文；双击圆点，展开它的邻居。',
      'Click a disc for its facts, a line for the sentences; double-click a disc to unfold its neighbours.',
    ),
    say(
      '实线：完成；细线：进行中；虚线：计划；点线：入围；浅色：由下级推得。',
      'Solid: done; thin: under way; dashed: planned; dotted: candidate; pale: derived from below.',
    ),
    say(
      'Esc 返回上一步，Ctrl+Z 撤销；网址随时描述当前视图，可直接发给同事。',
      'Esc steps back, Ctrl+Z undoes; the address always describes the present view and can be sent on.',
    ),
  ];
  return [
    h('h1', {}, say('详情', 'Details')),
    h('ul', { class: 'reading-list quiet' }, ...lines.map((line) => h('li', {}, line))),
  ];
};
