/**
 * Numbers with a unit, as reports write them: 3.2亿元, 300余人次, 12%. The numeral may carry 万 and 亿, which belong
 * to the unit as written; 余 and 多 do not.
 */
import type { Measure } from '../../lexicon/types.js';
import type { Span } from '../../model.js';
import { matchesOf } from '../../text/matches.js';
import { numeralValue } from '../../text/numerals.js';
import { alternation, type Engine } from '../engine.js';

export interface Quantity {
  readonly span: Span;
  readonly value: number;
  /** 亿元, 万人次, %. */
  readonly unit: string;
  readonly measure: Measure;
}

export type QuantityReader = (text: string, span: Span) => Quantity[];

const NUMBER = /(?<![\d.A-Za-z第#])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/g;
/** 突破|百亿, 超|千亿元: a sum in words. 百亿级 and 百亿产业 are none. */
const SUM = /(?<=[破超过达近逾至到])[百千](?=亿(?!级|产业|园|企业|集群))/g;
/** 30万至35万人次, 10-15家: the lower end counts. */
const UPPER = '(?:[万亿千百]?[至\\-~—]+\\d+(?:\\.\\d+)?)?';

/** A reader for the units of the lexicon; quantities in text order, not overlapping. */
export const quantityReader = (engine: Engine): QuantityReader => {
  const after = new RegExp(
    `${UPPER} ?[余多]?(万亿|亿|万|千万|千|百)?[余多]?(${alternation(engine.units.keys())})?`,
    'y',
  );
  return (text, [start, end]) => {
    const found: Quantity[] = [];
    const part = text.slice(start, end);
    let done = 0;
    const numerals = [...matchesOf(part, NUMBER), ...matchesOf(part, SUM)].sort((a, b) => a.index - b.index);
    for (const m of numerals) {
      if (m.index < done) continue;
      after.lastIndex = m.index + m[0].length;
      const [all, scale = '', base] = after.exec(part) ?? [''];
      if (base === undefined && !/[万亿]/.test(scale)) continue;
      const measure = base === undefined ? 'money' : (engine.units.get(base)?.measure ?? 'none');
      const at = start + m.index;
      done = m.index + m[0].length + all.length;
      found.push({
        span: [at, at + m[0].length + all.length],
        value: numeralValue(m[0].replaceAll(',', '')) ?? 0,
        // Nobody says 百亿 of anything but money.
        unit: scale + (base ?? (/\d/.test(m[0]) ? '' : '元')),
        measure,
      });
    }
    return found;
  };
};
