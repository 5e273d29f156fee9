/** The panel of paths between two things: each hop with what joins its ends and the sentence that says so. */
import { at, type Data, nameOf } from '../data.js';
import { h } from '../dom.js';
import type { Way } from '../paths.js';
import { option, type State } from '../state.js';
import type { Actions } from '../view.js';
import { chosenWay } from '../ways-of.js';
import { relationName, type Say } from '../words.js';
import { factTags, marked, nodeButton } from './parts.js';

const hopRow = (data: Data, hop: Way[number], say: Say, actions: Actions): HTMLElement => {
  const [first] = hop.facts;
  if (first === undefined) return h('li', {});
  const fact = at(data.edges, first);
  const sentence = fact.evidence[0]?.[0];
  return h(
    'li',
    { class: 'hop' },
    h(
      'p',
      { class: 'tags' },
      h(
        'span',
        { class: 'hop-relation' },
        `${hop.from === fact.from ? '↓' : '↑'} ${relationName(fact.type, say)}`,
      ),
      ...factTags(fact, say),
      h(
        'button',
        {
          class: 'source',
          attributes: { 'data-testid': 'evidence' },
          onClick: () => actions.selectFact(first),
        },
        say('原文', 'source'),
        hop.facts.length > 1 && ` · ${say(`${hop.facts.length} 条事实`, `${hop.facts.length} facts`)}`,
      ),
    ),
    sentence !== undefined &&
      h('blockquote', { class: 'small' }, ...marked(data, fact, at(data.sentences, sentence).text)),
    nodeButton(data, hop.to, actions),
  );
};

export const pathPanel = (
  data: Data,
  state: State,
  ways: readonly Way[],
  say: Say,
  actions: Actions,
): readonly HTMLElement[] => {
  const { path } = state;
  if (path === null) return [];
  const from = nameOf(at(data.nodes, path.from));
  const leave = h('button', { class: 'plain back', onClick: actions.back }, say('‹ 返回', '‹ Back'));
  if (path.to === null) {
    return [
      leave,
      h('h1', {}, say('路径', 'Paths')),
      h(
        'p',
        { attributes: { role: 'status', 'data-testid': 'path-waits' } },
        say(`从“${from}”出发：请搜索或点选终点。`, `From “${from}”: search for the other end, or click it.`),
      ),
    ];
  }
  const chosen = Math.min(chosenWay(state), Math.max(0, ways.length - 1));
  const way = ways[chosen];
  const choices = ways.map((one, index) =>
    h(
      'button',
      {
        class: 'node-tool',
        attributes: { 'aria-pressed': String(index === chosen), 'data-key': `way-${index}` },
        onClick: () => actions.change((now) => option(now, 'way', index === 0 ? null : String(index))),
      },
      say(`第 ${index + 1} 条 · ${one.length} 步`, `No. ${index + 1} · ${one.length} steps`),
    ),
  );
  return [
    leave,
    h('h1', {}, say('路径', 'Paths')),
    h('p', {}, `${from} — ${nameOf(at(data.nodes, path.to))}`),
    ...(way === undefined
      ? [
          h(
            'p',
            { class: 'quiet' },
            say('在当前筛选下两者没有相连。', 'Under the present filters the two are not joined.'),
          ),
        ]
      : [
          h('p', { class: 'node-tools' }, ...choices),
          nodeButton(data, path.from, actions),
          h(
            'ol',
            { class: 'hops', attributes: { 'data-testid': 'path' } },
            ...way.map((hop) => hopRow(data, hop, say, actions)),
          ),
        ]),
  ];
};
