/**
 * Enumerations: 「甲、乙和丙等17家」 → items and count. Separators inside quotation marks and brackets do not part
 * items (“大排查、大整治” is one).
 */
import type { Span } from '../model.js';
import { matchesOf } from './matches.js';
import { COUNT, numeralValue } from './numerals.js';

const OPEN = '“‘《(（「『〈【';
const CLOSE = '”’》)）」』〉】';

/** Items of a stretch of text parted by 、 (and by 和, 及, 与 before the last one); spans are relative to `text`. */
export const itemsOf = (text: string): Span[] => {
  const items: Span[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number) => {
    if (to > from) items.push([from, to]);
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char)) {
      depth = Math.max(0, depth - 1);
      // “A”“B” stand side by side without a separator.
      if (depth === 0 && OPEN.includes(text[i + 1] ?? ' ')) {
        push(i + 1);
        from = i + 1;
      }
    } else if (depth === 0 && char === '、') {
      push(i);
      from = i + 1;
    }
  }
  push(text.length);
  const last = items.at(-1);
  if (last) {
    const tail = text.slice(...last).match(/^(.{2,}?)(?:以及|和|及|与)(.{2,})$/);
    if (tail?.[1] !== undefined && tail[2] !== undefined && !/[“《(（]/.test(tail[1].slice(-1))) {
      items.splice(-1, 1, [last[0], last[0] + tail[1].length], [last[1] - tail[2].length, last[1]]);
    }
  }
  return items;
};

export interface Collective {
  /** Span of the text before 等. */
  readonly list: Span;
  readonly count: number | null;
  /** Without 等 the count is of the items themselves: 「甲、乙两家企业」. */
  readonly exact: boolean;
  /** What stands between the count and the noun: 国家级, 在建. */
  readonly noun: Span;
}

const CLASSIFIER = '(?:家|个|处|条|座|项|名|位|所|批|件)';
const ETC = new RegExp(`等(${COUNT})?(?:余|多)?${CLASSIFIER}?`, 'g');
const COUNTED = new RegExp(
  `(?=[两二三四五六七八九十\\d])(?<=[\\p{Script=Han}”)])(?<!等)([两二三四五六七八九十]|\\d{1,2})${CLASSIFIER}`,
  'gu',
);

/**
 * Reads every 「…等N家noun」 and 「甲、乙N家noun」 of a clause; `nouns` is a pattern source, compiled once. The list
 * begins at the clause's start.
 */
export const collectiveReader = (nouns: string): ((clause: string) => Collective[]) => {
  const tail = new RegExp(`^(?:\\p{Script=Han}|“|”){0,8}?(${nouns})`, 'u');
  return (clause) => [
    ...(clause.includes('等') ? collectivesOf(clause, ETC, tail, false) : []),
    ...(clause.includes('、') || clause.includes('和') ? collectivesOf(clause, COUNTED, tail, true) : []),
  ];
};

const collectivesOf = (clause: string, pattern: RegExp, tail: RegExp, exact: boolean): Collective[] =>
  matchesOf(clause, pattern).flatMap((m) => {
    const after = m.index + m[0].length;
    const noun = clause.slice(after).match(tail);
    if (!noun || m.index === 0) return [];
    const end = after + noun[0].length;
    const count = m[1] === undefined ? null : numeralValue(m[1]);
    if (exact && (count === null || count < 2 || itemsOf(clause.slice(0, m.index)).length !== count))
      return [];
    return [
      {
        list: [0, m.index] as const,
        count,
        exact,
        noun: [end - (noun[1]?.length ?? 0), end] as const,
      },
    ];
  });
