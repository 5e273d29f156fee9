/**
 * How well a node is supported: the number of distinct sentences that state something of it.
 *
 * Derived edges repeat the sentences of others and would count a village's merits twice for its town.
 */
import type { Evidence, Graph } from '../model.js';

/** One sentence of one report, whatever it supports. */
export const sentenceKey = (evidence: Evidence): string =>
  `${evidence.report}\n${evidence.start}\n${evidence.end}\n${evidence.text}`;

/** Node id → distinct sentences behind its edges; 0 for a node that is only mentioned. */
export const supportOf = (graph: Graph): ReadonlyMap<string, number> => {
  const sentences = new Map(graph.nodes.map((node) => [node.id, new Set<string>()]));
  for (const edge of graph.edges) {
    if (edge.derived) continue;
    for (const evidence of edge.evidence) {
      sentences.get(edge.from)?.add(sentenceKey(evidence));
      sentences.get(edge.to)?.add(sentenceKey(evidence));
    }
  }
  return new Map([...sentences].map(([id, set]) => [id, set.size]));
};
