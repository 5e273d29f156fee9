/**
 * What a town's villages carry out, the town carries out: derived edges, marked as such, with the
 * evidence they derive from. So "which programmes do these towns share" is one hop.
 */
import { edgeId } from '../identity.js';
import type { GraphEdge } from '../model.js';

export const deriveFromVillages = (edges: readonly GraphEdge[]): GraphEdge[] => {
  const townOf = new Map(
    edges
      .filter((e) => e.type === '位于' && e.from.startsWith('Village:') && e.to.startsWith('Town:'))
      .map((e) => [e.from, e.to]),
  );
  const stated = new Set(edges.filter((e) => e.type === '实施').map((e) => e.id));
  return edges
    .filter((e) => e.type === '实施' && townOf.has(e.from))
    .map((e): GraphEdge => {
      const town = townOf.get(e.from) ?? '';
      return { ...e, id: edgeId('实施', town, e.to, e.status, e.year), from: town, derived: true };
    })
    .filter((e) => !stated.has(e.id));
};
