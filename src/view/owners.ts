/**
 * Whose a node is: the reporting units whose reports speak of it, by mention or as evidence of an edge.
 *
 * Position, "shared by" and the first labels all rest on this one answer.
 */
import type { Graph } from '../model.js';

/** Ids of the reporting units that are nodes of the graph, sorted. */
export const reportingUnits = (graph: Graph): readonly string[] => {
  const known = new Set(graph.nodes.map((node) => node.id));
  const units = graph.reports.flatMap(({ town }) => (town !== null && known.has(town) ? [town] : []));
  return [...new Set(units)].sort();
};

/** Node id → ids of its reporting units, sorted; empty for a node of reports whose unit is unknown. */
export const ownersOf = (graph: Graph): ReadonlyMap<string, readonly string[]> => {
  const units = new Set(reportingUnits(graph));
  const unitOf = new Map(graph.reports.map((report) => [report.id, report.town]));
  const owners = new Map(graph.nodes.map((node) => [node.id, new Set<string>()]));
  const add = (id: string, report: string): void => {
    const unit = unitOf.get(report);
    if (unit != null && units.has(unit)) owners.get(id)?.add(unit);
  };
  for (const node of graph.nodes) for (const mention of node.mentions) add(node.id, mention.report);
  for (const edge of graph.edges) {
    for (const { report } of edge.evidence) {
      add(edge.from, report);
      add(edge.to, report);
    }
  }
  return new Map([...owners].map(([id, set]) => [id, [...set].sort()]));
};
