/** Updates by which one goes about in the graph: unfold, look at one thing alone, pin, put away, ask for a path. */
import { type Selection, type State, select, toggled, type Unfolding } from './state.js';

const sameStep = (a: Unfolding, b: Unfolding): boolean =>
  a.node === b.node && a.relation?.type === b.relation?.type && a.relation?.side === b.relation?.side;

export const isUnfolded = ({ unfolded }: State, step: Unfolding): boolean =>
  unfolded.some((other) => sameStep(other, step));

/** Puts the neighbours of a step on the canvas, or takes them off again. */
export const unfold = (state: State, step: Unfolding): State => {
  const unfolded = isUnfolded(state, step)
    ? state.unfolded.filter((other) => !sameStep(other, step))
    : [...state.unfolded, step];
  // Where everything shows there is nothing to unfold: what is asked for is looked at by itself.
  return { ...state, unfolded, scope: state.scope === 'all' ? 'unfolded' : state.scope };
};

/** One thing and its neighbours, nothing else. */
export const focusOn = (state: State, node: number): State => ({
  ...state,
  view: 'graph',
  scope: 'unfolded',
  unfolded: [{ node, relation: null }],
  hidden: new Set([...state.hidden].filter((index) => index !== node)),
});

export const togglePin = (state: State, node: number): State => ({
  ...state,
  pinned: toggled(state.pinned, node),
});

/** Put away; what was selected is let go with it. */
export const hide = (state: State, node: number): State => ({
  ...(state.selection?.kind === 'node' && state.selection.index === node ? select(state, null) : state),
  hidden: new Set([...state.hidden, node]),
});

/** Asks for a path from here; the next thing chosen is its end. */
export const pathFrom = (state: State, node: number): State => ({ ...state, path: { from: node, to: null } });

/** Chosen by a click or by search: the end of a path that waits for one, or else what is selected. */
export const choose = (state: State, selection: Selection): State => {
  const { path } = state;
  if (path === null || path.to !== null || selection.kind !== 'node' || selection.index === path.from)
    return select(state, selection);
  return { ...select(state, null), query: '', view: 'graph', path: { from: path.from, to: selection.index } };
};
