/** The line on top: the name, what the page holds, the search box with its results, the language. */
import { at, type Data, nameOf } from '../data.js';
import { disc } from '../disc.js';
import { h } from '../dom.js';
import type { History } from '../history.js';
import { find } from '../search.js';
import type { State } from '../state.js';
import { figure, type Say, typeName } from '../words.js';

const LIMIT = 12;

export interface HeaderActions {
  readonly search: (query: string) => void;
  readonly selectNode: (node: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly switchTheme: () => void;
  readonly switchLanguage: () => void;
  /** Stands beside the other tools. */
  readonly menu: { readonly element: HTMLElement; readonly name: () => void };
}

export interface Header {
  readonly show: (state: State, history: History, say: Say) => void;
}

/** Kept in place between states: an input that is typed in must not be replaced. */
export const createHeader = (root: HTMLElement, data: Data, actions: HeaderActions): Header => {
  const name = h('strong', {}, '镇图');
  const holds = h('span', { class: 'quiet', attributes: { 'data-testid': 'holds' } });
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
  const list = h('ul', { class: 'hits', attributes: { id: 'hits', role: 'listbox' } });
  const button = (text: string, onClick: () => void): HTMLButtonElement =>
    h('button', { class: 'tool', onClick }, text);
  const undo = button('↶', actions.undo);
  const redo = button('↷', actions.redo);
  const share = button('', () => {
    navigator.clipboard.writeText(location.href).then(
      () => shared.replaceChildren(shared.dataset.done ?? ''),
      () => shared.replaceChildren(shared.dataset.failed ?? ''),
    );
  });
  const shared = h('span', { class: 'quiet shared', attributes: { role: 'status' } });
  const theme = button('☾', actions.switchTheme);
  const language = button('', actions.switchLanguage);
  root.replaceChildren(
    h('span', { class: 'brand' }, name, holds),
    h('div', { class: 'search' }, input, list),
    h('span', { class: 'tools' }, shared, undo, redo, share, actions.menu.element, theme, language),
  );

  let hits: readonly number[] = [];
  let active = 0;
  const point = (): void => {
    for (const [index, option] of [...list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) input.setAttribute('aria-activedescendant', option.id);
    }
  };
  input.addEventListener('input', () => actions.search(input.value));
  input.addEventListener('keydown', (event) => {
    // Enter also ends the writing of Chinese with an input method; that is not a choice.
    if (event.isComposing || hits.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = hits[active];
    if (step !== 0) {
      active = (active + step + hits.length) % hits.length;
      point();
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen !== undefined) actions.selectNode(chosen);
  });

  return {
    show: (state, history, say) => {
      actions.menu.name();
      holds.textContent = say(
        `${figure(data.reports.length)} 份报告 · ${figure(data.towns.length)} 个报告单位`,
        `${figure(data.reports.length)} reports · ${figure(data.towns.length)} reporting units`,
      );
      const name = (element: HTMLElement, text: string): void => {
        element.title = text;
        element.setAttribute('aria-label', text);
      };
      name(undo, say('撤销', 'Undo'));
      name(redo, say('重做', 'Redo'));
      undo.disabled = history.past.length === 0;
      redo.disabled = history.future.length === 0;
      share.textContent = say('分享', 'Share');
      share.title = say('复制此视图的网址', 'Copy the address of this view');
      shared.dataset.done = say('网址已复制', 'Address copied');
      shared.dataset.failed = say('请从地址栏复制', 'Please copy it from the address bar');
      shared.replaceChildren();
      theme.textContent = state.theme === 'light' ? '☾' : '☀';
      name(theme, state.theme === 'light' ? say('深色', 'Dark theme') : say('浅色', 'Light theme'));
      language.textContent = say('EN', '中文');
      name(language, say('Switch to English', '切换为中文'));
      input.placeholder = say('搜索：镇、村、企业、项目、荣誉、政策，支持拼音', 'Search by name or pinyin');
      input.setAttribute('aria-label', say('搜索', 'Search'));
      if (input.value !== state.query) input.value = state.query;
      const found = find(data, state.query, LIMIT);
      hits = found.hits.map(({ node }) => node);
      active = 0;
      const open = state.query.trim() !== '';
      input.setAttribute('aria-expanded', String(open));
      list.hidden = !open;
      list.replaceChildren(
        ...hits.map((index, rank) => {
          const node = at(data.nodes, index);
          const towns = data.towns.includes(index) ? [] : node.towns.map((town) => at(data.nodes, town).name);
          return h(
            'li',
            { attributes: { role: 'option', id: `hit-${rank}` }, onClick: () => actions.selectNode(index) },
            disc(node.label),
            h('span', { class: 'hit-name' }, nameOf(node)),
            h('span', { class: 'quiet' }, [typeName(node.label, say), ...towns.slice(0, 3)].join(' · ')),
          );
        }),
        ...(open && found.total !== hits.length
          ? [
              h(
                'li',
                { class: 'quiet note' },
                say(
                  `显示 ${hits.length} / 共 ${found.total}，再输几个字可缩小范围`,
                  `${hits.length} of ${found.total}; type more to narrow down`,
                ),
              ),
            ]
          : []),
        ...(open && hits.length === 0
          ? [
              h(
                'li',
                { class: 'quiet note' },
                say(
                  '没有找到。试试简称、拼音或首字母，如 qhz',
                  'Nothing found. Try a shorter name, pinyin or initials',
                ),
              ),
            ]
          : []),
      );
      point();
    },
  };
};
