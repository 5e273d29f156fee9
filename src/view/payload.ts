/**
 * Graph → what the page is given. Sorted by id first, so that the page's bytes do not depend on input order.
 */
import { pinyin } from 'pinyin-pro';
import type { Graph, GraphEdge, GraphNode } from '../model.js';
import { betweenness } from './centrality.js';
import { groupsOf } from './groups.js';
import { layout } from './layout.js';
import { ownersOf, reportingUnits } from './owners.js';
import type { PageData, PageEdge, PageNode, PageSentence } from './page-data.js';
import { sentenceKey, supportOf } from './support.js';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const syllables = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .join(' ');

/** Throws a plain Error for an edge whose ends are not nodes: such a graph is a fault of ours. */
export const pageData = (graph: Graph): PageData => {
  const reports = [...graph.reports].sort(byId);
  const nodes = [...graph.nodes].sort(byId);
  const edges = [...graph.edges].sort(byId);
  const reportIndex = new Map(reports.map((report, index) => [report.id, index]));
  const nodeIndex = new Map(nodes.map((node, index) => [node.id, index]));
  const indexOf = (index: ReadonlyMap<string, number>, id: string): number => {
    const found = index.get(id);
    if (found === undefined) throw new Error(`graph refers to ${id}, which it does not hold`);
    return found;
  };
  const places = layout(graph);
  const owners = ownersOf(graph);
  const support = supportOf(graph);

  const sentences: PageSentence[] = [];
  const sentenceIndex = new Map<string, number>();
  const rules = [...new Set(edges.flatMap((edge) => edge.evidence.map(({ rule }) => rule)))].sort();
  const ruleIndex = new Map(rules.map((rule, index) => [rule, index]));

  const evidenceOf = (edge: GraphEdge): PageEdge['evidence'] =>
    edge.evidence.map((evidence) => {
      const key = sentenceKey(evidence);
      let index = sentenceIndex.get(key);
      if (index === undefined) {
        index = sentences.length;
        sentenceIndex.set(key, index);
        const { start, end, text } = evidence;
        sentences.push({ report: indexOf(reportIndex, evidence.report), start, end, text });
      }
      return [index, indexOf(ruleIndex, evidence.rule)] as const;
    });

  const pageNode = (node: GraphNode): Omit<PageNode, 'betweenness' | 'group'> => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const props = Object.fromEntries(
      Object.entries(node.props).filter((entry): entry is [string, string | number] => entry[1] !== null),
    );
    return {
      id: node.id,
      label: node.label,
      name: node.name,
      ...(node.aliases.length > 0 ? { aliases: node.aliases } : {}),
      pinyin: syllables(node.name),
      ...(Object.keys(props).length > 0 ? { props } : {}),
      x,
      y,
      support: support.get(node.id) ?? 0,
      towns: (owners.get(node.id) ?? []).map((id) => indexOf(nodeIndex, id)),
    };
  };

  const placed = nodes.map(pageNode);
  const facts = edges.map((edge): PageEdge => {
    const { id: _, from, to, evidence: __, ...rest } = edge;
    return {
      ...rest,
      from: indexOf(nodeIndex, from),
      to: indexOf(nodeIndex, to),
      evidence: evidenceOf(edge),
    };
  });
  const between = betweenness(placed.length, facts);
  const { groups, groupOf } = groupsOf(placed, facts);
  return {
    format: 'zhentu-page',
    version: 1,
    reports: reports.map(({ id, title, path, issuer, published, year, town, sections }) => {
      const at = town === null ? undefined : nodeIndex.get(town);
      const known = { id, title, path, issuer, published, year, town: at ?? null };
      return sections === undefined ? known : { ...known, sections };
    }),
    towns: reportingUnits(graph).map((id) => indexOf(nodeIndex, id)),
    nodes: placed.map((node, index) => {
      const group = groupOf[index];
      return {
        ...node,
        betweenness: Number((between.values[index] ?? 0).toPrecision(4)),
        ...(group === undefined ? {} : { group }),
      };
    }),
    edges: facts,
    sentences,
    rules,
    groups,
    betweennessFrom: between.sources,
  };
};
