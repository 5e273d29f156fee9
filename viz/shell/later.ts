/** Runs `work` once things have come to rest; further calls before that put it off. */
const REST = 150;

export const later = (work: () => void): (() => void) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, REST);
  };
};
