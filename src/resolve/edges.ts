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
  const joined = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const known = joined.get(edge.id);
    if (!known) joined.set(edge.id, { ...edge, evidence: distinct(edge.evidence) });
    else {
      const { derived: _a, ...one } = known;
      const { derived: _b, ...other } = edge;
      const both = known.derived && edge.derived ? { derived: true as const } : {};
      joined.set(edge.id, {
        ...other,
        ...one,
        ...both,
        evidence: distinct([...known.evidence, ...edge.evidence]),
      });
    }
  }
  return [...joined.values()].map(tidy);
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
