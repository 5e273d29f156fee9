/** What a row or a name speaks of lights up on the canvas while the pointer is on it: `data-node` says what it is. */
import type { Hover } from '../state.js';

export const watchPointing = (
  root: HTMLElement,
  hover: (target: Hover | null) => void,
  until: { signal: AbortSignal },
): void => {
  root.addEventListener(
    'pointerover',
    ({ target }) => {
      const row = target instanceof Element ? target.closest('[data-node]') : null;
      hover(row === null ? null : { kind: 'node', index: Number(row.getAttribute('data-node')) });
    },
    until,
  );
  root.addEventListener('pointerleave', () => hover(null), until);
};
