/**
 * Pushes discs apart until none overlap, leaving the fixed ones where they are.
 *
 * graphology-layout-noverlap moves every disc and draws lots where two coincide; here towns must stay and
 * the same graph must give the same picture.
 */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fixed: boolean;
}

const ROUNDS = 500;

/** New positions in the order given. Ends when nothing overlaps, or after a fixed number of rounds. */
export const separate = (discs: readonly Disc[]): readonly Disc[] => {
  const now = discs.map((disc) => ({ ...disc }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [i, a] of now.entries()) {
      for (let j = i + 1; j < now.length; j += 1) {
        const b = now[j];
        if (b === undefined || (a.fixed && b.fixed)) continue;
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        const overlap = a.r + b.r - distance;
        if (overlap <= 0.01) continue;
        moved = true;
        // Two on one spot part in a direction that depends on their rank only.
        const angle = distance > 1e-6 ? Math.atan2(b.y - a.y, b.x - a.x) : i + 2 * j;
        const share = a.fixed || b.fixed ? 1 : 0.5;
        if (!a.fixed) {
          a.x -= overlap * share * Math.cos(angle);
          a.y -= overlap * share * Math.sin(angle);
        }
        if (!b.fixed) {
          b.x += overlap * share * Math.cos(angle);
          b.y += overlap * share * Math.sin(angle);
        }
      }
    }
    if (!moved) break;
  }
  return now;
};
