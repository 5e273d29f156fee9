/**
 * Puts new elements in the place of old ones without the reader noticing: the keyboard's focus goes to the element
 * with the same id or `data-key`, what was unfolded stays so, and what was scrolled stays scrolled.
 */
const keyOf = (element: Element): string | null => {
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const key = element.getAttribute('data-key');
  return key === null ? null : `[data-key="${CSS.escape(key)}"]`;
};

export const swap = (root: HTMLElement, children: readonly Node[]): void => {
  const active = document.activeElement;
  const key = active !== null && root.contains(active) ? keyOf(active) : null;
  const inside = active !== null && active !== root && root.contains(active);
  const scrolled = [...root.querySelectorAll('[data-scroll]')].map(
    (element) => [element.getAttribute('data-scroll') ?? '', element.scrollTop, element.scrollLeft] as const,
  );
  const open = [...root.querySelectorAll('details[open][data-key]')].map((one) =>
    one.getAttribute('data-key'),
  );
  root.replaceChildren(...children);
  for (const one of root.querySelectorAll('details[data-key]'))
    if (open.includes(one.getAttribute('data-key'))) one.setAttribute('open', '');
  for (const [name, top, left] of scrolled) {
    const element = root.querySelector(`[data-scroll="${CSS.escape(name)}"]`);
    if (element !== null) element.scrollTo(left, top);
  }
  const next = key === null ? null : root.querySelector<HTMLElement>(key);
  if (next !== null) next.focus({ preventScroll: true });
  else if (inside) root.focus({ preventScroll: true });
};

/** Elements that have been scrolled since they were last at their top. */
const scrolled = new WeakSet<Element>();
const noteScroll = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof Element) scrolled.add(currentTarget);
};

/** Shows new content from its beginning. To write a place of scrolling costs a layout: only where it was scrolled. */
export const toTop = (root: HTMLElement): void => {
  root.addEventListener('scroll', noteScroll, { passive: true });
  if (scrolled.delete(root)) root.scrollTop = 0;
};
