/**
 * The address of the page: it tells what is shown, so that it can be kept and sent.
 * It is written once the reader rests, or goes to where it can be read: the browser takes up to ten milliseconds to write
 * an address, and some allow only so many a minute.
 */

/** Milliseconds without a movement of the reader's after which things are at rest. */
const REST = 1000;
/** Milliseconds the page may go on being busy until it is written all the same. */
const LONGEST = 1000;

/** Not every browser tells when it has nothing to do. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: LONGEST });
  else work();
};

/** F5, Ctrl+R, Ctrl+L, Alt+D: to load the page again, to go to its address. */
const isForBrowser = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'F5' || ctrlKey || metaKey || altKey;

/** `hash` gives the address of what is shown now, `arrived` is called with one that somebody else has set. */
export const addressBar = (
  hash: () => string,
  arrived: (hash: string) => void,
  until: { readonly signal: AbortSignal },
): { readonly write: () => void } => {
  const { location, history } = window;
  let known = location.hash;
  let timer = 0;
  const writeNow = (): void => {
    // A link followed since the last change is about to arrive, and must not be written over.
    if (until.signal.aborted || location.hash !== known) return;
    const told = hash();
    if (told !== known) history.replaceState(null, '', told || location.pathname + location.search);
    known = location.hash;
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = 0;
  };
  const arrive = (): void => {
    rest();
    known = location.hash;
    arrived(known);
  };
  /** The pointer leaves the page, the keyboard speaks to the browser: perhaps to copy the address, or to load it again. */
  const hurry = (): void => {
    if (timer === 0) return;
    rest();
    writeNow();
  };
  const wait = (): void => {
    rest();
    timer = window.setTimeout(() => {
      timer = 0;
      whenIdle(writeNow);
    }, REST);
  };
  const stir = (event: Event): void => {
    if (event instanceof KeyboardEvent && isForBrowser(event)) hurry();
    else if (timer !== 0) wait();
  };
  for (const movement of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
    window.addEventListener(movement, stir, { ...until, passive: true });
  window.addEventListener('hashchange', arrive, until);
  window.addEventListener('blur', hurry, until);
  document.documentElement.addEventListener('mouseleave', hurry, until);
  return { write: wait };
};
