/**
 * The address of the page: it tells what is shown, so that it can be kept and sent.
 * It is written once a click is answered and drawn: the browser takes its time to write an address, and some allow only so
 * many a minute.
 */

/** Milliseconds without a further change after which things are at rest. */
const REST = 150;
/** Milliseconds the page may go on being busy until it is written all the same. */
const LONGEST = 1000;

/** Not every browser tells when it has nothing to do. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: LONGEST });
  else work();
};

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
  const arrive = (): void => {
    clearTimeout(timer);
    known = location.hash;
    arrived(known);
  };
  window.addEventListener('hashchange', arrive, until);
  return {
    write: () => {
      clearTimeout(timer);
      timer = window.setTimeout(whenIdle, REST, writeNow);
    },
  };
};
