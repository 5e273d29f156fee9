/** Towns side by side: what all have, most, some, and each alone, with one sentence a town. */
import { at, type Data, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { mark } from '../mark.js';
import { compareTowns, EXTENTS, type Extent, type Shared, type Subject } from '../models/compare.js';
import { factTags, nodeButton } from '../panels/parts.js';
import type { ViewContext } from '../view.js';
import { figure, relationName, type Say, typeName } from '../words.js';
import { emptyState, items, moreButton, portion } from './parts.js';

/** Shown at first of each extent. */
const FIRST = 12;
const STEP = 40;

const heading = (extent: Extent, towns: number, say: Say): string =>
  ({
    all: towns === 2 ? say('两镇共有', 'Both') : say(`${towns} 个镇共有`, `All ${towns} towns`),
    most: say('多数镇共有', 'Most'),
    some: say('部分镇共有', 'Some'),
    one: say('一镇独有', 'One alone'),
  })[extent];

/** The sentence with both names marked; a press shows it in the panel with its source. */
const sentence = (
  { data, state, say, actions }: ViewContext,
  town: number,
  edges: readonly number[],
): HTMLElement => {
  const edge = at(edges, 0);
  const fact = at(data.edges, edge);
  const { text } = at(data.sentences, at(fact.evidence, 0)[0]);
  const ends = [fact.from, fact.to].map((node) => at(data.nodes, node));
  const pieces = mark(
    text,
    ends.map(({ name, aliases = [] }) => [name, ...aliases]),
  );
  const selected = state.selection?.kind === 'fact' && edges.includes(state.selection.index);
  // Who did it, where it was not the town itself.
  const [subject] = ends;
  const by = fact.from === town || subject === undefined ? '' : nameOf(subject);
  return h(
    'button',
    {
      class: 'side',
      attributes: {
        'data-key': `side-${edge}`,
        'data-testid': 'side',
        ...(selected ? { 'aria-current': 'true' } : {}),
      },
      onClick: () => actions.selectFact(edge),
    },
    h(
      'span',
      { class: 'side-head' },
      h('strong', {}, at(data.nodes, town).name),
      by !== '' && h('span', { class: 'quiet' }, by),
      ...factTags(fact, say),
      edges.length > 1 &&
        h('span', { class: 'quiet' }, say(`共 ${edges.length} 条`, `${edges.length} facts`)),
    ),
    h(
      'span',
      { class: 'side-text' },
      ...pieces.map(({ text, name }) =>
        name === null ? text : h('mark', { class: name === 0 ? 'subject' : 'object' }, text),
      ),
    ),
  );
};

const sharedItem = (context: ViewContext, { node, facts }: Shared): HTMLElement =>
  h(
    'article',
    {
      class: 'common-item',
      attributes: {
        'data-testid': 'common-item',
        ...(isSelected(context, node) ? { 'aria-current': 'true' } : {}),
      },
    },
    h('h4', {}, nodeButton(context.data, node, context.actions)),
    h('div', { class: 'sides' }, ...[...facts].map(([town, edges]) => sentence(context, town, edges))),
  );

const isSelected = ({ data, state: { selection } }: ViewContext, node: number): boolean =>
  selection !== null &&
  (selection.kind === 'node' ? selection.index === node : at(data.edges, selection.index).to === node);

/** What one town alone has is many: names only, under the town. */
const aloneOf = (context: ViewContext, town: number, own: readonly Shared[]): HTMLElement => {
  const { data, state, say, actions } = context;
  const option = `common.alone.${at(data.nodes, town).id}`;
  const count = portion(state, option, FIRST);
  return h(
    'section',
    { class: 'alone' },
    h('h4', {}, at(data.nodes, town).name, h('span', { class: 'figure quiet' }, figure(own.length))),
    h(
      'ul',
      { class: 'rows' },
      ...own.slice(0, count).map(({ node, facts }) => {
        const edge = at(facts.get(town) ?? [], 0);
        const { name, label } = at(data.nodes, node);
        return h(
          'li',
          {},
          h(
            'button',
            {
              class: 'fact',
              attributes: {
                'data-key': `alone-${edge}`,
                ...(isSelected(context, node) ? { 'aria-current': 'true' } : {}),
              },
              onClick: () => actions.selectFact(edge),
            },
            h('span', { class: 'thing' }, disc(label), h('span', {}, name)),
            h('span', { class: 'fact-side' }, ...factTags(at(data.edges, edge), say)),
          ),
        );
      }),
    ),
    moreButton(context, option, Math.min(count, own.length), own.length, STEP),
  );
};

const alone = (
  context: ViewContext,
  towns: readonly number[],
  all: readonly Shared[],
): readonly HTMLElement[] =>
  towns.flatMap((town) => {
    const own = all.filter(({ facts }) => facts.has(town));
    return own.length === 0 ? [] : [aloneOf(context, town, own)];
  });

const nothing = (data: Data, subject: Subject, say: Say): string => {
  const label = subject === 'programs' ? 'Program' : 'Honour';
  const relation = relationName(subject === 'programs' ? '实施' : '获评', say);
  return data.edges.some(({ type }) => type === (subject === 'programs' ? '实施' : '获评'))
    ? say('这几个镇的报告没有说到。', 'The reports of these towns do not speak of it.')
    : say(
        `报告里没有读出${typeName(label, say)}（${relation}）。`,
        `No ${typeName(label, say).toLowerCase()} was read in the reports.`,
      );
};

export const commonList = (
  context: ViewContext,
  edges: readonly number[],
  subject: Subject,
  towns: readonly number[],
): readonly HTMLElement[] => {
  const { data, state, say } = context;
  const compared = compareTowns(data, edges, subject, towns);
  if (EXTENTS.every((extent) => compared[extent].length === 0)) {
    return [emptyState(context, nothing(data, subject, say))];
  }
  return EXTENTS.flatMap((extent) => {
    const all = compared[extent];
    // That nothing is shared by all is an answer; that there is no most of two is none.
    if (all.length === 0 && extent !== 'all') return [];
    const option = `common.${extent}`;
    const count = portion(state, option, FIRST);
    return [
      h(
        'section',
        { class: 'extent', attributes: { 'data-testid': `extent-${extent}` } },
        h(
          'h3',
          {},
          heading(extent, towns.length, say),
          h('span', { class: 'figure' }, items(all.length, say)),
        ),
        ...(extent === 'one'
          ? [h('div', { class: 'sides' }, ...alone(context, towns, all))]
          : [
              ...all.slice(0, count).map((shared) => sharedItem(context, shared)),
              moreButton(context, option, Math.min(count, all.length), all.length, STEP),
              all.length === 0 && h('p', { class: 'quiet' }, say('没有', 'none')),
            ]),
      ),
    ];
  });
};
