/**
 * When is an entity of a prediction one of the gold? Same or admissible type, and
 *   strict:  a name or alias of one equals one of the other, after folding spaces, quotation marks and brackets
 *   relaxed: also where bigram Dice ≥ 0.75, or one contains the other and is at least 60 % as long
 * Matching is one to one, best pair first.
 */
import { fold, nearness } from '../text/nearness.js';

export interface ScoredEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly alt_types?: readonly string[];
  readonly optional?: boolean;
  readonly rule?: string;
  readonly evidence?: string;
}

export const namesOf = (entity: ScoredEntity): string[] => [
  ...new Set([entity.name, ...(entity.aliases ?? [])].map(fold).filter(Boolean)),
];

export interface Matching {
  /** Prediction id → gold entity. */
  readonly map: ReadonlyMap<string, ScoredEntity>;
  /** Predictions that are a second reading of a matched thing under another admissible type: neutral. */
  readonly twins: ReadonlySet<string>;
}

export const matchEntities = (
  gold: readonly ScoredEntity[],
  predicted: readonly ScoredEntity[],
  relaxed: boolean,
): Matching => {
  const byName = new Map<string, ScoredEntity[]>();
  for (const g of gold) for (const n of namesOf(g)) byName.set(n, [...(byName.get(n) ?? []), g]);
  const pairs: { weight: number; p: ScoredEntity; g: ScoredEntity }[] = [];
  for (const p of predicted) {
    const names = namesOf(p);
    const near = new Map<ScoredEntity, number>();
    for (const n of names) for (const g of byName.get(n) ?? []) near.set(g, 1);
    if (relaxed) {
      for (const g of gold) {
        if (near.has(g)) continue;
        const best = Math.max(0, ...namesOf(g).flatMap((x) => names.map((y) => nearness(x, y))));
        if (best > 0) near.set(g, best);
      }
    }
    for (const [g, closeness] of near) {
      const type = g.type === p.type ? 2 : (g.alt_types ?? []).includes(p.type) ? 1 : 0;
      if (type > 0)
        pairs.push({ weight: closeness + type * 0.01 + (fold(g.name) === fold(p.name) ? 0.005 : 0), p, g });
    }
  }
  pairs.sort((a, b) => b.weight - a.weight);
  const takenBy = new Map<string, ScoredEntity>();
  const map = new Map<string, ScoredEntity>();
  const twins = new Set<string>();
  for (const { p, g } of pairs) {
    if (map.has(p.id) || takenBy.has(g.id)) continue;
    map.set(p.id, g);
    takenBy.set(g.id, p);
  }
  for (const { p, g } of pairs) {
    if (map.has(p.id) || takenBy.get(g.id)?.type === p.type) continue;
    map.set(p.id, g);
    twins.add(p.id);
  }
  return { map, twins };
};
