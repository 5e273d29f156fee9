/**
 * Builds elements. Text goes in as text nodes only: a report may say `<img onerror=…>` and it stays a sentence.
 */
type Child = Node | string | null | false;

interface Options {
  readonly class?: string;
  readonly title?: string;
  /** Attributes by name: role, aria-*, data-*, type, href … Not for event handlers. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly style?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (options.class !== undefined) element.className = options.class;
  if (options.title !== undefined) element.title = options.title;
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(options.style ?? {})) element.style.setProperty(name, value);
  if (options.onClick !== undefined) element.addEventListener('click', options.onClick);
  if (element instanceof HTMLButtonElement) element.type = 'button';
  for (const child of children) {
    if (child !== null && child !== false) element.append(child);
  }
  return element;
};

/** The element of index.html with this id. */
export const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
};

/** The same for SVG. Text goes in as text nodes here too. */
export const s = (
  tag: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
};
