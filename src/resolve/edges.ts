/** Edges of one id become one edge with all pieces of evidence; what the first one (newest report) states counts. */
import type { Evidence, GraphEdge } from '../model.js';

const order = (a: Evidence, b: Evidence): number =>
  a.report < b.report
    ? -1
    : a.report > b.report
      ? 1
      : a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

const distinct = (evidence: readonly Evidence[]): Evidence[] => {
  const seen = new Map(evidence.map((e) => [`${e.report} ${e.start} ${e.end} ${e.rule}`, e]));
  return [...seen.values()].sort(order);
};

/** Input in order of weight: attributes of earlier edges win. An edge that is stated anywhere is not derived. */
export const joinEdges = (edges: readonly GraphEdge[]): GraphEdge[] => {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.id);
    if (group) group.push(edge);
    else groups.set(edge.id, [edge]);
  }
  return [...groups.values()].map((group) => {
    const joined = Object.assign({}, ...[...group].reverse()) as GraphEdge;
    const { derived: _derived, ...stated } = joined;
    const derived = group.every((e) => e.derived) ? { derived: true as const } : {};
    return tidy({ ...stated, ...derived, evidence: distinct(group.flatMap((e) => e.evidence)) });
  });
};

/** One order of keys, whatever was joined. */
const tidy = ({
  id,
  type,
  from,
  to,
  status,
  year,
  amount,
  count,
  level,
  role,
  derived,
  evidence,
}: GraphEdge): GraphEdge => ({
  id,
  type,
  from,
  to,
  ...(status === undefined ? {} : { status }),
  ...(year === undefined ? {} : { year }),
  ...(amount === undefined ? {} : { amount }),
  ...(count === undefined ? {} : { count }),
  ...(level === undefined ? {} : { level }),
  ...(role === undefined ? {} : { role }),
  ...(derived === undefined ? {} : { derived }),
  evidence,
});
