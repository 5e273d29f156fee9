/** The line on top: the name, what the page holds, the search box, and what concerns the page as a whole. */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import type { History } from '../history.js';
import { createSearchBox, type Far, type SearchActions } from '../shell/search-box.js';
import type { State } from '../state.js';
import { figure, type Say } from '../words.js';

export interface HeaderActions extends SearchActions {
  readonly far: Far | null;
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
  const box = createSearchBox(data, actions, actions.far);
  const name = h('strong', {}, '镇图');
  const holds = h('span', { class: 'quiet', attributes: { 'data-testid': 'holds' } });
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
    box.element,
    h('span', { class: 'tools' }, shared, undo, redo, share, actions.menu.element, theme, language),
  );

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
      name(language, say('EN · Switch to English', '中文 · 切换为中文'));
      box.show(state, say);
    },
  };
};
