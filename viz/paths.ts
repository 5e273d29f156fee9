/**
 * The k shortest ways from one thing to another without passing a thing twice (Yen 1971, over breadth-first search).
 *
 * Every link counts as one hop. Among ways of the same length those come first whose hops more sentences support, then
 * those over things of lower index, so that the same question has the same answer.
 */
import { at, type Data } from './data.js';

export interface Hop {
  readonly from: number;
  readonly to: number;
  readonly link: number;
  /** The facts that may be read at this hop: stated ones first, those with most sentences first. */
  readonly facts: readonly number[];
}

export type Way = readonly Hop[];

/** What may be used: the ways over what the filters hide are none. */
export interface Passable {
  readonly nodes: (node: number) => boolean;
  readonly edges: (edge: number) => boolean;
}

export const EVERYTHING: Passable = { nodes: () => true, edges: () => true };

interface Step {
  readonly link: number;
  readonly to: number;
  readonly strength: number;
}

const strengthOf = (data: Data, edges: readonly number[]): number => {
  const sentences = edges.flatMap((edge) => at(data.edges, edge).evidence.map(([sentence]) => sentence));
  return new Set(sentences).size;
};

/** Ways from each node, worked out when first asked for: strongest first. */
const steps = (data: Data, passable: Passable): ((node: number) => readonly Step[]) => {
  const known = new Map<number, readonly Step[]>();
  return (node) => {
    const found = known.get(node);
    if (found) return found;
    const list = at(data.linksOf, node)
      .flatMap((link): Step[] => {
        const { a, b, edges } = at(data.links, link);
        const to = a === node ? b : a;
        const open = edges.filter(passable.edges);
        if (to === node || open.length === 0 || !passable.nodes(to)) return [];
        return [{ link, to, strength: strengthOf(data, open) }];
      })
      .sort((p, q) => q.strength - p.strength || p.to - q.to);
    known.set(node, list);
    return list;
  };
};

/** The shortest way that avoids `closed` nodes and, as its first step, `closedLinks`; null where there is none. */
const shortest = (
  next: (node: number) => readonly Step[],
  from: number,
  to: number,
  closed: ReadonlySet<number>,
  closedLinks: ReadonlySet<number>,
): readonly Step[] | null => {
  const cameBy = new Map<number, { readonly before: number; readonly step: Step }>();
  let front = [from];
  while (front.length > 0) {
    const following: number[] = [];
    for (const node of front) {
      for (const step of next(node)) {
        if (step.to === from || closed.has(step.to) || cameBy.has(step.to)) continue;
        if (node === from && closedLinks.has(step.link)) continue;
        cameBy.set(step.to, { before: node, step });
        following.push(step.to);
      }
    }
    if (cameBy.has(to)) break;
    front = following;
  }
  const way: Step[] = [];
  for (let node = to; node !== from; ) {
    const came = cameBy.get(node);
    if (came === undefined) return null;
    way.unshift(came.step);
    node = came.before;
  }
  return way;
};

/** Shorter first, then the stronger of the weakest hops, then all hops together, then by index. */
const compare = (a: readonly Step[], b: readonly Step[]): number => {
  if (a.length !== b.length) return a.length - b.length;
  const weakest = (way: readonly Step[]): number => Math.min(...way.map(({ strength }) => strength));
  const sum = (way: readonly Step[]): number => way.reduce((total, { strength }) => total + strength, 0);
  const difference = weakest(b) - weakest(a) || sum(b) - sum(a);
  if (difference !== 0) return difference;
  const at = a.findIndex((step, index) => step.to !== b[index]?.to);
  return at < 0 ? 0 : (a[at]?.to ?? 0) - (b[at]?.to ?? 0);
};

/** At most `k` ways, shortest first; none where the two are not joined, or are one. */
export const shortestWays = (
  data: Data,
  from: number,
  to: number,
  k: number,
  passable: Passable = EVERYTHING,
): readonly Way[] => {
  const next = steps(data, { ...passable, nodes: (node) => node === to || passable.nodes(node) });
  const first = from === to ? null : shortest(next, from, to, new Set(), new Set());
  if (first === null) return [];
  const found: (readonly Step[])[] = [first];
  const candidates = new Map<string, readonly Step[]>();
  const key = (way: readonly Step[]): string => way.map(({ link }) => link).join(' ');
  while (found.length < k) {
    const last = at(found, found.length - 1);
    for (let spur = 0; spur < last.length; spur += 1) {
      const root = last.slice(0, spur);
      const rootKey = key(root);
      const start = root.at(-1)?.to ?? from;
      const closedLinks = new Set(
        found.filter((way) => key(way.slice(0, spur)) === rootKey).flatMap((way) => way[spur]?.link ?? []),
      );
      const closed = new Set([from, ...root.map((step) => step.to)]);
      const rest = shortest(next, start, to, closed, closedLinks);
      if (rest !== null) candidates.set(key([...root, ...rest]), [...root, ...rest]);
    }
    const [best] = [...candidates.values()].sort(compare);
    if (best === undefined) break;
    candidates.delete(key(best));
    found.push(best);
  }
  return found.sort(compare).map((way) => withFacts(data, from, way, passable));
};

const withFacts = (data: Data, from: number, way: readonly Step[], passable: Passable): Way => {
  let node = from;
  return way.map(({ link, to }) => {
    const facts = at(data.links, link)
      .edges.filter(passable.edges)
      .sort((a, b) => {
        const [p, q] = [at(data.edges, a), at(data.edges, b)];
        return (
          Number(p.derived ?? false) - Number(q.derived ?? false) ||
          q.evidence.length - p.evidence.length ||
          a - b
        );
      });
    const hop = { from: node, to, link, facts };
    node = to;
    return hop;
  });
};
