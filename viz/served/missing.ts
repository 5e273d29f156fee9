/**
 * What a page that holds a part of the graph does not show of a thing: said with counts, relation by relation, and
 * brought in on demand; without a server, how to get at it.
 */
import type { EdgeType } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import { h } from '../dom.js';
import { missingFacts } from '../merge.js';
import type { Selection } from '../state.js';
import { figure, relationName, type Say } from '../words.js';

export const missingPanel = (
  data: Data,
  node: number,
  say: Say,
  bring: ((ids: readonly string[], relation?: EdgeType) => Promise<void>) | null,
): readonly HTMLElement[] => {
  const missing = missingFacts(data, data.edgesOf, node);
  if (missing.size === 0) return [];
  const { id } = at(data.nodes, node);
  const load = async (button: HTMLButtonElement, relation?: EdgeType): Promise<void> => {
    button.disabled = true;
    await bring?.([id], relation).catch((error: Error) => {
      button.disabled = false;
      note.textContent = error.message;
    });
  };
  const note = h('p', { class: 'quiet', attributes: { role: 'status' } });
  if (bring === null)
    note.textContent = say(
      '用 zhentu view 打开，可按需载入。',
      'Open it with zhentu view to load them on demand.',
    );
  const total = [...missing.values()].reduce((sum, count) => sum + count, 0);
  const entry = (name: string, count: number, relation?: EdgeType): HTMLElement => {
    const words = [`${name} `, h('span', { class: 'figure' }, figure(count))];
    if (bring === null) return h('li', {}, ...words);
    const button = h('button', { class: 'plain', onClick: () => void load(button, relation) }, ...words);
    return h('li', {}, button);
  };
  return [
    h(
      'section',
      { class: 'missing', attributes: { 'data-testid': 'missing' } },
      h(
        'h3',
        {},
        say('本页未载入的事实', 'Facts this page does not hold'),
        h('span', { class: 'figure' }, figure(total)),
      ),
      note,
      h(
        'ul',
        {},
        ...[...missing].map(([type, count]) => entry(relationName(type, say), count, type)),
        ...(missing.size > 1 && bring !== null ? [entry(say('全部', 'All'), total)] : []),
      ),
    ),
  ];
};

/** A thing, or a fact, by its id; null where the page does not hold it. */
export const nodeAt = ({ nodeById }: Data, id: string): Selection | null => {
  const index = nodeById.get(id);
  return index === undefined ? null : { kind: 'node', index };
};
export const factAt = ({ edgeById }: Data, id: string | undefined): Selection | null => {
  const index = edgeById.get(id ?? '');
  return index === undefined ? null : { kind: 'fact', index };
};

/** Why what an address names is not shown: the page holds a part of the graph, or the graph has no such thing. */
export const absentText = ({ whole }: Pick<Data, 'whole'>, say: Say): string =>
  whole === undefined
    ? say('网址所指的条目不在这张图里。', 'The graph holds nothing of what the address names.')
    : say(
        '网址所指的条目本页没有载入：用 zhentu view 打开，可按需载入。',
        'This page does not hold what the address names: open it with zhentu view to load it.',
      );
