/**
 * Names as a trie over UTF-16 code units, in flat arrays: made at once, kept in a file as they are, walked without
 * hashing. States are numbered level by level, so that those one state leads to stand side by side, by their units.
 */

export interface Trie {
  /** Of every state the unit that leads to it; the root is state 0. */
  readonly units: Uint16Array;
  /** Of every state the first of those it leads to; they end where those of the next one begin. */
  readonly children: Int32Array;
  /** Of every state one bit for all units it leads on by that share their last five bits: most ways lead nowhere. */
  readonly onward: Int32Array;
  /** Of every state the names it ends, `order[ends[state] .. until[state])`; `until` is 0 for none. */
  readonly ends: Int32Array;
  readonly until: Int32Array;
  /** Which names are meant, by their place in the list; the same name twice in the order of the list. */
  readonly order: Int32Array;
}

/** Places of names in the order of their units, those of no length left out. */
const sorted = (names: readonly string[]): Int32Array => {
  const order: number[] = [];
  for (let i = 0; i < names.length; i++) if (names[i] !== '') order.push(i);
  order.sort((a, b) => {
    const x = names[a] as string;
    const y = names[b] as string;
    return x < y ? -1 : x > y ? 1 : a - b;
  });
  return Int32Array.from(order);
};

/** Names of no length are left out. */
export const buildTrie = (names: readonly string[]): Trie => {
  const order = sorted(names);
  const most = names.reduce((n, name) => n + name.length, 1);
  const units = new Uint16Array(most);
  const children = new Int32Array(most + 1);
  const onward = new Int32Array(most);
  const ends = new Int32Array(most);
  const until = new Int32Array(most);
  // Of every state the sorted names that begin with it are those from `ends` to here, and its depth.
  const lasts = new Int32Array(most);
  const depths = new Uint16Array(most);
  const unitAt = (k: number, depth: number): number =>
    (names[order[k] as number] as string).charCodeAt(depth);
  lasts[0] = order.length;
  let states = 1;
  for (let state = 0; state < states; state++) {
    const depth = depths[state] as number;
    const last = lasts[state] as number;
    const first = ends[state] as number;
    let at = first;
    while (at < last && (names[order[at] as number] as string).length === depth) at++;
    if (at > first) until[state] = at;
    children[state] = states;
    let bits = 0;
    while (at < last) {
      const unit = unitAt(at, depth);
      ends[states] = at;
      while (at < last && unitAt(at, depth) === unit) at++;
      lasts[states] = at;
      depths[states] = depth + 1;
      units[states] = unit;
      bits |= 1 << (unit & 31);
      states++;
    }
    onward[state] = bits;
  }
  children[states] = states;
  return {
    units: units.subarray(0, states),
    children: children.subarray(0, states + 1),
    onward: onward.subarray(0, states),
    ends: ends.subarray(0, states),
    until: until.subarray(0, states),
    order,
  };
};

const NOWHERE = new Int32Array(256);
/** Ways beyond which half of them are looked at at a time. */
const FEW = 6;

/** Calls `visit` for every name in a text, by start, shorter first, with its place in the list of names. */
export type Walk = (text: string, visit: (start: number, end: number, name: number) => void) => void;

export const openTrie = ({ units, children, onward, ends, until, order }: Trie): Walk => {
  // Ways from the root, by the upper half of the code unit: every character of a text is looked up there.
  const roots = new Array<Int32Array>(256).fill(NOWHERE);
  for (let state = 1; state < (children[1] as number); state++) {
    const unit = units[state] as number;
    if (roots[unit >>> 8] === NOWHERE) roots[unit >>> 8] = new Int32Array(256);
    (roots[unit >>> 8] as Int32Array)[unit & 255] = state;
  }
  /** The state a unit leads to from another state than the root; 0, which nothing leads to, for none. */
  const next = (state: number, unit: number): number => {
    if ((((onward[state] as number) >>> (unit & 31)) & 1) === 0) return 0;
    let low = children[state] as number;
    let high = children[state + 1] as number;
    while (high - low > FEW) {
      const middle = (low + high) >>> 1;
      if ((units[middle] as number) <= unit) low = middle;
      else high = middle;
    }
    for (; low < high; low++) if (units[low] === unit) return low;
    return 0;
  };
  return (text, visit) => {
    for (let start = 0; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      let state = (roots[unit >>> 8] as Int32Array)[unit & 255] as number;
      for (let end = start + 1; state !== 0; end++) {
        const last = until[state] as number;
        for (let k = ends[state] as number; k < last; k++) visit(start, end, order[k] as number);
        if (end === text.length) break;
        state = next(state, text.charCodeAt(end));
      }
    }
  };
};
