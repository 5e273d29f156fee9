/** On the canvas, top left: how much of the graph it holds, what sizes and colours say, and how lines are to be read. */
import { STATUSES } from '../../src/schema.js';
import { PALETTES } from '../colour.js';
import { DASHES } from '../dash.js';
import { at, type Data, nameOf, shorten } from '../data.js';
import { h, s } from '../dom.js';
import { sharedNodes } from '../drawn.js';
import { DASH_OF } from '../link-style.js';
import { COLOURS, colourBy, SIZES, sizeBy } from '../node-style.js';
import { option, type Scope, type State } from '../state.js';
import type { Actions } from '../view.js';
import type { Visible } from '../visible.js';
import { figure, type Say, standingName } from '../words.js';

/** Groups named in the legend; the colours of more could not be told apart. */
const GROUPS_NAMED = 8;

const choice = (
  name: string,
  items: readonly { key: string; text: string; on: boolean; choose: () => void }[],
): HTMLElement =>
  h(
    'div',
    { class: 'choice', attributes: { role: 'group', 'aria-label': name } },
    ...items.map(({ key, text, on, choose }) =>
      h(
        'button',
        { attributes: { 'aria-pressed': String(on), 'data-key': `tools-${key}` }, onClick: choose },
        text,
      ),
    ),
  );

export const lineSign = (standing: (typeof STATUSES)[number] | 'none', color: string): SVGElement => {
  const [period, stroke] = DASHES[DASH_OF[standing]];
  return s(
    'svg',
    { class: 'line-sign', width: 26, height: 8, viewBox: '0 0 26 8', 'aria-hidden': 'true' },
    s('line', {
      x1: 0,
      y1: 4,
      x2: 26,
      y2: 4,
      stroke: color,
      'stroke-width': standing === 'ongoing' ? 1.6 : 2.6,
      ...(period === 0 ? {} : { 'stroke-dasharray': `${stroke} ${period - stroke}` }),
    }),
  );
};

const groupLegend = (data: Data, state: State, say: Say, actions: Actions): HTMLElement =>
  h(
    'ul',
    { class: 'group-legend' },
    ...data.groups.slice(0, GROUPS_NAMED).flatMap(({ heads, size }, group) => {
      const [first] = heads;
      if (first === undefined) return [];
      const names = heads.slice(0, 2).map((head) => shorten(nameOf(at(data.nodes, head)), 8));
      return [
        h(
          'li',
          {},
          h(
            'button',
            { onClick: () => actions.selectNode(first), attributes: { 'data-key': `group-${group}` } },
            h('span', {
              class: 'dot',
              style: { 'background-color': PALETTES[state.theme].group(group) },
              attributes: { 'aria-hidden': 'true' },
            }),
            `${names.join(say('、', ', '))} `,
            h('span', { class: 'quiet figure' }, figure(size)),
          ),
        ),
      ];
    }),
  );

export const canvasTools = (
  data: Data,
  state: State,
  shown: Visible,
  say: Say,
  actions: Actions,
): readonly HTMLElement[] => {
  const count = (nodes: readonly number[]): number =>
    nodes.filter((index) => shown.nodes[index] === 1).length;
  const scopes: readonly (readonly [Scope, string])[] = [
    [
      'shared',
      `${data.towns.length > 1 ? say('共有', 'Shared') : say('要点', 'Main')} ${figure(count(sharedNodes(data)))}`,
    ],
    ['all', `${say('全部', 'All')} ${figure(shown.nodeCount)}`],
    ...(state.scope === 'unfolded'
      ? [['unfolded', say('探索', 'Explored')] as const satisfies readonly [Scope, string]]
      : []),
  ];
  const sizes = {
    support: say('依据', 'Evidence'),
    degree: say('联系', 'Links'),
    betweenness: say('中介', 'Between'),
  };
  const colours = { type: say('类型', 'Type'), group: say('群组', 'Group') };
  const setOption = (name: string, value: string, first: string): void =>
    actions.change((now) => option(now, name, value === first ? null : value));
  const palette = PALETTES[state.theme];
  return [
    choice(
      say('范围', 'Extent'),
      scopes.map(([scope, text]) => ({
        key: `scope-${scope}`,
        text,
        on: state.scope === scope,
        choose: () =>
          actions.change((now) => ({ ...now, scope, unfolded: scope === 'unfolded' ? now.unfolded : [] })),
      })),
    ),
    h(
      'details',
      { class: 'reading', attributes: { 'data-key': 'reading' } },
      h('summary', {}, say('图例', 'Legend')),
      h('p', { class: 'quiet' }, say('大小', 'Size')),
      choice(
        say('大小', 'Size'),
        SIZES.map((by) => ({
          key: `size-${by}`,
          text: sizes[by],
          on: sizeBy(state) === by,
          choose: () => setOption('size', by, 'support'),
        })),
      ),
      h('p', { class: 'quiet' }, say('颜色', 'Colour')),
      choice(
        say('颜色', 'Colour'),
        COLOURS.map((by) => ({
          key: `colour-${by}`,
          text: colours[by],
          on: colourBy(state) === by,
          choose: () => setOption('colour', by, 'type'),
        })),
      ),
      colourBy(state) === 'group' && groupLegend(data, state, say, actions),
      h('p', { class: 'quiet' }, say('连线', 'Lines')),
      ...STATUSES.map((status) =>
        h('p', { class: 'line-key' }, lineSign(status, palette.standing(status)), standingName(status, say)),
      ),
      h('p', { class: 'quiet' }, say('浅色：由下级推得', 'Pale: derived from below')),
    ),
  ];
};
