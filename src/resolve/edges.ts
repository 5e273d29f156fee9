/** Edges of one id become one edge with all pieces of evidence; what the newest report states counts. */
import type { Evidence, GraphEdge } from '../model.js';
import { byPlace, newestStated } from '../stated.js';

/** Two that stand at one place by one rule are one; where they differ, the first counts. */
const distinct = (evidence: readonly Evidence[]): Evidence[] => {
  const seen = new Map<string, Evidence>();
  for (const piece of evidence) {
    const key = `${piece.report} ${piece.start} ${piece.end} ${piece.rule}`;
    seen.set(key, { ...piece, ...seen.get(key) });
  }
  return [...seen.values()].sort(byPlace);
};

/** An edge that is stated anywhere is not derived. `age`: of a report by its id, as in stated.ts. */
export const joinEdges = (edges: readonly GraphEdge[], age: (report: string) => string): GraphEdge[] => {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.id);
    if (group) group.push(edge);
    else groups.set(edge.id, [edge]);
  }
  return [...groups.values()].map((group) => {
    const { id, type, from, to, status, year } = group[0] as GraphEdge;
    const derived = group.every((e) => e.derived) || undefined;
    const evidence = distinct(group.flatMap((e) => e.evidence));
    return tidy({ id, type, from, to, status, year, derived, ...newestStated(evidence, age), evidence });
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
