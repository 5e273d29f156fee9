/** Putting off what need not be done with every step. */

/** Milliseconds without a further call after which things are at rest. */
const REST = 150;

/** Runs `work` once things have come to rest; a call before that puts it off. */
export const later = (work: () => void): (() => void) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, REST);
  };
};
