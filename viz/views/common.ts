/** What towns have in common: pick two or more, and read it as sentences side by side or as a matrix. */
import { at } from '../data.js';
import { h } from '../dom.js';
import { likestPair, SUBJECTS, type Subject } from '../models/compare.js';
import { shownEdges } from '../models/facts.js';
import type { View, ViewContext } from '../view.js';
import type { Say } from '../words.js';
import { commonList } from './common-list.js';
import { commonMatrix } from './common-matrix.js';
import { choice, chosen, pickedTowns, townPicker } from './parts.js';

const FORMS = ['list', 'matrix'] as const;

const subjectName = (subject: Subject, say: Say): string =>
  subject === 'programs' ? say('政策行动', 'Programmes') : say('荣誉', 'Honours');

/** What the reader picked, or what is looked at until then; and what to say of that. */
const townsToCompare = (
  context: ViewContext,
  edges: readonly number[],
  subject: Subject,
  form: (typeof FORMS)[number],
): { readonly towns: readonly number[]; readonly note: string } => {
  const { data, say } = context;
  const picked = pickedTowns(context);
  if (picked.length >= 2) return { towns: picked, note: '' };
  if (form === 'matrix') return { towns: data.towns, note: '' };
  const towns = likestPair(data, edges, subject, picked[0] ?? null);
  const names = towns.map((town) => at(data.nodes, town).name);
  const note =
    picked.length === 0
      ? say(
          `点选两个或更多的镇进行对照。尚未选择，先看共同点最多的：${names.join('、')}。`,
          `Pick two or more towns. Until then, the two that share most: ${names.join(', ')}.`,
        )
      : say(
          `再选一个镇。先看与它共同点最多的：${names.slice(1).join('、')}。`,
          `Pick another town. Until then, the one that shares most with it: ${names.slice(1).join(', ')}.`,
        );
  return { towns, note };
};

export const commonView: View = {
  name: 'common',
  title: (say) => say('共同', 'Common'),
  canvas: 'beside',
  render: (context) => {
    const { data, state, shown, say } = context;
    const subject = chosen(state, 'common.of', SUBJECTS);
    const form = chosen(state, 'common.as', FORMS);
    const edges = shownEdges(shown.edges);
    const { towns, note } = townsToCompare(context, edges, subject, form);
    const content =
      data.towns.length < 2
        ? [
            h(
              'p',
              { class: 'empty', attributes: { 'data-testid': 'empty' } },
              say('对照需要两个以上乡镇的报告。', 'A comparison needs reports of two or more towns.'),
            ),
          ]
        : [
            townPicker(context),
            note !== '' && h('p', { class: 'quiet note' }, note),
            ...(form === 'list'
              ? commonList(context, edges, subject, towns)
              : commonMatrix(context, edges, subject, towns)),
          ];
    return [
      h(
        'div',
        { class: 'work' },
        h(
          'div',
          { class: 'work-head' },
          h('h1', {}, say('共同', 'Common')),
          choice(context, 'common.of', say('内容', 'What'), SUBJECTS, (value) => subjectName(value, say)),
          choice(context, 'common.as', say('形式', 'Form'), FORMS, (value) =>
            value === 'list' ? say('对照', 'Side by side') : say('矩阵', 'Matrix'),
          ),
        ),
        ...content,
      ),
    ];
  },
};
