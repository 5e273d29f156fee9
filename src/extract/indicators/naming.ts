/**
 * The name of a figure from the words around it: 「全镇累计完成制造业投资」 → 制造业投资, 「新增|3家|规上企业」 →
 * 新增规上企业.
 */
import { itemsOf } from '../../text/enumeration.js';
import type { Engine } from '../engine.js';
import { byCharacter, endsOf, lastOf } from './words.js';

export interface Naming {
  /** Name from the text ahead of a figure; empty where only verbs and adverbs stand there. */
  before(text: string): string;
  /** Noun that follows a count: 规上企业 in 3家规上企业建成投产. */
  after(text: string): string;
  /** The text without the words that close it ahead of a figure: 累计, 达到, 约. */
  closed(text: string): string;
  /** Begins with words that are no part of a name: 全年, 累计. */
  opened(text: string): boolean;
  /** Where the last verb that can open a name stands: 新增 in 全年新增; null for none. */
  lastVerb(text: string): readonly [number, number] | null;
  /** Last word of a name known to the lexicon: 人均可支配收入; empty for none. */
  head(name: string): string;
  /** The verb a list shares: 新认定 in 新认定高企; empty for none. */
  carried(name: string): string;
  /** Names of a row, the shared right half handed to each: 城镇、农村居民人均可支配收入. */
  list(text: string): string[];
  /** Begins with a verb of its own. */
  readonly acts: (name: string) => boolean;
  /** Means nothing without what it is a part of: 总投资. */
  readonly dependent: (name: string) => boolean;
  /** A verb alone: 新增. */
  readonly verb: (name: string) => boolean;
  readonly bare: (name: string) => boolean;
}

const DATE =
  /^(?:截至|截止|到|自|至|从)?(?:(?:19|20)\d\d年?(?:[-—~至](?:19|20)?\d\d年)?(?:度|底|末|间|以来)?|\d{1,2}(?:[-—~至]\d{1,2})?月(?:\d{1,2}日)?(?:底|末|份)?)/;
/** The reporting unit, or one beside it, at the head of a name: 青禾镇财政总收入. */
const UNIT =
  /^(?:\p{Script=Han}{2,4}[县区市])?\p{Script=Han}{1,2}[^城乡村集增建](?:镇|乡|街道)(?=[\p{Script=Han}A-Z\d]{2})(?!企业|村|级)/u;
/** What a verb must not be stripped from: 完成率, 完成投资. */
const STEM = /^(?:[率量额度数值比]|投资$)/;
const LONGEST = 16;
/** Left over from a phrase that names no figure: 剩余的, 柳庄等. */
const NOT_A_NAME = /^[每多另因受比较]|(?:的|等|等的|[由从]|之)$/;

export const naming = (engine: Engine): Naming => {
  const leads = endsOf(engine, 'indicator.lead');
  const tails = endsOf(engine, 'indicator.tail');
  const light = byCharacter(engine.words['indicator.light'], -1);
  const bareWords = engine.words['indicator.bare'];
  const carry = byCharacter(engine.words['indicator.carry'], 0);
  const lengths = [...new Set([...engine.words['indicator.carry']].map((c) => c.length))];
  const carryAt = (text: string, at: number): readonly string[] =>
    (carry.get(text[at] ?? '') ?? []).filter((c) => text.startsWith(c, at));
  const acts = (text: string): boolean => carryAt(text, 0).length > 0;

  const openers = (text: string): string => {
    let rest = text;
    for (;;) {
      const cut = rest
        .replace(/^(?:\d{1,2}[.、]|[\s、,(和及与—·])+/, '')
        .replace(DATE, '')
        .replace(UNIT, '');
      const next = cut.slice(leads.lead(cut));
      if (STEM.test(next)) return cut;
      if (next === rest) return rest;
      rest = next;
    }
  };
  const closers = (text: string): string => {
    const cut = text.replace(/[\s(:、]+$/, '');
    return cut.slice(0, cut.length - tails.tail(cut));
  };
  /** “连心日”走访农户 → 走访农户; a verb that closes the name (耕地整治) or stands before a bare head stays. */
  const acted = (text: string): string => {
    if (acts(text)) return text;
    // Only where each verb stands last.
    const later = new Set<string>();
    for (let at = text.length - 1; at >= 3; at--) {
      const verbs = carryAt(text, at).filter((verb) => !later.has(verb));
      if (!verbs.some((verb) => text.length - at - verb.length >= 2)) {
        for (const verb of verbs) later.add(verb);
        continue;
      }
      const rest = text.slice(at);
      return bareWords.has(rest) || bareHead(rest) ? text : rest;
    }
    return text;
  };
  const bareHead = (text: string): boolean => {
    const known = head(text);
    return lengths.some((length) => known === text.slice(length));
  };
  const head = (name: string): string => {
    let best = '';
    for (const hit of engine.indicators.find(name)) {
      if (hit.end === name.length && hit.end - hit.start > best.length) best = name.slice(hit.start);
    }
    return best;
  };
  /** 限上企业实现销售额 → 限上企业销售额; 扎实开展排查,整治完成改造 → 改造. */
  const joined = (text: string): string => {
    const verb = lastOf(light, text);
    if (verb === null || verb[0] === 0 || STEM.test(text.slice(verb[1]))) return text;
    const right = text.slice(verb[1]);
    const left = closers(text.slice(0, verb[0]));
    if (right === '') return left;
    return head(right) === right && left.length >= 2 && left.length <= 12 && !left.includes('、')
      ? left + right
      : right;
  };
  const list = (text: string): string[] => {
    const body = openers(closers(text.slice(-80)));
    // 工业固废全年处置率、危废处置率: each item may have words of time within.
    const items = itemsOf(body).map((span) => openers(joined(openers(body.slice(...span)))));
    const tail = shared(items.at(-1) ?? '');
    return items
      .map((item) => (tail === '' || head(item) !== '' ? item : item + tail))
      .filter((item) => item.length <= LONGEST);
  };
  /** The longest known ending that leaves something in front of it. */
  const shared = (name: string): string => {
    let best = '';
    for (const hit of engine.indicators.find(name)) {
      if (hit.end === name.length && hit.start >= 2 && hit.end - hit.start > best.length)
        best = name.slice(hit.start);
    }
    return best;
  };
  const lastVerb = (text: string): readonly [number, number] | null => {
    for (let at = text.length - 1; at >= 0; at--) {
      const verb = carryAt(text, at)[0];
      // 签约 behind 新 is part of 新签约.
      if (verb !== undefined)
        return [
          at > 0 && carryAt(text, at - 1).some((v) => v.endsWith(verb)) ? at - 1 : at,
          at + verb.length,
        ];
    }
    return null;
  };
  return {
    list,
    closed: closers,
    opened: (text) => openers(text).length < text.length,
    lastVerb,
    before: (text) => {
      const body = closers(text.slice(-60));
      const lastComma = body.lastIndexOf('、');
      const last = body.slice(lastComma + 1);
      const own = lastComma >= 0 && acts(last) ? last : body;
      const name = acted(openers(joined(openers(own)))).replace(/各类|各项/g, '');
      return name.length > LONGEST || name.length < 2 || NOT_A_NAME.test(name) ? '' : name;
    },
    after: (text) => {
      const noun = text.replace(/^(?:以上|左右|以内|的)+/, '').match(/^[^、,(和及]+/)?.[0] ?? '';
      return noun.length > 16 ? '' : noun;
    },
    head,
    carried: (name) => carryAt(name, 0).find((c) => name.length > c.length) ?? '',
    acts,
    dependent: (name) => /投资|金额/.test(name),
    verb: (name) => engine.words['indicator.carry'].has(name),
    bare: (name) => bareWords.has(name),
  };
};
