/**
 * What a view is: a name on the rail and a function from data and state to elements. The list of all is views/index.ts.
 *
 * A view is made anew on every change of state other than what the pointer is on. What it must remember belongs into
 * the state (`options` for what concerns one view alone), so that it is in the address and can be undone.
 * Elements that hold the keyboard's focus carry an id or `data-key`: the focus is given back to it.
 */
import type { EdgeType } from '../src/schema.js';
import type { Data } from './data.js';
import type { Hover, State, ViewName } from './state.js';
import type { Visible } from './visible.js';
import type { Say } from './words.js';

export interface Actions {
  readonly selectNode: (node: number) => void;
  readonly selectFact: (edge: number) => void;
  readonly open: (view: ViewName) => void;
  readonly hover: (target: Hover | null) => void;
  /** One step back from what is selected. */
  readonly back: () => void;
  /** Any other update; one call is one step to undo. */
  readonly change: (update: (state: State) => State) => void;
  /** Asks the server for things by id, with their facts; the page then holds more. */
  readonly bring: (ids: readonly string[], relation?: EdgeType) => Promise<void>;
}

export interface ViewContext {
  readonly data: Data;
  readonly state: State;
  /** What the filters leave. */
  readonly shown: Visible;
  readonly say: Say;
  readonly actions: Actions;
}

export interface View {
  readonly name: ViewName;
  readonly title: (say: Say) => string;
  /** Whether the graph is on the screen: alone, beside the view, or not at all. */
  readonly canvas: 'alone' | 'beside' | 'none';
  readonly render: (context: ViewContext) => readonly Node[];
}
