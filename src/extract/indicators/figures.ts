/** What is known while the figures of a sentence are read: what reads them, what was read, what is carried on. */
import type { Placed } from './clauses.js';
import type { Context, ContextReader } from './context.js';
import type { Growth, GrowthReader } from './growth.js';
import type { Naming } from './naming.js';
import type { QuantityReader } from './quantities.js';
import type { WorthReader } from './worth.js';

export interface Readers {
  readonly quantities: QuantityReader;
  readonly growth: GrowthReader;
  readonly names: Naming;
  readonly context: ContextReader;
  readonly worth: WorthReader;
}

/** What a rule says of a quantity. */
export interface Figure {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly rule: string;
  /** Whether it is a headline figure. */
  readonly worth: boolean;
  yoy: number | null;
}

/** One quantity of a sentence, and what was made of it. */
export interface Reading {
  readonly at: Placed;
  readonly context: Context;
  readonly figures: Figure[];
  /** What it is of another figure; null where it is one of its own. */
  part: 'name' | 'rate' | null;
  /** Sign of the change it states, and the length of the words that say so; null where it states none. */
  growth: Growth | null;
}

export interface State {
  readonly readings: ReadonlyMap<Placed, Reading>;
  /** Those worth telling, and all. */
  readonly figures: Figure[];
  readonly all: Figure[];
  /** Clause of the last figure. */
  clause: number;
  /** The verb a list shares: 新认定 in 新认定高企2家、省科小5家. */
  verb: string;
  /** Text a name still lacks: ahead of the lower value of 由8.6亿元增至15.9亿元, or 10亿元以上 of 10亿元以上项目. */
  held: string;
  rising: boolean;
}

/** Tells a figure of a quantity. */
export type Add = (p: Placed, indicator: string, value: number, yoy: number | null, rule: string) => void;

/** Characters ahead of a quantity that can hold its name. */
export const REACH = 60;
