/**
 * The search box: what is found stands below it by type, then sentences; arrows and Enter choose. Of a page that holds
 * a part of the graph, the server is asked for the rest.
 */
import { type Found, type SearchIndex, searchFor, searchIndex } from '../../src/view/search.js';
import { at, type Data, nameOf, shorten } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import type { FarFound } from '../served/server.js';
import type { State } from '../state.js';
import { figure, type Say, typeName } from '../words.js';

const LIMITS = { perType: 5, sentences: 5 };
/** A sentence in the list shows the words that were looked for, and so much before and behind. */
const AROUND = 14;
/** Milliseconds without another key before the server is asked. */
const PAUSE = 200;

export interface SearchActions {
  readonly search: (query: string) => void;
  readonly selectNode: (node: number) => void;
  readonly selectFact: (fact: number) => void;
}

/** What the page does not hold: how it is found, and brought in. */
export interface Far {
  readonly find: (text: string) => Promise<FarFound>;
  readonly bring: (id: string) => Promise<void>;
}

export interface SearchBox {
  readonly element: HTMLElement;
  readonly show: (state: State, say: Say) => void;
}

/** Kept in place between states: an input that is typed in must not be replaced. */
export const createSearchBox = (data: Data, actions: SearchActions, far: Far | null): SearchBox => {
  const input = h('input', {
    attributes: {
      type: 'search',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': 'hits',
      'aria-expanded': 'false',
      autocomplete: 'off',
      spellcheck: 'false',
    },
  });
  const list = h('div', { class: 'hits', attributes: { id: 'hits', role: 'listbox' } });
  const status = h('p', { class: 'quiet note', attributes: { role: 'status' } });
  const drop = h('div', { class: 'drop', attributes: { tabindex: '0' } }, list, status);
  let index: SearchIndex | null = null;
  let choices: readonly (() => void)[] = [];
  let active = 0;
  let shownFor: string | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const point = (): void => {
    input.removeAttribute('aria-activedescendant');
    for (const [rank, option] of [...list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(rank === active));
      if (rank !== active) continue;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  input.addEventListener('input', () => actions.search(input.value));
  input.addEventListener('keydown', (event) => {
    // Enter also ends the writing of Chinese with an input method; that is not a choice.
    if (event.isComposing || choices.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      active = (active + step + choices.length) % choices.length;
      point();
      event.preventDefault();
    } else if (event.key === 'Enter') choices[active]?.();
  });

  /** Groups of options; each option is told its place in the whole list. */
  const build = (query: string, say: Say) => {
    const chosen: (() => void)[] = [];
    const option = (choose: () => void, ...children: readonly (Node | string)[]): HTMLElement => {
      chosen.push(choose);
      const id = `hit-${chosen.length - 1}`;
      return h('div', { class: 'hit', attributes: { role: 'option', id }, onClick: choose }, ...children);
    };
    const group = (name: string, total: number, options: readonly HTMLElement[]): HTMLElement =>
      h(
        'div',
        { attributes: { role: 'group', 'aria-label': name } },
        h(
          'p',
          { class: 'hits-of', attributes: { 'aria-hidden': 'true' } },
          name,
          h(
            'span',
            { class: 'figure' },
            options.length < total ? `${figure(options.length)} / ${figure(total)}` : figure(total),
          ),
        ),
        ...options,
      );
    const near = ({ types, sentences }: Found): readonly HTMLElement[] => [
      ...types.map(({ label, total, hits }) =>
        group(
          typeName(label, say),
          total,
          hits.map(({ node }) => {
            const thing = at(data.nodes, node);
            const towns = data.towns.includes(node)
              ? []
              : thing.towns.map((town) => at(data.nodes, town).name);
            return option(
              () => actions.selectNode(node),
              disc(thing.label),
              h('span', { class: 'hit-name' }, shorten(nameOf(thing), 40)),
              h('span', { class: 'quiet' }, towns.slice(0, 3).join('、') + (towns.length > 3 ? '…' : '')),
            );
          }),
        ),
      ),
      ...(sentences.total === 0
        ? []
        : [
            group(
              say('原文', 'Sentences'),
              sentences.total,
              sentences.hits.flatMap(({ sentence, facts: [fact] }) =>
                fact === undefined
                  ? []
                  : [
                      option(
                        () => actions.selectFact(fact),
                        snippet(at(data.sentences, sentence).text, query),
                      ),
                    ],
              ),
            ),
          ]),
    ];
    const farAway = ({ types }: FarFound, { bring }: Far): readonly HTMLElement[] =>
      types.flatMap(({ label, total, hits }) => {
        const absent = hits.filter(({ id }) => !data.nodeById.has(id));
        const name = `${typeName(label, say)} · ${say('全图', 'whole graph')}`;
        if (absent.length === 0) return [];
        return [
          group(
            name,
            total,
            absent.map((thing) =>
              option(
                () => {
                  bring(thing.id).catch((error: Error) => {
                    status.textContent = error.message;
                  });
                },
                disc(thing.label),
                h('span', { class: 'hit-name' }, shorten(thing.name, 40)),
                h('span', { class: 'quiet' }, say('载入', 'load')),
              ),
            ),
          ),
        ];
      });
    return { near, farAway, chosen };
  };

  const fill = (query: string, say: Say): void => {
    active = 0;
    index ??= searchIndex(data);
    const found = searchFor(index, query, LIMITS);
    const { near, farAway, chosen } = build(query, say);
    list.replaceChildren(...near(found));
    choices = chosen;
    const nothing = say(
      '没有找到。试试简称、拼音或首字母，如 qhz',
      'Nothing found. Try a shorter name, pinyin or initials',
    );
    status.textContent = found.total === 0 ? nothing : '';
    point();
    clearTimeout(pause);
    if (far === null) return;
    pause = setTimeout(() => {
      far.find(query).then(
        (more) => {
          if (shownFor !== query) return;
          const before = chosen.length;
          list.append(...farAway(more, far));
          if (chosen.length > before) status.textContent = '';
          point();
        },
        (error: Error) => {
          if (shownFor === query) status.textContent = error.message;
        },
      );
    }, PAUSE);
  };

  return {
    element: h('div', { class: 'search' }, input, drop),
    show: ({ query }, say) => {
      input.placeholder = say(
        '搜索：镇、村、企业、项目、荣誉、政策，支持拼音',
        'Search by name, pinyin or words of a sentence',
      );
      input.setAttribute('aria-label', say('搜索', 'Search'));
      list.setAttribute('aria-label', say('搜索结果', 'Search results'));
      if (input.value !== query) input.value = query;
      const open = query.trim() !== '';
      input.setAttribute('aria-expanded', String(open));
      drop.hidden = !open;
      if (open) fill(query, say);
      else {
        choices = [];
        list.replaceChildren();
        input.removeAttribute('aria-activedescendant');
      }
      shownFor = query;
    },
  };
};

/** The part of a sentence round what was looked for, which is marked; its beginning where the words stand apart. */
const snippet = (text: string, query: string): HTMLElement => {
  const word = query.trim().split(/\s+/)[0] ?? '';
  const found = text.toLowerCase().indexOf(word.toLowerCase());
  const from = Math.max(0, found - AROUND);
  const end = found < 0 ? 3 * AROUND : found + word.length + 2 * AROUND;
  const before = found < 0 ? '' : text.slice(from, found);
  const behind = found < 0 ? text.slice(0, end) : text.slice(found + word.length, end);
  return h(
    'span',
    { class: 'hit-text' },
    from > 0 && '…',
    before,
    found >= 0 && h('mark', {}, text.slice(found, found + word.length)),
    behind,
    end < text.length && '…',
  );
};
