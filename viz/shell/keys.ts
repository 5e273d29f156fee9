/** Keys that work anywhere on the page: Escape leads back, Ctrl+Z and Ctrl+Y undo and redo except while typing. */

export interface KeyActions {
  readonly back: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export const watchKeys = ({ back, undo, redo }: KeyActions, until: AddEventListenerOptions): void => {
  const onKey = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key === 'Escape') back();
    if (typing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', onKey, until);
};
