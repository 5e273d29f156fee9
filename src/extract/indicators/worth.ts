/**
 * Whether a figure is a headline one. Money and rates nearly always are; counts and sizes only with a noun reports
 * count every year (规上企业, 就业) or a verb that says it is this year's work (新增, 新建).
 */
import { alternation, type Engine } from '../engine.js';
import type { Quantity } from './quantities.js';

export type WorthReader = (name: string, quantity: Quantity, rule: string) => boolean;

/** Longer names are sentences cut at the wrong place, unless they end in a known word. */
const LONG = 10;

/** How long a road or a wall is. */
const LENGTH = /[全总]长$|长度$|宽度?$/;

export const worthReader = (engine: Engine): WorthReader => {
  const known = (name: string): boolean => engine.indicators.find(name).some((h) => h.end === name.length);
  const fresh = /^(?:新|净增|引进|招引|培育|认定)/;
  const led = new RegExp(`^(?:${alternation(engine.words['indicator.carry'])})`);
  const stops = engine.words['indicator.stop'];
  return (name, { measure }, rule) => {
    if (rule === 'indicator.start' || (rule === 'indicator.ahead' && !known(name))) return false;
    if (name.length < 2 || stops.has(name) || LENGTH.test(name)) return false;
    if (measure === 'money' || measure === 'share') return name.length <= LONG + 4 || known(name);
    if (known(name)) return name.length <= LONG + 2 || fresh.test(name);
    if (rule === 'indicator.noun' || rule === 'indicator.ahead' || rule === 'indicator.same')
      return name.length <= LONG - 2;
    return fresh.test(name) || (name.length <= LONG && (measure === 'size' || led.test(name)));
  };
};
