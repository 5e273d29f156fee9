/** Undo and redo: the states that were, and those that were taken back. */
import type { State } from './state.js';

export interface History {
  readonly past: readonly State[];
  readonly future: readonly State[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** A reader's afternoon; older steps are let go. */
const MOST = 200;

/** `state` is left for another one. */
export const remember = ({ past }: History, state: State): History => ({
  past: [...past, state].slice(-MOST),
  future: [],
});

/** The state before, or null; how the page looks now stays. */
export const undo = (history: History, now: State): { state: State; history: History } | null => {
  const state = history.past.at(-1);
  if (state === undefined) return null;
  return {
    state: looksOf(now, state),
    history: { past: history.past.slice(0, -1), future: [now, ...history.future] },
  };
};

export const redo = (history: History, now: State): { state: State; history: History } | null => {
  const [state, ...future] = history.future;
  if (state === undefined) return null;
  return { state: looksOf(now, state), history: { past: [...history.past, now], future } };
};

const looksOf = ({ language, theme }: State, state: State): State => ({
  ...state,
  language,
  theme,
  hover: null,
  query: '',
});
