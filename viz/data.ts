/**
 * The page's data with what every view asks of it worked out once: names, neighbours, links, ids.
 *
 * A link is what the canvas draws: all facts that join the same two nodes, whatever their direction. In the
 * panel they are told apart again.
 */
import type { PageData, PageEdge, PageNode } from '../src/view/page-data.js';
import { type Change, changesIn } from './years.js';

export interface Link {
  readonly a: number;
  readonly b: number;
  /** Indices into `edges`. */
  readonly edges: readonly number[];
}

export interface Data extends PageData {
  readonly links: readonly Link[];
  /** Node → indices into `edges`. */
  readonly edgesOf: readonly (readonly number[])[];
  /** Node → indices into `links`. */
  readonly linksOf: readonly (readonly number[])[];
  /** x and y of each node, one after the other: read for all of them whenever names are written. */
  readonly places: Float64Array;
  /** Edge → index into `links`. */
  readonly linkOf: readonly number[];
  /** Edge → the year it speaks of: its own, or else that of the newest report that says so. */
  readonly yearOf: readonly (number | null)[];
  /** Edge → number of distinct sentences behind it. */
  readonly sentencesOf: readonly number[];
  /** How facts stand in the reports on a year against those before; worked out once for each year. */
  readonly changes: (year: number) => ReadonlyMap<number, Change>;
  readonly nodeById: ReadonlyMap<string, number>;
  /** Ids of edges as graph.json has them. */
  readonly edgeById: ReadonlyMap<string, number>;
}

export const edgeId = (data: PageData, edge: PageEdge): string =>
  [
    edge.type,
    data.nodes[edge.from]?.id ?? '',
    data.nodes[edge.to]?.id ?? '',
    edge.status ?? '',
    edge.year ?? '',
  ].join('|');

export const indexData = (page: PageData): Data => {
  const edgesOf: number[][] = page.nodes.map(() => []);
  const linksOf: number[][] = page.nodes.map(() => []);
  const links: { a: number; b: number; edges: number[] }[] = [];
  const linkOf: number[] = [];
  const linkByEnds = new Map<string, number>();
  page.edges.forEach((edge, index) => {
    const a = Math.min(edge.from, edge.to);
    const b = Math.max(edge.from, edge.to);
    edgesOf[a]?.push(index);
    if (a !== b) edgesOf[b]?.push(index);
    const key = `${a} ${b}`;
    let link = linkByEnds.get(key);
    if (link === undefined) {
      link = links.length;
      links.push({ a, b, edges: [] });
      linkByEnds.set(key, link);
      linksOf[a]?.push(link);
      if (a !== b) linksOf[b]?.push(link);
    }
    links[link]?.edges.push(index);
    linkOf.push(link);
  });
  const reportYear = (sentence: number): number =>
    page.reports[page.sentences[sentence]?.report ?? -1]?.year ?? 0;
  const known = new Map<number, ReadonlyMap<number, Change>>();
  const data: Data = {
    ...page,
    changes: (year) => {
      const found = known.get(year) ?? changesIn(data, year);
      known.set(year, found);
      return found;
    },
    yearOf: page.edges.map(
      ({ year, evidence }) =>
        year ?? (Math.max(0, ...evidence.map(([sentence]) => reportYear(sentence))) || null),
    ),
    sentencesOf: page.edges.map(({ evidence }) => new Set(evidence.map(([sentence]) => sentence)).size),
    places: Float64Array.from(page.nodes.flatMap(({ x, y }) => [x, y])),
    links,
    edgesOf,
    linksOf,
    linkOf,
    nodeById: new Map(page.nodes.map((node, index) => [node.id, index])),
    edgeById: new Map(page.edges.map((edge, index) => [edgeId(page, edge), index])),
  };
  return data;
};

/** An element that an index of this data must have; a miss is a fault of ours. */
export const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${list.length}`);
  return item;
};

export const other = (edge: PageEdge, node: number): number => (edge.from === node ? edge.to : edge.from);

/** A node's name; an indicator's with its period, since one indicator has a node per year and status. */
export const nameOf = (node: PageNode): string => {
  if (node.label !== 'Indicator') return node.name;
  const year = node.props?.year;
  const period = node.props?.period;
  const when = [year === undefined ? '' : `${year}年`, period ?? ''].join('');
  return when === '' ? node.name : `${node.name}（${when}）`;
};

/** Cut in the middle, where Chinese names differ least: 云川市…产业园. */
export const shorten = (name: string, length: number): string => {
  const letters = [...name];
  if (letters.length <= length) return name;
  const tail = Math.floor((length - 1) / 2);
  return `${letters.slice(0, length - 1 - tail).join('')}…${letters.slice(-tail).join('')}`;
};
