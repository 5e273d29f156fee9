/**
 * Rows of a table of any length: only those in sight are elements.
 *
 * One stop for Tab; arrows, Page Up and Down, Home and End move by rows, Enter opens the row. A screen reader is
 * told how many rows there are and which one it is on.
 */
import { h } from '../dom.js';
import { windowOf } from '../models/table.js';

export interface TableColumn {
  readonly name: string;
  readonly title: string;
  readonly order: 'ascending' | 'descending' | null;
  readonly cell: (row: number) => readonly (Node | string)[];
  readonly sort: () => void;
}

export interface TableContent {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly number[];
  /** Another kind of rows begins at the top. */
  readonly kind: string;
  readonly label: string;
  readonly selected: number | null;
  readonly open: (row: number) => void;
}

export interface Rows {
  readonly element: HTMLElement;
  readonly show: (content: TableContent) => void;
}

/** As the style sheet has it. */
const ROW = 32;
const HEAD = 34;

/** Elements of a table → a copy of its first rows, at most so many: for pictures, which have no scrolling. */
const rowsForPicture = new WeakMap<Element, (most: number) => { rows: readonly Node[]; total: number }>();

/** Puts into `copy`, a clone of `original`, the rows that are out of sight as well; returns how many are left out. */
export const completeRows = (original: Element, copy: HTMLElement, most: number): number => {
  const made = rowsForPicture.get(original)?.(most);
  const body = copy.querySelector<HTMLElement>('.grid-body');
  if (made === undefined || body === null) return 0;
  body.replaceChildren(...made.rows);
  body.style.height = `${made.rows.length * ROW}px`;
  return made.total - made.rows.length;
};

export const createRows = (): Rows => {
  let content: TableContent = { columns: [], rows: [], kind: '', label: '', selected: null, open: () => {} };
  /** Place of the row the keyboard is on. */
  let active = 0;
  const head = h('div', { class: 'grid-head', attributes: { role: 'rowgroup' } });
  const body = h('div', { class: 'grid-body', attributes: { role: 'rowgroup' } });
  const element = h(
    'div',
    { class: 'grid', attributes: { role: 'grid', 'data-testid': 'table' } },
    head,
    body,
  );

  const rowAt = (place: number): HTMLElement => {
    const row = content.rows[place] ?? -1;
    return h(
      'div',
      {
        class: 'grid-row',
        attributes: {
          role: 'row',
          'aria-rowindex': String(place + 2),
          'aria-selected': String(row === content.selected),
          'data-key': `${content.kind}-${row}`,
          'data-place': String(place),
          ...(content.kind === 'things' ? { 'data-node': String(row) } : {}),
          tabindex: place === active ? '0' : '-1',
        },
        style: { top: `${place * ROW}px` },
        onClick: () => {
          active = place;
          content.open(row);
        },
      },
      ...content.columns.map(({ name, cell }) =>
        h('div', { class: `grid-cell grid-${name}`, attributes: { role: 'gridcell' } }, ...cell(row)),
      ),
    );
  };
  const draw = (): void => {
    const { first, end } = windowOf(
      content.rows.length,
      ROW,
      element.scrollTop - HEAD,
      element.clientHeight || 800,
    );
    const places = Array.from({ length: end - first }, (_, index) => first + index);
    // The row the keyboard is on stays an element, or the focus would be lost when it is scrolled out of sight.
    const kept = active < content.rows.length && (active < first || active >= end) ? [active] : [];
    const focused = body.contains(document.activeElement);
    body.replaceChildren(...[...places, ...kept].map(rowAt));
    if (focused) rowElement(active)?.focus({ preventScroll: true });
  };
  rowsForPicture.set(element, (most) => ({
    rows: content.rows.slice(0, most).map((_, place) => rowAt(place)),
    total: content.rows.length,
  }));
  const rowElement = (place: number): HTMLElement | null =>
    body.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const bringIntoSight = (place: number): void => {
    const top = place * ROW;
    const room = element.clientHeight - HEAD;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + room) element.scrollTop = top + ROW - room;
  };
  const moveTo = (place: number): void => {
    active = Math.max(0, Math.min(content.rows.length - 1, place));
    bringIntoSight(active);
    draw();
    rowElement(active)?.focus({ preventScroll: true });
  };

  element.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(element);
  body.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor((element.clientHeight - HEAD) / ROW) - 1);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: content.rows.length - 1,
    };
    const place = places[event.key];
    const row = content.rows[active];
    if (place !== undefined) moveTo(place);
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) content.open(row);
    else return;
    event.preventDefault();
  });

  return {
    element,
    show: (next) => {
      const before = content;
      content = next;
      const key = element.contains(document.activeElement)
        ? document.activeElement?.getAttribute('data-key')
        : null;
      const scrolled = before.kind === next.kind ? element.scrollTop : 0;
      const kept = before.rows[active];
      if (before.kind !== next.kind) {
        active = 0;
      } else {
        // The same thing, wherever sorting has put it.
        active = Math.max(0, kept === undefined ? 0 : next.rows.indexOf(kept));
      }
      if (next.selected !== null && next.selected !== before.selected) {
        const place = next.rows.indexOf(next.selected);
        if (place >= 0) active = place;
      }
      element.setAttribute('aria-label', next.label);
      element.setAttribute('aria-rowcount', String(next.rows.length + 1));
      element.dataset.kind = next.kind;
      head.replaceChildren(
        h(
          'div',
          { class: 'grid-row', attributes: { role: 'row', 'aria-rowindex': '1' } },
          ...next.columns.map(({ name, title, order, sort }) =>
            h(
              'div',
              {
                class: `grid-cell grid-${name}`,
                attributes: { role: 'columnheader', 'aria-sort': order ?? 'none' },
              },
              h(
                'button',
                { attributes: { 'data-key': `sort-${name}` }, onClick: sort },
                title,
                h(
                  'span',
                  { attributes: { 'aria-hidden': 'true' } },
                  order === null ? '' : order === 'ascending' ? ' ↑' : ' ↓',
                ),
              ),
            ),
          ),
        ),
      );
      body.style.height = `${next.rows.length * ROW}px`;
      draw();
      // The view is about to put this element into a new place, and moving it loses focus and what it is scrolled to.
      queueMicrotask(() => {
        element.scrollTop = scrolled;
        if (next.selected !== null && next.selected !== before.selected) bringIntoSight(active);
        draw();
        if (key != null) {
          element.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus({ preventScroll: true });
        }
      });
    },
  };
};
