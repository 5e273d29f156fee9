/** Small pieces that several panels share: a thing's name as a button, tags, a list that opens. */
import type { PageEdge, PageNode } from '../../src/view/page-data.js';
import { at, type Data, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import { mark } from '../mark.js';
import type { Actions } from '../view.js';
import { standingOf } from '../visible.js';
import { figure, type Say, STANDINGS, standingName } from '../words.js';

export type PanelActions = Pick<Actions, 'selectNode' | 'selectFact' | 'back'>;

export const nodeButton = (data: Data, index: number, actions: PanelActions): HTMLElement => {
  const node = at(data.nodes, index);
  return h(
    'button',
    {
      class: 'thing',
      onClick: () => actions.selectNode(index),
      attributes: { 'data-testid': 'thing', 'data-node': String(index) },
    },
    disc(node.label),
    h('span', {}, nameOf(node)),
  );
};

const forms = (node: PageNode): readonly string[] => [node.name, ...(node.aliases ?? [])];

/** A sentence with the names of a fact's two ends in colour. */
export const marked = (
  data: Data,
  { from, to }: PageEdge,
  sentence: string,
): readonly (string | HTMLElement)[] =>
  mark(
    sentence,
    [from, to].map((end) => forms(at(data.nodes, end))),
  ).map(({ text, name }) =>
    name === null ? text : h('mark', { class: name === 0 ? 'subject' : 'object' }, text),
  );

/** What a fact says beside its two ends. */
export const factTags = (edge: PageEdge, say: Say): readonly HTMLElement[] => {
  const standing = standingOf(edge);
  const tag = (text: string): HTMLElement => h('span', { class: 'tag' }, text);
  return [
    ...(standing === 'none'
      ? []
      : [
          h(
            'span',
            { class: 'tag standing', style: { '--tone': STANDINGS[standing].color } },
            standingName(standing, say),
          ),
        ]),
    ...(edge.year === undefined ? [] : [tag(say(`${edge.year}年`, String(edge.year)))]),
    ...(edge.amount === undefined ? [] : [tag(edge.amount)]),
    ...(edge.count === undefined ? [] : [tag(say(`共${edge.count}个`, `${edge.count} in all`))]),
    ...(edge.level === undefined ? [] : [tag(edge.level)]),
    ...(edge.role === undefined ? [] : [tag(edge.role)]),
    ...(edge.derived ? [tag(say('由下级推得', 'derived'))] : []),
  ];
};

/** The first `first` rows, and a button that makes the others in its place: of thousands few are ever looked at. */
export const openingList = <T>(
  items: readonly T[],
  row: (item: T) => HTMLElement,
  first: number,
  say: Say,
): HTMLElement => {
  const rows = (some: readonly T[]): readonly HTMLElement[] => some.map((item) => h('li', {}, row(item)));
  const list = h('ul', { class: 'rows' }, ...rows(items.slice(0, first)));
  const rest = items.slice(first);
  if (rest.length === 0) return list;
  const more = h(
    'button',
    { class: 'plain more', onClick: () => more.parentElement?.replaceWith(...rows(rest)) },
    say(`还有 ${figure(rest.length)} 条`, `${figure(rest.length)} more`),
  );
  list.append(h('li', {}, more));
  return list;
};
