/**
 * The bar below: how much of the graph shows, and the filters. Each says how many it holds, the others as they are:
 * what a click would add or take away. Derived from the schema; what this graph does not hold is left out.
 */
import { EDGE_TYPES, NODE_LABELS } from '../../src/schema.js';
import { PALETTES } from '../colour.js';
import { at, type Data } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { facets } from '../facets.js';
import type { State } from '../state.js';
import * as update from '../state.js';
import type { Actions } from '../view.js';
import { totals, type Visible } from '../visible.js';
import { figure, relationName, type Say, STANDING_ORDER, standingName, typeName } from '../words.js';
import { yearChanges, yearSlider } from './year-slider.js';

/** Least numbers of sentences one can ask for. */
const SOURCES = [1, 2, 3, 5] as const;

interface Chip {
  readonly key: string;
  readonly name: string;
  readonly sign?: Node;
  /** Also said in words beside the sign. */
  readonly text?: string;
  readonly count: number;
  readonly on: boolean;
  /** How much of everything a click leaves. */
  readonly leaves: string;
  readonly toggle: () => void;
}

const chip = ({ key, name, sign, text, count, on, leaves, toggle }: Chip): HTMLElement =>
  h(
    'button',
    {
      class: 'chip',
      title: `${name} · ${leaves}`,
      attributes: {
        role: 'switch',
        'aria-checked': String(on),
        'aria-label': name,
        'data-key': `chip-${key}`,
      },
      onClick: toggle,
    },
    sign ?? null,
    text ?? null,
    h('span', { class: 'figure' }, figure(count)),
  );

const LINE_DASH: Readonly<Record<string, string>> = {
  planned: 'dashed',
  target: 'dashed',
  candidate: 'dotted',
};

/** How much shows, of the whole. `canvas`: what is on the canvas, where the present view has one. */
export const shownLine = (
  data: Data,
  { hidden }: State,
  canvas: Pick<Visible, 'nodeCount' | 'edgeCount'>,
  say: Say,
): HTMLElement => {
  const whole = data.whole ?? { nodes: data.nodes.length, edges: data.edges.length };
  return h(
    'p',
    { class: 'shown', attributes: { 'data-testid': 'shown' } },
    `${say('显示', 'showing')} ${figure(canvas.nodeCount)} / ${say('共', 'of')} ${figure(whole.nodes)}`,
    ' ',
    h(
      'span',
      { class: 'quiet' },
      `${say('事实', 'facts')} ${figure(canvas.edgeCount)} / ${say('共', 'of')} ${figure(whole.edges)}`,
    ),
    hidden.size > 0 &&
      h('span', { class: 'quiet' }, ` · ${say(`手动隐藏 ${hidden.size}`, `${hidden.size} put away`)}`),
  );
};

/** `shown`: what the filters leave. `open`: whether the drawer is; closed, it is filled when it is opened. */
export const filterBar = (
  data: Data,
  state: State,
  shown: Visible,
  open: boolean,
  say: Say,
  { change, ...actions }: Actions,
): readonly HTMLElement[] => {
  const all = totals(data);
  const counts = facets(data, state);
  const { filters } = state;
  const things = (count: number, on: boolean): string => {
    const left = shown.nodeCount + (on ? -count : count);
    return say(`点击后剩 ${figure(left)} 个条目`, `a click leaves ${figure(left)} things`);
  };
  const facts = (count: number, on: boolean): string => {
    const left = shown.edgeCount + (on ? -count : count);
    return say(`点击后剩 ${figure(left)} 条事实`, `a click leaves ${figure(left)} facts`);
  };
  const types = NODE_LABELS.flatMap((label) => {
    if (label === 'Report' || !all.types.has(label)) return [];
    const on = !filters.hiddenTypes.has(label);
    const count = counts.types.get(label) ?? 0;
    const toggle = (): void => change((now) => update.toggleType(now, label));
    const name = typeName(label, say);
    return [chip({ key: label, name, sign: disc(label), count, on, leaves: things(count, on), toggle })];
  });
  const standings = STANDING_ORDER.flatMap((standing) => {
    if (!all.standings.has(standing)) return [];
    const color = PALETTES[state.theme].standing(standing);
    const sign = h('span', {
      class: `line ${LINE_DASH[standing] ?? 'solid'}`,
      style: { 'border-color': color },
      attributes: { 'aria-hidden': 'true' },
    });
    const on = !filters.hiddenStandings.has(standing);
    const count = counts.standings.get(standing) ?? 0;
    const toggle = (): void => change((now) => update.toggleStanding(now, standing));
    const name = standingName(standing, say);
    return [chip({ key: standing, name, sign, text: name, count, on, leaves: facts(count, on), toggle })];
  });
  const fillDrawer = (): readonly HTMLElement[] => {
    const relations = EDGE_TYPES.flatMap((type) => {
      if (!all.relations.has(type)) return [];
      const on = !filters.hiddenRelations.has(type);
      const count = counts.relations.get(type) ?? 0;
      const toggle = (): void => change((now) => update.toggleRelation(now, type));
      const name = relationName(type, say);
      return [chip({ key: type, name, text: name, count, on, leaves: facts(count, on), toggle })];
    });
    const pick = (key: string, text: string, count: number, on: boolean, choose: () => void): HTMLElement =>
      h(
        'button',
        {
          class: 'chip pick',
          attributes: { 'aria-pressed': String(on), 'data-key': `chip-${key}` },
          onClick: choose,
        },
        text,
        h('span', { class: 'figure' }, figure(count)),
      );
    const towns = data.towns.map((town) =>
      pick(
        `town-${town}`,
        at(data.nodes, town).name,
        counts.towns.get(town) ?? 0,
        filters.towns.has(town),
        () => change((now) => update.toggleTown(now, town)),
      ),
    );
    const sources = SOURCES.map((least) => {
      const left = [...counts.sources].reduce((sum, [own, count]) => sum + (own >= least ? count : 0), 0);
      const text = least === 1 ? say('不限', 'any') : say(`${least} 句以上`, `${least} or more`);
      return pick(`sources-${least}`, text, left, filters.sources === least, () =>
        change((now) => update.filter(now, { sources: least })),
      );
    });
    const group = (name: string, chips: readonly HTMLElement[]): HTMLElement =>
      h('div', { class: 'filter-group' }, h('h2', {}, name), h('div', { class: 'chips' }, ...chips));
    const changes = yearChanges(data, state, say, { change, ...actions });
    return [
      group(say('关系', 'Relations'), relations),
      ...(data.towns.length > 1 ? [group(say('出自哪些报告单位', 'Reporting units'), towns)] : []),
      group(say('依据句数', 'Sentences behind a fact'), sources),
      ...(changes === null ? [] : [group(say('年度变化', 'Change from year to year'), [changes])]),
    ];
  };
  const drawer = h('div', { class: 'drawer' }, ...(open ? fillDrawer() : []));
  // Filled by the click that opens it: `toggle` is told afterwards, and for a moment the drawer would stand empty.
  const fill = (): void => {
    if (drawer.childElementCount === 0) drawer.append(...fillDrawer());
  };
  const more = h(
    'details',
    { class: 'more-filters', attributes: { 'data-key': 'more-filters' } },
    h('summary', { onClick: fill }, say('更多筛选', 'More filters')),
    drawer,
  );
  const hidden =
    shown.nodeCount < data.nodes.length || shown.edgeCount < data.edges.length || state.hidden.size > 0;
  return [
    hidden
      ? h(
          'button',
          {
            class: 'plain',
            attributes: { 'data-key': 'clear-filters' },
            onClick: () => change(update.clearFilters),
          },
          say('清除筛选', 'Clear filters'),
        )
      : null,
    h('div', { class: 'chips' }, ...types),
    h('div', { class: 'chips' }, ...standings),
    yearSlider(data, state, counts, say, { change, ...actions }),
    more,
  ].filter((part) => part !== null);
};
