/**
 * A page that holds a part of a graph, and what the server adds to it. What the page has keeps its index, so that
 * selection, filters and trail stay what they were.
 */
import type { PageData, PageEdge, PageNode, PageSentence } from '../src/view/page-data.js';
import { edgeId } from './data.js';

const sentenceKey = ({ report, start, end, text }: PageSentence): string =>
  `${report}\n${start}\n${end}\n${text}`;

/** Where each item of `added` stands once those that are new are put behind `known`. */
const append = <T>(
  known: readonly T[],
  added: readonly T[],
  key: (item: T) => string,
): { readonly all: T[]; readonly place: readonly number[]; readonly fresh: readonly number[] } => {
  const places = new Map(known.map((item, index) => [key(item), index]));
  const all = [...known];
  const fresh: number[] = [];
  const place = added.map((item, index) => {
    const found = places.get(key(item));
    if (found !== undefined) return found;
    places.set(key(item), all.length);
    all.push(item);
    fresh.push(index);
    return all.length - 1;
  });
  return { all, place, fresh };
};

/** Both parts have to be of the same graph. */
export const mergePages = (page: PageData, part: PageData): PageData => {
  const nodes = append<PageNode>(page.nodes, part.nodes, ({ id }) => id);
  const sentences = append(page.sentences, part.sentences, sentenceKey);
  const node = (index: number): number => nodes.place[index] ?? 0;
  for (const index of nodes.fresh) {
    const item = part.nodes[index];
    if (item !== undefined) nodes.all[node(index)] = { ...item, towns: item.towns.map(node) };
  }
  const known = new Set(page.edges.map((edge) => edgeId(page, edge)));
  const edges = part.edges
    .filter((edge) => !known.has(edgeId(part, edge)))
    .map(
      (edge): PageEdge => ({
        ...edge,
        from: node(edge.from),
        to: node(edge.to),
        evidence: edge.evidence.map(([sentence, rule]) => [sentences.place[sentence] ?? 0, rule] as const),
      }),
    );
  return { ...page, nodes: nodes.all, sentences: sentences.all, edges: [...page.edges, ...edges] };
};

/** How many facts of each relation the page does not hold of a thing; nothing where it holds all. */
export const missingFacts = (
  page: PageData,
  edgesOf: readonly (readonly number[])[],
  node: number,
): ReadonlyMap<PageEdge['type'], number> => {
  const missing = new Map(Object.entries(page.nodes[node]?.facts ?? {}) as [PageEdge['type'], number][]);
  for (const index of edgesOf[node] ?? []) {
    const type = page.edges[index]?.type;
    if (type !== undefined && missing.has(type)) missing.set(type, (missing.get(type) ?? 0) - 1);
  }
  return new Map([...missing].filter(([, count]) => count > 0));
};
