/** Headline figures of the reporting unit: 规上工业增加值17.45亿元，增长5.2%. */
import type { IndicatorClaim, Sentence } from '../../model.js';
import type { Document } from '../document.js';
import type { Engine } from '../engine.js';
import { type Placed, placed } from './clauses.js';
import { type ContextReader, contextReader } from './context.js';
import { type GrowthReader, growthReader } from './growth.js';
import { type Naming, naming } from './naming.js';
import { type QuantityReader, quantityReader } from './quantities.js';

interface Readers {
  readonly quantities: QuantityReader;
  readonly growth: GrowthReader;
  readonly names: Naming;
  readonly context: ContextReader;
  /** A figure that is no headline: lengths, sums of single projects. `before`: the figure ahead of it. */
  readonly stop: (name: string, before: string) => boolean;
}

type Figure = { -readonly [K in keyof IndicatorClaim]: IndicatorClaim[K] };

export const findIndicators = (doc: Document, engine: Engine): IndicatorClaim[] => {
  const readers: Readers = {
    quantities: quantityReader(engine),
    growth: growthReader(engine),
    names: naming(engine),
    context: contextReader(engine),
    stop: (name, before) =>
      engine.words['indicator.stop'].has(name) && !(/投资/.test(name) && /项目|企业/.test(before)),
  };
  return doc.sentences.flatMap((sentence) => figuresOf(doc.norm, sentence, readers));
};

const RISEN = /^(?:增|升|降|提|扩|抬|攀|跃|减|缩|压|发展|上升|下降|到|至|做|拓)/;

const figuresOf = (norm: string, sentence: Sentence, readers: Readers): IndicatorClaim[] => {
  const { names } = readers;
  const quantities = readers.quantities(norm, sentence.span);
  if (quantities.length === 0) return [];
  const figures: Figure[] = [];
  let last: Figure | null = null;
  let lastClause = -1;
  let verb = '';
  let skipped = '';
  for (const at of placed(norm, sentence.span, quantities)) {
    const { quantity } = at;
    const gap = norm.slice(...at.left);
    // 由8.6亿元|增至15.9亿元: the name stands ahead of the quantity it starts from.
    const left = at.follows && skipped !== '' && RISEN.test(gap) ? skipped + gap : gap;
    skipped = '';
    const right = norm.slice(...at.right);
    if (quantity.measure === 'none' || isQualifier(at, left, right)) {
      const from = left.match(/^(.*)[由从](?:上年|去年|原来|年初|20\d\d年)?的?$/);
      if (from) skipped = from[1] ?? '';
      continue;
    }
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
    const name =
      own === ''
        ? noun.length < 2
          ? ''
          : noun
        : names.verb(own)
          ? noun.length < 2
            ? ''
            : own + noun
          : listed
            ? verb + own
            : own;
    const before = last as Figure | null;
    if (name === '' && gap === '' && at.follows && before) {
      add(before.indicator, quantity.value, null, 'indicator.same');
      continue;
    }
    if (name === '' || readers.stop(name, before?.indicator ?? '')) continue;
    verb = names.carried(name);
    const previous = last as Figure | null;
    const full =
      names.bare(name) && previous && lastClause >= at.clause - 1 ? previous.indicator + name : name;
    add(
      full,
      quantity.value,
      null,
      own === ''
        ? left.trim() === ''
          ? 'indicator.start'
          : 'indicator.done'
        : names.verb(own)
          ? 'indicator.noun'
          : 'indicator.level',
    );
  }
  return figures;
};

/** 总投资10亿元以上|项目3个, 超过20万元的|村11个: a quantity inside the name of another. */
const isQualifier = (at: Placed, left: string, right: string): boolean =>
  (at.leads && /^(?:以上|以下|以内|的|以上的)\p{Script=Han}/u.test(right)) ||
  (at.quantity.measure === 'money' && /^的\p{Script=Han}/u.test(right)) ||
  /[由从]$/.test(left);
