/** Pieces that several views share: a choice of one, the towns to pick, what to say where nothing is left. */
import { at } from '../data.js';
import { h } from '../dom.js';
import { shownEdges } from '../models/facts.js';
import { clearFilters, filter, option, type State } from '../state.js';
import type { ViewContext } from '../view.js';
import { visible } from '../visible.js';
import { figure, type Say } from '../words.js';

/** The chosen one of `all` under this option; the first is what a view has of itself. */
export const chosen = <T extends string>(state: State, name: string, all: readonly [T, ...T[]]): T =>
  all.find((value) => value === state.options.get(name)) ?? all[0];

/** A row of buttons of which one is pressed. */
export const choice = <T extends string>(
  { state, actions }: ViewContext,
  name: string,
  label: string,
  all: readonly [T, ...T[]],
  text: (value: T) => string,
): HTMLElement => {
  const now = chosen(state, name, all);
  return h(
    'div',
    { class: 'choice', attributes: { role: 'group', 'aria-label': label } },
    ...all.map((value) =>
      h(
        'button',
        {
          attributes: { 'aria-pressed': String(value === now), 'data-key': `${name}-${value}` },
          onClick: () => actions.change((state) => option(state, name, value === all[0] ? null : value)),
        },
        text(value),
      ),
    ),
  );
};

/** The towns picked for comparison that are in this graph. */
export const pickedTowns = ({ data, state }: ViewContext): readonly number[] =>
  data.towns.filter((town) => state.picked.includes(town));

/** A button for each town; pressed where it is picked. */
export const townPicker = ({ data, state, say, actions }: ViewContext): HTMLElement =>
  h(
    'div',
    {
      class: 'picker',
      attributes: {
        role: 'group',
        'aria-label': say('对照的镇', 'Towns to compare'),
        'data-scroll': 'picker',
      },
    },
    ...data.towns.map((town) =>
      h(
        'button',
        {
          class: 'pick',
          attributes: {
            'aria-pressed': String(state.picked.includes(town)),
            'data-key': `pick-${at(data.nodes, town).id}`,
          },
          onClick: () =>
            actions.change((now) => ({
              ...now,
              picked: now.picked.includes(town)
                ? now.picked.filter((one) => one !== town)
                : [...now.picked, town],
            })),
        },
        at(data.nodes, town).name,
      ),
    ),
    state.picked.length > 0 &&
      h(
        'button',
        {
          class: 'plain',
          attributes: { 'data-key': 'pick-none' },
          onClick: () => actions.change((now) => ({ ...now, picked: [] })),
        },
        say('取消选择', 'Clear'),
      ),
  );

/** Nothing is left: what to do about it. `nothing` is said where no filter is to blame. */
export const emptyState = ({ data, shown, say, actions }: ViewContext, nothing: string): HTMLElement => {
  const filtered = shown.edgeCount < data.edges.length || shown.nodeCount < data.nodes.length;
  return h(
    'p',
    { class: 'empty', attributes: { 'data-testid': 'empty' } },
    ...(filtered
      ? [
          say('没有符合条件的关系', 'Nothing fits the filters'),
          ' · ',
          h(
            'button',
            {
              class: 'plain',
              attributes: { 'data-key': 'empty-clear' },
              onClick: () => actions.change(clearFilters),
            },
            say('清除筛选', 'Clear filters'),
          ),
        ]
      : [nothing]),
  );
};

/** How many rows of a list are shown: a first portion, and one more for each step asked for. */
export const portion = (state: State, name: string, first: number): number => {
  const more = Number(state.options.get(name));
  return Number.isSafeInteger(more) && more > first ? more : first;
};

/** Shows the next portion; null where all are shown. */
export const moreButton = (
  { actions, say }: ViewContext,
  name: string,
  shown: number,
  total: number,
  step: number,
): HTMLElement | null =>
  shown >= total
    ? null
    : h(
        'button',
        {
          class: 'plain more',
          attributes: { 'data-key': `more-${name}` },
          onClick: () => actions.change((state) => option(state, name, String(shown + step))),
        },
        say(`还有 ${figure(total - shown)} 项`, `${figure(total - shown)} more`),
      );

/** 12 项, 1 item. */
export const items = (count: number, say: Say): string =>
  say(`${figure(count)} 项`, `${figure(count)} item${count === 1 ? '' : 's'}`);

/** Facts that the filters leave; that figures are not drawn in the graph does not keep them from being read elsewhere. */
export const figuresShown = ({ data, state, shown }: ViewContext): readonly number[] => {
  const { hiddenTypes } = state.filters;
  if (!hiddenTypes.has('Indicator')) return shownEdges(shown.edges);
  const types = new Set(hiddenTypes);
  types.delete('Indicator');
  return shownEdges(visible(data, filter(state, { hiddenTypes: types })).edges);
};
