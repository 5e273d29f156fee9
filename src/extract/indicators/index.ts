/** Headline figures of the reporting unit: 规上工业增加值17.45亿元，增长5.2%. */
import type { IndicatorClaim, Sentence } from '../../model.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import { placed, type Placed } from './clauses.js';
import { type GrowthReader, growthReader } from './growth.js';
import { type Naming, naming } from './naming.js';
import { type QuantityReader, quantityReader } from './quantities.js';
import { type ContextReader, contextReader } from './context.js';

interface Readers {
  readonly quantities: QuantityReader;
  readonly growth: GrowthReader;
  readonly names: Naming;
  readonly context: ContextReader;
}

type Figure = { -readonly [K in keyof IndicatorClaim]: IndicatorClaim[K] };

export const findIndicators = (doc: Document, engine: Engine): IndicatorClaim[] => {
  const readers: Readers = {
    quantities: quantityReader(engine),
    growth: growthReader(engine),
    names: naming(engine),
    context: contextReader(engine),
  };
  return doc.sentences.flatMap((sentence) => figuresOf(doc.norm, sentence, readers));
};

const figuresOf = (norm: string, sentence: Sentence, readers: Readers): IndicatorClaim[] => {
  const { names } = readers;
  const quantities = readers.quantities(norm, sentence.span);
  if (quantities.length === 0) return [];
  const figures: Figure[] = [];
  let last: Figure | null = null;
  let lastClause = -1;
  let verb = '';
  for (const at of placed(norm, sentence.span, quantities)) {
    const { quantity } = at;
    const left = norm.slice(...at.left);
    const right = norm.slice(...at.right);
    if (quantity.measure === 'none' || isQualifier(at, right)) continue;
    const growth = quantity.measure === 'share' ? readers.growth(left, right) : null;
    const add = (indicator: string, value: number, yoy: number | null, rule: string) => {
      const context = readers.context(norm, sentence, quantity.span[0], at.left[0]);
      last = {
        kind: 'indicator',
        indicator,
        value,
        unit: quantity.unit,
        yoy,
        ...context,
        span: sentence.span,
        rule,
      };
      figures.push(last);
      lastClause = at.clause;
    };
    if (growth) {
      const name = names.before(left.slice(0, left.length - growth.length));
      const value = growth.sign * quantity.value;
      const previous = last as Figure | null;
      if (name !== '') add(name, value, value, 'indicator.growth');
      else if (previous && previous.yoy === null && previous.unit !== '%') previous.yoy = value;
      continue;
    }
    if (quantity.measure === 'share' && /的$/.test(left)) continue;
    if (!at.follows) verb = '';
    const own = names.before(left);
    const noun = quantity.measure === 'money' || quantity.measure === 'share' ? '' : names.after(right);
    const listed = at.follows && verb !== '' && own !== '' && !own.startsWith(verb);
    const name = own === '' ? noun : listed ? verb + own : own;
    if (name === '') continue;
    verb = names.carried(name);
    const previous = last as Figure | null;
    const full = names.bare(name) && previous && lastClause >= at.clause - 1 ? previous.indicator + name : name;
    add(full, quantity.value, null, 'indicator.level');
  }
  return figures;
};

/** 总投资10亿元以上|项目3个: a quantity inside a name. */
const isQualifier = (at: Placed, right: string): boolean => /^(?:以上|以下|以内)的?[\p{Script=Han}]{2,}/u.test(right);
