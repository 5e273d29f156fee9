/** The sign of a type: a disc in its colour with its mark. */
import { LABEL_STYLE, type NodeLabel } from '../src/schema.js';
import { h } from './dom.js';

export const disc = (label: NodeLabel): HTMLElement =>
  h(
    'span',
    {
      class: 'disc',
      style: { 'background-color': LABEL_STYLE[label].color },
      attributes: { 'aria-hidden': 'true' },
    },
    LABEL_STYLE[label].mark,
  );
