/**
 * Parts of a graph that is too large for one page: what the page opens with, and what the server adds when asked.
 *
 * A part has the shape of a whole; its indices are its own, its reports, rules and groups those of the whole. Each of
 * its things says how many facts there are of it, so that the page can say what it does not show.
 */
import type { EdgeType } from '../schema.js';
import type { PageData, PageEdge, PageNode, PageSentence } from './page-data.js';

/** Things a page holds at most; beyond, it opens on towns and programmes. */
export const LARGE = 20_000;

type FactCounts = Partial<Record<EdgeType, number>>;

const factCounts = ({ nodes, edges }: PageData): readonly FactCounts[] => {
  const counts: FactCounts[] = nodes.map(() => ({}));
  for (const { type, from, to } of edges) {
    for (const node of from === to ? [from] : [from, to]) {
      const count = counts[node];
      if (count !== undefined) count[type] = (count[type] ?? 0) + 1;
    }
  }
  return counts;
};

/** The things of `keep` and the towns, with the facts between them that `keepFact` takes. */
const restrict = (
  data: PageData,
  keep: ReadonlySet<number>,
  keepFact: (edge: PageEdge) => boolean,
): PageData => {
  const kept = [...new Set([...data.towns, ...keep])].sort((a, b) => a - b);
  const place = new Map(kept.map((node, index) => [node, index]));
  const move = (indices: readonly number[]): number[] => indices.flatMap((index) => place.get(index) ?? []);
  const counts = factCounts(data);
  const sentences: PageSentence[] = [];
  const sentencePlace = new Map<number, number>();
  const moveSentence = (index: number): number => {
    const known = sentencePlace.get(index);
    if (known !== undefined) return known;
    const sentence = data.sentences[index];
    if (sentence !== undefined) sentences.push(sentence);
    sentencePlace.set(index, sentences.length - 1);
    return sentences.length - 1;
  };
  return {
    ...data,
    reports: data.reports.map((report) => ({
      ...report,
      town: report.town === null ? null : (place.get(report.town) ?? null),
    })),
    towns: move(data.towns),
    nodes: kept.flatMap((index): PageNode[] => {
      const node = data.nodes[index];
      return node === undefined ? [] : [{ ...node, towns: move(node.towns), facts: counts[index] ?? {} }];
    }),
    edges: data.edges.flatMap((edge): PageEdge[] => {
      const [from, to] = [place.get(edge.from), place.get(edge.to)];
      if (from === undefined || to === undefined || !keepFact(edge)) return [];
      const evidence = edge.evidence.map(([sentence, rule]) => [moveSentence(sentence), rule] as const);
      return [{ ...edge, from, to, evidence }];
    }),
    sentences,
    groups: data.groups.map((group) => ({ ...group, heads: move(group.heads) })),
    whole: { nodes: data.nodes.length, edges: data.edges.length },
  };
};

/** What the page of a large graph opens with: towns, programmes, and what groups are named by. */
export const openingPart = (data: PageData): PageData => {
  const programmes = data.nodes.flatMap(({ label }, index) => (label === 'Program' ? [index] : []));
  const heads = data.groups.flatMap((group) => group.heads);
  return restrict(data, new Set([...programmes, ...heads]), () => true);
};

/** A thing, its facts (of one relation only, where given) and whom they are about; null for what is not there. */
export const partAround = (data: PageData, id: string, relation?: EdgeType): PageData | null => {
  const node = data.nodes.findIndex((item) => item.id === id);
  if (node < 0) return null;
  const isOwn = ({ type, from, to }: PageEdge): boolean =>
    (from === node || to === node) && (relation === undefined || type === relation);
  const around = data.edges.filter(isOwn).flatMap(({ from, to }) => [from, to]);
  return restrict(data, new Set([node, ...around]), isOwn);
};
