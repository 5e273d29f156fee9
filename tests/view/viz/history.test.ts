import { describe, expect, it } from 'vitest';
import { NO_HISTORY, redo, remember, undo } from '../../../viz/history.js';
import { initialState, type State } from '../../../viz/state.js';

const [a, b, c] = (['overview', 'graph', 'table'] as const).map((view) => ({ ...initialState, view })) as [
  State,
  State,
  State,
];

describe('undo and redo', () => {
  it('lead back and forth through the states', () => {
    const history = remember(remember(NO_HISTORY, a), b);
    const once = undo(history, c);
    expect(once?.state).toEqual(b);
    const twice = once && undo(once.history, once.state);
    expect(twice?.state).toEqual(a);
    expect(twice && undo(twice.history, twice.state)).toBeNull();
    const again = twice && redo(twice.history, twice.state);
    expect(again?.state).toEqual(b);
    expect(again && redo(again.history, again.state)?.state).toEqual(c);
  });

  it('forget what was taken back once something else is done', () => {
    const back = undo(remember(NO_HISTORY, a), b);
    expect(back && redo(remember(back.history, back.state), c)).toBeNull();
  });

  it('leave language and theme as they are now', () => {
    const now: State = { ...b, language: 'en', theme: 'dark' };
    expect(undo(remember(NO_HISTORY, a), now)?.state).toEqual({ ...a, language: 'en', theme: 'dark' });
  });
});
